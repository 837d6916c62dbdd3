/// A number that stands for a name or an address: equal numbers mean equal bytes.
///
/// It is FNV-1a with 64 bits. A publication has some hundred thousand names, so that two of them
/// share a number about once in ten million publications, and then one fault goes unseen.
package struct NameHash: Hashable, Comparable, Sendable {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  init() {}

  /// The one of which this is the number.
  package init(number: UInt64) {
    value = number
  }

  init(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  init(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes { add(byte) }
  }

  package static func < (one: NameHash, other: NameHash) -> Bool { one.value < other.value }

  /// The number itself.
  package var number: UInt64 { value }

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}

extension UInt8 {
  /// The small letter of an ASCII capital.
  var lowercased: UInt8 { (0x41...0x5a).contains(self) ? self | 0x20 : self }

  var isLetter: Bool { (0x61...0x7a).contains(self | 0x20) }

  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Blanks, tabs and ends of lines.
  var isSpace: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
}
