/// Counts the terms of one document at a time; its memory is used again for the next.
struct TermCounter {
  /// A term that says something.
  struct Entry {
    var term: UInt32
    /// In hundredths of an occurrence in the body.
    var count: UInt32
    /// In half octaves.
    var rarity: UInt8
    /// Where it stands first among the words.
    var place: UInt32
  }

  /// The terms of the last document in the order of their first occurrence.
  private(set) var entries: [Entry] = []
  /// Open addressing: a term plus one in the upper half, its place in `entries` in the lower.
  private var slots = [UInt64](repeating: 0, count: 1 << 11)
  private var pairs = PairSearch()
  private let weights: FieldWeights

  init(_ weights: FieldWeights) {
    self.weights = weights
  }

  mutating func count(
    _ documents: DocumentWords, _ document: Int, _ statistics: borrowing TermStatistics
  ) {
    removeAll()
    let words = documents.words.span
    for field in weights.words.indices {
      let range = documents.range(document, field)
      reserve(range.count * 2)
      let (single, pair) = (UInt32(weights.words[field]), UInt32(weights.pairs[field]))
      pairs.find(words.extracting(range), in: statistics)
      for place in range {
        let word = words[place]
        let rarity = statistics.wordRarities[Int(word)]
        if rarity > 0 { add(statistics.term(word: word), single, rarity, place) }
        let found = pairs.numbers[place &- range.lowerBound]
        guard pair > 0, found > 0 else { continue }
        let pairRarity = statistics.rarity(
          ofPairIn: pairs.frequency(place &- range.lowerBound))
        if pairRarity > 0 { add(Int(found &- 1), pair, pairRarity, place) }
      }
    }
  }
}

extension TermCounter {
  private static let countLimit: UInt32 = 1 << 22 - 1

  @inline(__always)
  private mutating func add(_ term: Int, _ weight: UInt32, _ rarity: UInt8, _ place: Int) {
    let mask = slots.count &- 1
    let key = UInt64(truncatingIfNeeded: term &+ 1)
    var slot = Self.slot(key) & mask
    while true {
      let found = slots[slot]
      if found == 0 {
        slots[slot] = key << 32 | UInt64(entries.count)
        entries.append(
          Entry(
            term: UInt32(truncatingIfNeeded: term), count: weight, rarity: rarity,
            place: UInt32(truncatingIfNeeded: place)))
        return
      }
      if found >> 32 == key {
        let index = Int(found & 0xFFFF_FFFF)
        entries[index].count = min(entries[index].count &+ weight, Self.countLimit)
        return
      }
      slot = (slot &+ 1) & mask
    }
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key &* 0x9E37_79B9 >> 16)
  }

  private mutating func removeAll() {
    if entries.count > slots.count / 32 {
      for slot in slots.indices {
        slots[slot] = 0
      }
    } else {
      // A long text made the table large, and this one was short.
      let mask = slots.count - 1
      for entry in entries {
        // Those that were moved on stand in the places after it.
        var slot = Self.slot(UInt64(entry.term) + 1) & mask
        while slots[slot] != 0 {
          slots[slot] = 0
          slot = (slot &+ 1) & mask
        }
      }
    }
    entries.removeAll(keepingCapacity: true)
  }

  /// Makes room for `more` terms with at least half of the places free.
  private mutating func reserve(_ more: Int) {
    let wanted = (entries.count + more) * 2
    guard wanted > slots.count else { return }
    var capacity = slots.count
    while capacity < wanted {
      capacity *= 2
    }
    slots = [UInt64](repeating: 0, count: capacity)
    for (index, entry) in entries.enumerated() {
      let key = UInt64(entry.term) + 1
      var slot = Self.slot(key) & (capacity - 1)
      while slots[slot] != 0 {
        slot = (slot + 1) & (capacity - 1)
      }
      slots[slot] = key << 32 | UInt64(index)
    }
  }
}
