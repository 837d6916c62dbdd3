/// Eight bytes of a text, looked at all at once.
///
/// A byte below 0x80 plus what is missing to 0x80 has its highest bit set if it was large enough,
/// and carries nothing into the byte after it.
struct EightBytes {
  /// The first byte lowest.
  private var value: UInt64

  @inline(__always)
  init(at offset: Int, in bytes: borrowing Span<UInt8>) {
    let raw = bytes.bytes
    value = raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high = ones << 7

  @inline(__always)
  var areASCII: Bool { value & Self.high == 0 }

  /// How many at the start are letters and digits of ASCII.
  @inline(__always)
  var wordCount: Int {
    let low = value & ~Self.high
    let lower = low | Self.ones &* 0x20
    let letters = Self.from(0x61, lower) & ~Self.from(0x7B, lower)
    let digits = Self.from(0x30, low) & ~Self.from(0x3A, low)
    let others = ~(letters | digits) | value
    return (others & Self.high).trailingZeroBitCount >> 3
  }

  /// The same with letters of ASCII in lower case; for letters and digits only.
  @inline(__always)
  var lowercased: EightBytes {
    var result = self
    result.value |= Self.ones &* 0x20
    return result
  }

  @inline(__always)
  subscript(place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: value &>> UInt64(place &* 8))
  }

  /// The first `count`, at least one, as one number whose lowest byte is the last of them.
  @inline(__always)
  func first(_ count: Int) -> UInt64 {
    value.byteSwapped &>> UInt64(64 &- count &* 8)
  }

  /// The highest bit of each byte that is at least `least`.
  @inline(__always)
  private static func from(_ least: UInt64, _ bytes: UInt64) -> UInt64 {
    bytes &+ ones &* (0x80 &- least)
  }
}
