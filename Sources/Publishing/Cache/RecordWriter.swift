/// Writes values to bytes: numbers in groups of seven bits, texts and lists after their length.
struct RecordWriter: RecordCoder {
  static var isReading: Bool { false }
  let file: String
  private(set) var bytes: [UInt8] = []

  init(file: String = "", capacity: Int = 512) {
    self.file = file
    bytes.reserveCapacity(capacity)
  }

  /// The bytes of a value.
  static func bytes(of value: some Recorded, file: String = "") -> [UInt8] {
    var writer = RecordWriter(file: file)
    var value = value
    writer.code(&value)
    return writer.bytes
  }

  mutating func code(_ number: inout Int) {
    write(UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
  }

  /// Digests have no small values, so all their bytes are written.
  mutating func code(_ number: inout UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func code(_ text: inout String) {
    write(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func code(_ bytes: inout ArraySlice<UInt8>) {
    write(UInt64(bytes.count))
    self.bytes += bytes
  }

  mutating func count(_ count: Int) -> Int {
    write(UInt64(count))
    return count
  }

  mutating func refuse() {}

  private mutating func write(_ number: UInt64) {
    var rest = number
    if rest < 0x80 { return bytes.append(UInt8(truncatingIfNeeded: rest)) }
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}
