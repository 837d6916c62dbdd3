/// What is read aloud of a text (E-3), in the making.
struct PlainText {
  private var bytes: [UInt8] = []
  /// Whether what follows is not read aloud.
  var isClosed = false

  mutating func reserveCapacity(_ capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if !isClosed { bytes.append(contentsOf: text) }
  }

  mutating func appendSpace() {
    if !isClosed { bytes.append(UInt8(ascii: " ")) }
  }

  /// Ends a block; blocks that hold nothing leave no trace.
  mutating func endBlock() {
    if isClosed { return }
    while let last = bytes.last, last == UInt8(ascii: " ") { bytes.removeLast() }
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  func countWords() -> WordCount {
    bytes.withUnsafeBufferPointer { WordCount(of: $0) }
  }

  func finished() -> String {
    String(
      decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
  }
}
