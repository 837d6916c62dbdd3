/// A 64-bit digest of everything that was added to it, in that order.
///
/// It tells versions of files and pages apart and is no protection against people. Each step
/// multiplies to 128 bits and folds the halves (the idea of Wang Yi's wyhash). The same things give
/// the same digest in every process, unlike `Hasher`.
package struct Fingerprint: Hashable, Sendable {
  package private(set) var value: UInt64

  /// Starts with a name, so that two kinds of things are never the same by chance.
  package init(_ name: String) {
    value = Self.start
    add(name)
  }

  /// The digest of a file's bytes.
  init(of bytes: ArraySlice<UInt8>) {
    value = Self.start
    add(bytes)
  }

  init(of bytes: [UInt8]) {
    self.init(of: bytes[...])
  }

  mutating func add(_ number: UInt64) {
    let product = (value ^ Self.first).multipliedFullWidth(by: number ^ Self.second)
    value = product.high ^ product.low
  }

  package mutating func add(_ number: Int) {
    add(UInt64(bitPattern: Int64(number)))
  }

  mutating func add(_ other: Fingerprint) {
    add(other.value)
  }

  package mutating func add(_ text: String) {
    var text = text
    add(text.utf8.count)
    text.withUTF8 { add(words: UnsafeRawBufferPointer($0)) }
  }

  /// Nothing is not the same as an empty text.
  mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  package mutating func add(_ bytes: ArraySlice<UInt8>) {
    add(bytes.count)
    bytes.withUnsafeBytes { add(words: $0) }
  }

  private mutating func add(words bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      add(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    guard offset < bytes.count else { return }
    var last: UInt64 = 0
    for byte in bytes[offset...].reversed() { last = last << 8 | UInt64(byte) }
    add(last)
  }

  private static let start: UInt64 = 0x9e37_79b9_7f4a_7c15
  private static let first: UInt64 = 0xa076_1d64_78bd_642f
  private static let second: UInt64 = 0xe703_7ed1_a0b4_28db
}
