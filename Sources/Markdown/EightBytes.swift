/// Eight bytes of a text, looked at together.
///
/// Nine in ten bytes of a text are letters and spaces, which most loops over it have no business
/// with.
struct EightBytes {
  private let bytes: UInt64

  /// - Precondition: the text goes on for eight bytes from `offset`.
  init(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let raw = UnsafeRawBufferPointer(text)
    bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The high bit of each byte that is a letter from A to Z, large or small.
  var letters: UInt64 {
    let folded = (bytes | Self.every(0x20)) & Self.every(0x7f)
    let fromA = folded + Self.every(0x80 - UInt64(UInt8(ascii: "a")))
    let afterZ = folded + Self.every(0x7f - UInt64(UInt8(ascii: "z")))
    return fromA & ~afterZ & ~bytes & Self.highBits
  }

  /// The high bit of each byte that is a space.
  var spaces: UInt64 {
    let difference = bytes ^ Self.every(0x20)
    return ~((difference & Self.every(0x7f)) + Self.every(0x7f) | difference) & Self.highBits
  }

  /// The high bit of each byte that belongs to a character beyond ASCII.
  var beyondASCII: UInt64 { bytes & Self.highBits }

  /// Whether one of them is a character of ASCII.
  func contains(_ byte: UInt8) -> Bool {
    let difference = bytes ^ Self.every(UInt64(byte))
    return (difference &- Self.every(1)) & ~difference & Self.highBits != 0
  }

  static let highBits: UInt64 = every(0x80)

  private static func every(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first offset from `start` on whose byte is an ASCII character other than letters and the
  /// space; the end of the text if there is none.
  func nextSpecial(from start: Int) -> Int {
    var index = start
    while index + 8 <= count {
      let block = EightBytes(self, at: index)
      let special = ~(block.letters | block.spaces | block.beyondASCII) & EightBytes.highBits
      if special != 0 { return index + special.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, self[index] >= 0x80 || self[index] == 0x20 || isLetter(self[index]) {
      index += 1
    }
    return index
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
