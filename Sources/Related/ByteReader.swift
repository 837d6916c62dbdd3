/// Reads what a ``ByteWriter`` wrote; beyond the end, and after damage, everything is zero.
struct ByteReader {
  private let bytes: [UInt8]
  private var offset = 0
  /// Whether something was not as it was written.
  private(set) var isDamaged = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  @inline(__always)
  mutating func number() -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset &+= 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: value) }
      shift &+= 7
    }
    isDamaged = true
    return 0
  }

  /// A number of things that each take at least `size` bytes.
  mutating func count(of size: Int = 1) -> Int {
    let count = number()
    guard count >= 0, count <= (bytes.count - offset) / size else {
      isDamaged = true
      return 0
    }
    return count
  }

  mutating func fixed() -> UInt64 {
    guard bytes.count - offset >= 8 else {
      isDamaged = true
      return 0
    }
    var value: UInt64 = 0
    for index in 0..<8 {
      value |= UInt64(bytes[offset &+ index]) << (UInt64(index) &* 8)
    }
    offset += 8
    return value
  }

  mutating func text() -> String {
    let count = count()
    let text = String(decoding: bytes[offset..<offset + count], as: UTF8.self)
    offset += count
    return text
  }
}
