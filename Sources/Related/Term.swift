/// What articles are compared by: a word, a pair of adjacent words, a tag or an author.
///
/// A term is known by 42 bits: 41 of its hash and one that says whether it is a pair. Among the
/// ten million different terms of 100,000 articles about one in 200,000 shares its bits with
/// another, which moves no list; and the 22 bits that are left in a machine word hold a count.
enum Term {
  static let bits: UInt64 = 42
  /// Bits for a count beside a term.
  static let countBits: UInt64 = 22
  static let countMask: UInt64 = 1 << countBits - 1

  @inline(__always)
  static func single(_ hash: UInt64) -> UInt64 {
    // Zero marks an empty place in tables.
    max(hash >> countBits & ~1, 2)
  }

  @inline(__always)
  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    TermHash.mixed(first &* 3 ^ second) >> countBits | 1
  }

  @inline(__always)
  static func isPair(_ term: UInt64) -> Bool {
    term & 1 == 1
  }

  /// A tag or an author: the whole name is one term.
  static func name(_ name: String, _ kind: TermHash.Kind) -> UInt64 {
    var hash = TermHash(kind)
    let bytes = NormalizedText.bytes(of: name)
    var reader = ScalarReader(bytes)
    while let scalar = reader.next() {
      hash.add(ScalarClass.lowercased(scalar))
    }
    return single(hash.finished())
  }
}
