/// A 64-bit digest, to tell what changed; it is no protection against people.
struct Digest {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  mutating func add(_ word: UInt64) {
    value = TermHash.mixed(value ^ word) &+ word
  }

  mutating func add(_ bytes: some Collection<UInt8>) {
    var lane: UInt64 = 0
    var count: UInt64 = 0
    for byte in bytes {
      lane = lane << 8 | UInt64(byte)
      count &+= 1
      if count & 7 == 0 {
        add(lane)
        lane = 0
      }
    }
    add(lane)
    add(count)
  }

  static func of(_ text: String) -> UInt64 {
    var digest = Digest()
    digest.add(text.utf8)
    return digest.value
  }
}
