/// The terms of many articles, which no postings list, each with a place among them.
struct FrequentTerms: Sendable {
  /// A bit for each term.
  private var bits: [UInt64]
  /// How many frequent terms stand before each word of bits.
  private var ranks: [UInt32] = []
  private(set) var count = 0

  /// Takes the terms below `termCount` that `isFrequent` names.
  init(among termCount: Int, _ isFrequent: (_ term: Int) -> Bool) {
    bits = [UInt64](repeating: 0, count: termCount / 64 + 1)
    for term in 0..<termCount where isFrequent(term) {
      bits[term >> 6] |= 1 << UInt64(term & 63)
    }
    for word in bits {
      ranks.append(UInt32(count))
      count += word.nonzeroBitCount
    }
  }

  /// The place of a term among the frequent ones; nil if it is none.
  @inline(__always)
  func place(of term: Int) -> Int? {
    guard term >> 6 < bits.count else { return nil }
    let (word, bit) = (bits[term >> 6], UInt64(1) &<< UInt64(term & 63))
    guard word & bit != 0 else { return nil }
    return Int(ranks[term >> 6]) &+ (word & (bit &- 1)).nonzeroBitCount
  }

  /// The term at a place.
  func term(at place: Int) -> Int {
    (0..<bits.count * 64).first { self.place(of: $0) == place } ?? 0
  }
}
