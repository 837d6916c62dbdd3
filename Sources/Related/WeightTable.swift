/// The vector of a document, made for comparing others with it.
struct WeightTable {
  /// Open addressing: a term plus one, zero where free.
  private var terms: [UInt32] = [0, 0]
  private var weights: [UInt16] = [0, 0]
  private var shift: UInt32 = 31
  /// A bit for each term by its hash: nearly all terms of another document end here.
  private var filter = [UInt64](repeating: 0, count: 1 << 8)
  /// Where the terms of the other document stand that the filter let through.
  private var passed: [UInt32] = []
  private var frequent = FrequentWeights()

  mutating func load(_ document: Int, of index: borrowing LanguageIndex) {
    frequent.load(document, of: index)
    let range = index.vectors.rare.range(document)
    let bits = UInt32(64 - (range.count * 3).leadingZeroBitCount)
    shift = 32 - bits
    terms.removeAll(keepingCapacity: true)
    terms.append(contentsOf: repeatElement(0, count: 1 << bits))
    weights.removeAll(keepingCapacity: true)
    weights.append(contentsOf: repeatElement(0, count: 1 << bits))
    for word in filter.indices {
      filter[word] = 0
    }
    for place in range {
      add(index.vectors.rare.terms[place], index.vectors.rare.weights[place])
    }
  }

  /// The cosine with another document, in units of ``TermVectors/cosineUnit``.
  mutating func cosine(_ other: Int, of index: borrowing LanguageIndex) -> Int {
    rareCosine(other, of: index) + frequent.cosine(other, of: index)
  }
}

extension WeightTable {
  private mutating func add(_ term: UInt32, _ weight: UInt16) {
    let hash = Self.hash(term)
    filter[Self.word(hash)] |= 1 &<< Self.bit(hash)
    var slot = Int(hash >> shift)
    while terms[slot] != 0 {
      slot = (slot + 1) & (terms.count - 1)
    }
    terms[slot] = term + 1
    weights[slot] = weight
  }

  private mutating func rareCosine(_ other: Int, of index: borrowing LanguageIndex) -> Int {
    let range = index.vectors.rare.range(other)
    let passed = sift(index.vectors.rare.terms.span.extracting(range))
    let others = index.vectors.rare.terms.span.extracting(range)
    let otherWeights = index.vectors.rare.weights.span.extracting(range)
    let (own, places) = (terms.span, self.passed.span)
    var sum = 0
    for number in 0..<passed {
      let place = Int(places[number])
      let key = others[place] &+ 1
      var slot = Int(Self.hash(others[place]) >> shift)
      while own[slot] != 0 {
        if own[slot] == key {
          sum &+= Int(weights[slot]) &* Int(otherWeights[place])
          break
        }
        slot = (slot &+ 1) & (own.count &- 1)
      }
    }
    return sum
  }

  /// Notes which terms the filter lets through, and returns how many.
  ///
  /// Whether it does is hard to foresee, so nothing here branches on it.
  private mutating func sift(_ terms: Span<UInt32>) -> Int {
    if passed.count <= terms.count {
      passed = [UInt32](repeating: 0, count: terms.count * 2 + 1)
    }
    let copy = filter
    let filter = copy.span
    var passed = self.passed.mutableSpan
    var count = 0
    for place in terms.indices {
      let hash = Self.hash(terms[place])
      passed[count] = UInt32(truncatingIfNeeded: place)
      count &+= Int(truncatingIfNeeded: filter[Self.word(hash)] &>> Self.bit(hash) & 1)
    }
    return count
  }

  @inline(__always)
  private static func hash(_ term: UInt32) -> UInt32 {
    term &* 0x9E37_79B1
  }

  /// The upper eight bits.
  @inline(__always)
  private static func word(_ hash: UInt32) -> Int {
    Int(hash >> 24)
  }

  /// The six bits after them, for a shift that looks at no others.
  @inline(__always)
  private static func bit(_ hash: UInt32) -> UInt64 {
    UInt64(hash >> 18)
  }
}

/// The frequent terms of a document, made for comparing others with them.
struct FrequentWeights {
  /// By frequent term.
  private var weights: [UInt16] = []
  private var loaded: [UInt32] = []

  mutating func load(_ document: Int, of index: borrowing LanguageIndex) {
    if weights.count < index.statistics.frequentCount {
      weights = [UInt16](repeating: 0, count: index.statistics.frequentCount)
      loaded = []
    }
    for term in loaded {
      weights[Int(term)] = 0
    }
    loaded.removeAll(keepingCapacity: true)
    let vectors = index.vectors.frequent
    for entry in vectors.entries[vectors.range(document)] {
      let place = entry >> TermVectors.weightBits
      loaded.append(place)
      weights[Int(place)] = UInt16(entry & TermVectors.weightMask)
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
