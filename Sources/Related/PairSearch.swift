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
    PairTable.frequency(in: slots[place])
  }

  mutating func find(_ words: Span<UInt32>, in statistics: borrowing TermStatistics) {
    if numbers.count < words.count {
      numbers = [UInt32](repeating: 0, count: words.count * 2)
      slots = [UInt64](repeating: 0, count: words.count * 2)
    }
    guard words.count > 0 else { return }
    let pairs = statistics.pairs
    Self.locate(words, pairs.starts.span, &numbers)
    Self.read(pairs.slots.span, at: numbers, words.count, into: &slots)
    Self.compare(words, pairs, &numbers, &slots)
    if !statistics.addedPairs.isEmpty { findAdded(words, statistics) }
  }
}

extension PairSearch {
  /// Notes the slot in which each pair stands if no other took it.
  private static func locate(
    _ words: Span<UInt32>, _ starts: Span<UInt32>, _ numbers: inout [UInt32]
  ) {
    var numbers = numbers.mutableSpan
    numbers[0] = 0
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
  }

  private static func read(
    _ table: Span<UInt64>, at numbers: [UInt32], _ count: Int, into slots: inout [UInt64]
  ) {
    let numbers = numbers.span
    var slots = slots.mutableSpan
    for place in 0..<count {
      slots[place] = numbers[place] == 0 ? 0 : table[Int(numbers[place] &- 1)]
    }
  }

  /// Keeps the numbers whose slot holds the pair, and searches on for those that were passed on.
  private static func compare(
    _ words: Span<UInt32>, _ pairs: PairTable, _ numbers: inout [UInt32], _ slots: inout [UInt64]
  ) {
    var numbers = numbers.mutableSpan
    var slots = slots.mutableSpan
    for place in 1..<words.count {
      let slot = slots[place]
      if slot >> 32 == UInt64(words[place]) &+ 1 { continue }
      numbers[place] = 0
      guard slot & PairTable.isPassedOn != 0,
        let number = pairs.number(words[place &- 1], words[place])
      else { continue }
      numbers[place] = UInt32(truncatingIfNeeded: number &+ 1)
      slots[place] = pairs.slots[number]
    }
  }

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
}
