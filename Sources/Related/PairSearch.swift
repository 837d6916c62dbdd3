/// Looks up the pairs of a field; its memory is used again for the next.
///
/// Each pair is somewhere else in memory. So the first place where it can be is read for all of
/// them, which has many fetched side by side, before any is compared.
struct PairSearch {
  /// Of each word, the number of the pair that it ends, plus one; zero if none is listed.
  private(set) var numbers: [UInt32] = []
  /// Of each word, the pair's slot in the table.
  private var slots: [UInt64] = []

  /// In how many documents the pair occurs that the word at `place` ends.
  @inline(__always)
  func frequency(_ place: Int) -> Int {
    Int(slots[place] & 0xFFFF_FFFF)
  }

  mutating func find(_ words: Span<UInt32>, in statistics: borrowing TermStatistics) {
    if numbers.count < words.count {
      numbers = [UInt32](repeating: 0, count: words.count * 2)
      slots = [UInt64](repeating: 0, count: words.count * 2)
    }
    guard words.count > 0 else { return }
    numbers[0] = 0
    read(words, statistics.pairs.starts.span, statistics.pairs.slots.span)
    for place in 1..<words.count {
      let slot = slots[place]
      if slot >> 32 == UInt64(words[place]) &+ 1 { continue }
      numbers[place] = 0
      if slot != 0, let number = statistics.pairs.number(words[place &- 1], words[place]) {
        numbers[place] = UInt32(truncatingIfNeeded: number &+ 1)
        slots[place] = statistics.pairs.slots[number]
      }
    }
    if !statistics.addedPairs.isEmpty { findAdded(words, statistics) }
  }
}

extension PairSearch {
  private mutating func findAdded(
    _ words: Span<UInt32>, _ statistics: borrowing TermStatistics
  ) {
    for place in 1..<words.count where numbers[place] == 0 {
      guard let added = statistics.addedPairs.place(words[place &- 1], words[place]) else {
        continue
      }
      numbers[place] = UInt32(truncatingIfNeeded: statistics.term(addedPair: added) + 1)
      slots[place] = UInt64(statistics.addedPairs.frequencies[added])
    }
  }

  /// Reads the slot in which each pair stands if no other took it.
  private mutating func read(
    _ words: Span<UInt32>, _ starts: Span<UInt32>, _ table: Span<UInt64>
  ) {
    for place in 1..<words.count {
      numbers[place] = 0
      let first = Int(words[place &- 1])
      guard first &+ 1 < starts.count else { continue }
      let start = starts[first]
      let size = starts[first &+ 1] &- start
      guard size > 0 else { continue }
      let offset = UInt32(truncatingIfNeeded: PairTable.place(words[place])) & (size &- 1)
      numbers[place] = start &+ offset &+ 1
    }
    for place in 1..<words.count {
      slots[place] = numbers[place] == 0 ? 0 : table[Int(numbers[place] &- 1)]
    }
  }
}
