extension PairTable {
  /// Counts the pairs of the first `milestone` documents.
  ///
  /// Four of five pairs occur once. Rather than remember each of them, all occurrences of a first
  /// word are brought together, and only what occurs twice is kept; a range of first words at a
  /// time, so that what is brought together fits in memory.
  static func counted(
    _ words: DocumentWords, wordCount: Int, milestone: Int, _ pairing: Pairing
  ) async -> PairTable {
    guard milestone > 0, wordCount > 0 else { return PairTable() }
    let occurrences = occurrences(of: wordCount, in: words)
    let ranges = ranges(occurrences, jobs: pairing.jobs)
    let parts = await Chunks(count: ranges.count, size: 1, jobs: pairing.jobs).map {
      Gathering(words: words, milestone: milestone, weights: pairing.weights)
    } each: { gathering, places in
      places.map { gathering.pairs(of: ranges[$0], occurrences) }
    }
    var table = PairTable()
    for part in parts.joined() {
      table.addRows(of: part)
    }
    return table
  }

  /// How pairs are counted.
  struct Pairing: Sendable {
    var weights: FieldWeights
    var jobs: Int
  }
}

extension PairTable {
  /// The most occurrences that one task brings together.
  private static let rangeLimit = 1 << 21

  private static func occurrences(of wordCount: Int, in words: DocumentWords) -> [UInt32] {
    var occurrences = [UInt32](repeating: 0, count: wordCount)
    var span = occurrences.mutableSpan
    for word in words.words {
      span[Int(word)] &+= 1
    }
    return occurrences
  }

  /// Ranges of words with about as many occurrences each.
  private static func ranges(_ occurrences: [UInt32], jobs: Int) -> [Range<Int>] {
    let total = occurrences.reduce(0) { $0 + Int($1) }
    // As many for each task, so that none waits for the others.
    let rounds = total / max(jobs, 1) / rangeLimit + 1
    let limit = total / max(jobs, 1) / rounds + 1
    var ranges: [Range<Int>] = []
    var start = 0
    var sum = 0
    for word in occurrences.indices {
      sum += Int(occurrences[word])
      guard sum >= limit || word + 1 == occurrences.count else { continue }
      ranges.append(start..<word + 1)
      (start, sum) = (word + 1, 0)
    }
    return ranges
  }

  /// One task's memory for bringing pairs together.
  private struct Gathering {
    let words: DocumentWords
    let milestone: Int
    let weights: FieldWeights
    /// A document in the upper half, a second word in the lower, by first word.
    private var entries: [UInt64] = []
    /// Of each second word: the last document, counted from 1, and the number of documents.
    private var counts: [UInt64] = []

    init(words: DocumentWords, milestone: Int, weights: FieldWeights) {
      self.words = words
      self.milestone = milestone
      self.weights = weights
    }

    mutating func pairs(of range: Range<Int>, _ occurrences: [UInt32]) -> PairTable {
      var starts = [0]
      for word in range {
        starts.append(starts[starts.count - 1] + Int(occurrences[word]))
      }
      if entries.count < starts[range.count] {
        entries = [UInt64](repeating: 0, count: starts[range.count])
      }
      if counts.count < occurrences.count {
        counts = [UInt64](repeating: 0, count: occurrences.count)
      }
      let ends = gather(range, starts)
      var table = PairTable()
      var row: [(second: UInt32, frequency: UInt32)] = []
      let entries = entries
      for word in 0..<range.count {
        row.removeAll(keepingCapacity: true)
        Self.count(entries.span.extracting(starts[word]..<ends[word]), &counts, into: &row)
        table.addRow(row)
      }
      return table
    }

    /// Sorts the pairs by first word; returns where those of each word end.
    private mutating func gather(_ range: Range<Int>, _ starts: [Int]) -> [Int] {
      let (documents, milestone, weights) = (words, milestone, weights)
      var ends = starts
      var next = ends.mutableSpan
      var entries = self.entries.mutableSpan
      let (low, size) = (UInt32(range.lowerBound), UInt32(range.count))
      let words = documents.words.span
      for document in 0..<min(documents.count, milestone) {
        // Counted from 1, as zero says that a second word was not seen yet.
        let bits = UInt64(document &+ 1) << 32
        for field in weights.pairs.indices where weights.pairs[field] > 0 {
          for place in documents.range(document, field).dropLast() {
            let first = words[place] &- low
            guard first < size else { continue }
            entries[next[Int(first)]] = bits | UInt64(words[place &+ 1])
            next[Int(first)] &+= 1
          }
        }
      }
      return ends
    }

    private static func count(
      _ entries: borrowing Span<UInt64>, _ counts: inout [UInt64],
      into row: inout [(second: UInt32, frequency: UInt32)]
    ) {
      guard entries.count > 1 else { return }
      var counts = counts.mutableSpan
      for index in entries.indices {
        let entry = entries[index]
        let second = Int(entry & 0xFFFF_FFFF)
        let count = counts[second]
        if count == 0 { row.append((UInt32(second), 0)) }
        if count >> 32 != entry >> 32 {
          counts[second] = entry & ~0xFFFF_FFFF | (count & 0xFFFF_FFFF &+ 1)
        }
      }
      for index in row.indices {
        let second = Int(row[index].second)
        row[index].frequency = UInt32(truncatingIfNeeded: counts[second])
        counts[second] = 0
      }
      row.removeAll { $0.frequency < 2 }
    }
  }
}
