/// Remembers roughly which terms occur in a second article, in two bits for each term.
///
/// Four of five terms are pairs that occur once. Counting only what this filter lets through takes
/// a fifth of the memory, and since every term that occurs twice is let through, the counts are
/// exact.
struct TermFilter {
  /// Thirty-two places a word; the lower bit of a place says once, the upper one twice.
  private var words: [UInt64]
  private let shift: UInt64

  init(byteCount: Int) {
    // An English text has about one new term in twelve bytes.
    let bits = min(max(Int.bitWidth - (byteCount / 2).leadingZeroBitCount, 16), 28)
    words = [UInt64](repeating: 0, count: 1 << (bits - 5))
    shift = Term.bits - UInt64(bits)
  }

  /// Adds the terms of an article, which are in the upper bits of `entries`.
  mutating func add(_ entries: [UInt64], where isCounted: (_ term: UInt64) -> Bool) {
    let shift = shift
    var words = self.words.mutableSpan
    for entry in entries {
      let term = entry >> Term.countBits
      guard isCounted(term) else { continue }
      let place = term >> shift
      let bit = (place & 31) << 1
      let word = words[Int(place >> 5)]
      words[Int(place >> 5)] = word | ((word >> bit & 1) << 1 | 1) << bit
    }
  }

  @inline(__always)
  func hasTwice(_ term: UInt64) -> Bool {
    let place = term >> shift
    let word = words[Int(place >> 5)]
    return word >> ((place & 31) << 1) & 2 != 0
  }

  mutating func formUnion(_ other: TermFilter) {
    let once: UInt64 = 0x5555_5555_5555_5555
    for index in words.indices {
      let both = words[index] & other.words[index] & once
      words[index] |= other.words[index] | both << 1
    }
  }
}
