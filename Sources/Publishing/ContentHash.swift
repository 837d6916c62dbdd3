/// A 64-bit digest of bytes, to tell versions of a file apart; it is no protection against people.
///
/// FNV-1a (Fowler, Noll and Vo) with the final mix of MurmurHash3, which spreads the last bytes
/// over the whole digest.
struct ContentHash: Hashable, Sendable {
  let value: UInt64

  init(_ bytes: [UInt8]) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    hash ^= hash >> 33
    hash &*= 0xff51_afd7_ed55_8ccd
    hash ^= hash >> 33
    hash &*= 0xc4ce_b9fe_1a85_ec53
    value = hash ^ hash >> 33
  }
}
