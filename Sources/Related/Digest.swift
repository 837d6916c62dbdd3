/// A 64-bit digest, to tell what changed; it is no protection against people.
struct Digest {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  mutating func add(_ word: UInt64) {
    value = TermHash.mixed(value ^ word) &+ word
  }

  /// Of many bytes, in four lanes that the processor can mix side by side.
  static func ofMany(_ bytes: Span<UInt8>) -> UInt64 {
    let raw = bytes.bytes
    var lanes = (Digest(), Digest(), Digest(), Digest())
    var offset = 0
    while offset &+ 32 <= raw.byteCount {
      lanes.0.add(raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      lanes.1.add(
        raw.unsafeLoadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self).littleEndian)
      lanes.2.add(
        raw.unsafeLoadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self).littleEndian)
      lanes.3.add(
        raw.unsafeLoadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self).littleEndian)
      offset &+= 32
    }
    var digest = Digest()
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      digest.add(lane.value)
    }
    for index in offset..<bytes.count {
      digest.add(UInt64(bytes[index]))
    }
    digest.add(UInt64(bytes.count))
    return digest.value
  }

  static func of(_ text: String) -> UInt64 {
    ofMany(Array(text.utf8).span)
  }
}
