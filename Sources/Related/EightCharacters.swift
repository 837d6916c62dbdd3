/// Eight bytes of a text, looked at side by side.
///
/// A sum of seven bits has its eighth bit exactly where a byte is not below a limit. Source of such
/// arithmetic: H. S. Warren, Hacker's Delight, 2nd ed. (2012), 6-1.
struct EightCharacters {
  /// The first in the lowest bits.
  private let bytes: UInt64

  /// Those that start at `offset`; nil if there are not so many.
  @inline(__always)
  init?(at offset: Int, of text: borrowing Span<UInt8>) {
    guard offset &+ 8 <= text.count else { return nil }
    bytes = text.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  @inline(__always)
  var areASCII: Bool { bytes & Self.highBits == 0 }

  /// In lower case, the first in the highest bits; of letters and digits of English only.
  @inline(__always)
  var lowercased: UInt64 { (bytes | Self.each(0x20)).byteSwapped }

  /// How many letters and digits of English they begin with.
  @inline(__always)
  var wordLength: Int {
    let low = bytes & ~Self.highBits
    let lower = low | Self.each(0x20)
    let letters = Self.isNotBelow(0x61, lower) & ~Self.isNotBelow(0x7B, lower)
    let digits = Self.isNotBelow(0x30, low) & ~Self.isNotBelow(0x3A, low)
    let others = ~((letters | digits) & ~bytes) & Self.highBits
    return others.trailingZeroBitCount / 8
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is at least `limit`; all are below 0x80.
  @inline(__always)
  private static func isNotBelow(_ limit: UInt64, _ bytes: UInt64) -> UInt64 {
    bytes &+ each(0x80 &- limit)
  }
}
