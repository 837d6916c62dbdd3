/// Reads values from bytes that ``RecordWriter`` wrote.
///
/// Whatever the bytes are, it neither traps nor takes more memory than they account for; once
/// something is wrong it gives blank values, and ``isIntact`` is false.
struct RecordReader: RecordCoder {
  static var isReading: Bool { true }
  let file: String
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private(set) var isIntact = true

  init(_ bytes: ArraySlice<UInt8>, file: String = "") {
    self.bytes = bytes
    self.file = file
    position = bytes.startIndex
  }

  /// The value that the bytes stand for, all of them; nil if they stand for none.
  static func value<Value: Recorded>(
    _ type: Value.Type, from bytes: ArraySlice<UInt8>, file: String = ""
  ) -> Value? {
    var reader = RecordReader(bytes, file: file)
    var value = Value.blank
    reader.code(&value)
    return reader.isIntact && reader.position == bytes.endIndex ? value : nil
  }

  mutating func code(_ number: inout Int) {
    let bits = read()
    number = Int(truncatingIfNeeded: bits >> 1) ^ -Int(truncatingIfNeeded: bits & 1)
  }

  mutating func code(_ number: inout UInt64) {
    number = 0
    for byte in take(8).reversed() { number = number << 8 | UInt64(byte) }
  }

  mutating func code(_ text: inout String) {
    text = String(decoding: take(count(0)), as: UTF8.self)
  }

  /// The bytes are not copied: they stay a part of those that are read.
  mutating func code(_ bytes: inout ArraySlice<UInt8>) {
    bytes = take(count(0))
  }

  /// Every element takes a byte at least, so no more of them can follow than bytes are left.
  mutating func count(_ count: Int) -> Int {
    let number = read()
    guard number <= UInt64(bytes.endIndex - position) else {
      refuse()
      return 0
    }
    return Int(number)
  }

  mutating func refuse() {
    isIntact = false
    position = bytes.endIndex
  }

  private mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    guard count <= bytes.endIndex - position else {
      refuse()
      return []
    }
    defer { position += count }
    return bytes[position..<position + count]
  }

  private mutating func read() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    refuse()
    return 0
  }
}
