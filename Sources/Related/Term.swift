/// What articles are compared by: a word, a pair of adjacent words, a tag or an author.
///
/// Of two terms with the same weight the one with the lower name is the stronger: only that
/// depends on these bits of their hashes, and only where an article has more terms than are kept.
enum Term {
  @inline(__always)
  static func name(word hash: UInt64) -> UInt64 {
    max(hash >> 22 & ~1, 2)
  }

  @inline(__always)
  static func name(pair first: UInt64, _ second: UInt64) -> UInt64 {
    TermHash.mixed(first &* 3 ^ second) >> 22 | 1
  }
}
