/// A 64-bit hash of a term's folded characters, fed one by one.
///
/// It is part of the published result (ties between equally strong terms go by it), so it is
/// written out here rather than left to a library.
struct TermHash {
  /// Keeps the tag `swift`, the author `swift` and the word `swift` apart.
  enum Kind: UInt64 {
    case word = 0x9E37_79B9_7F4A_7C15
    case tag = 0xC2B2_AE3D_27D4_EB4F
    case author = 0x1656_67B1_9E37_79F9
  }

  private var state: UInt64
  private var lane: UInt64 = 0
  private(set) var length = 0

  init(_ kind: Kind = .word) {
    state = kind.rawValue
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    lane = lane << 8 | UInt64(byte)
    length &+= 1
    guard length & 7 == 0 else { return }
    state = Self.mixed(state ^ lane)
    lane = 0
  }

  /// Adds the first `count` of eight bytes, which start in the highest bits; no lane is begun.
  @inline(__always)
  mutating func add(_ count: Int, of bytes: UInt64) {
    length &+= count
    if count == 8 {
      state = Self.mixed(state ^ bytes)
    } else if count > 0 {
      lane = bytes &>> UInt64(truncatingIfNeeded: 64 &- count &* 8)
    }
  }

  @inline(__always)
  mutating func add(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80:
      add(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      add(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      add(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      add(UInt8(truncatingIfNeeded: scalar >> 16))
      add(UInt8(truncatingIfNeeded: scalar >> 8))
      add(UInt8(truncatingIfNeeded: scalar))
    }
  }

  @inline(__always)
  func finished() -> UInt64 {
    Self.mixed(Self.mixed(state ^ lane) &+ UInt64(truncatingIfNeeded: length))
  }

  /// A tag or an author: the whole name is one term.
  static func hash(of name: String, _ kind: Kind) -> UInt64 {
    var hash = TermHash(kind)
    let bytes = NormalizedText.bytes(of: name)
    var reader = ScalarReader(bytes)
    while let scalar = reader.next() {
      hash.add(ScalarClass.lowercased(scalar))
    }
    return hash.finished()
  }

  /// One multiplication to 128 bits, folded.
  @inline(__always)
  static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
