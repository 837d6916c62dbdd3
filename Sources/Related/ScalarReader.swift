/// Reads the scalars of valid UTF-8.
struct ScalarReader {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> UInt32? {
    guard offset < bytes.count else { return nil }
    let (scalar, length) = Self.scalar(at: offset, in: bytes.span)
    offset += length
    return scalar
  }

  /// The scalar that starts at `offset`, and how many bytes it takes.
  @inline(__always)
  static func scalar(at offset: Int, in bytes: borrowing Span<UInt8>) -> (UInt32, Int) {
    let lead = UInt32(bytes[offset])
    switch lead {
    case ..<0x80: return (lead, 1)
    case ..<0xE0: return ((lead & 0x1F) << 6 | tail(offset + 1, bytes), 2)
    case ..<0xF0:
      return ((lead & 0x0F) << 12 | tail(offset + 1, bytes) << 6 | tail(offset + 2, bytes), 3)
    default:
      let high = (lead & 0x07) << 18 | tail(offset + 1, bytes) << 12
      return (high | tail(offset + 2, bytes) << 6 | tail(offset + 3, bytes), 4)
    }
  }

  @inline(__always)
  private static func tail(_ offset: Int, _ bytes: borrowing Span<UInt8>) -> UInt32 {
    offset < bytes.count ? UInt32(bytes[offset]) & 0x3F : 0
  }
}
