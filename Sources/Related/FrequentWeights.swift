/// The frequent terms of a document, made for comparing others with them.
struct FrequentWeights {
  /// By frequent term.
  private var weights: [UInt16] = []
  /// What is in `weights`, as ``TermVectors/FrequentPart`` has it.
  private var loaded: [UInt32] = []
  private var fetched = CacheLines()

  mutating func load(_ document: Int, of index: borrowing LanguageIndex) {
    if weights.count < index.statistics.frequent.count {
      weights = [UInt16](repeating: 0, count: index.statistics.frequent.count)
      loaded = []
    }
    Self.write(loaded, to: &weights) { _ in 0 }
    loaded.removeAll(keepingCapacity: true)
    loaded.append(
      contentsOf: index.vectors.frequent.entries[index.vectors.frequent.range(document)])
    Self.write(loaded, to: &weights) { UInt16($0 & TermVectors.weightMask) }
  }

  @inline(__always)
  private static func write(
    _ entries: [UInt32], to weights: inout [UInt16], _ weight: (UInt32) -> UInt16
  ) {
    var weights = weights.mutableSpan
    for entry in entries {
      weights[Int(entry >> TermVectors.weightBits)] = weight(entry)
    }
  }

  /// Fetches what some documents are compared by.
  mutating func fetch(_ places: [Int], from first: Int, of index: borrowing LanguageIndex) {
    for place in places {
      fetched.fetch(
        index.vectors.frequent.entries, index.vectors.frequent.range(place + first))
    }
  }

  /// What they add to the cosine with another document, in units of ``TermVectors/cosineUnit``.
  @inline(__always)
  func cosine(_ other: Int, of index: borrowing LanguageIndex) -> Int {
    let own = weights.span
    let range = index.vectors.frequent.range(other)
    let entries = index.vectors.frequent.entries.span.extracting(range)
    var sum: UInt32 = 0
    for place in entries.indices {
      let entry = entries[place]
      let term = Int(entry >> TermVectors.weightBits)
      sum &+= UInt32(own[term]) &* (entry & TermVectors.weightMask)
    }
    return Int(sum)
  }
}
