/// Writes the smallest pictures that every program can read.
enum PNG {
  /// A black square, without compression.
  static func black(side: Int) -> [UInt8] {
    let row = [UInt8](repeating: 0, count: side + 1)
    let pixels = Array(repeatElement(row, count: side).joined())
    var header = bigEndian(side) + bigEndian(side)
    header += [8, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
      + chunk("IHDR", header) + chunk("IDAT", stored(pixels)) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(name.utf8) + data
    return bigEndian(data.count) + content + bigEndian(checksum(content))
  }

  /// A zlib stream with one block that is not compressed (RFC 1950, RFC 1951).
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    let size = [UInt8(data.count & 0xff), UInt8(data.count >> 8)]
    var (low, high) = (1, 0)
    for byte in data {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return [0x78, 0x01, 0x01] + size + size.map { ~$0 } + data + bigEndian(high << 16 | low)
  }

  /// The cyclic redundancy check of the PNG specification.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var value: UInt32 = .max
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value >> 1 ^ (value & 1 == 1 ? 0xedb8_8320 : 0) }
    }
    return Int(~value)
  }

  private static func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
