/// The vector of a document, made for comparing others with it.
struct WeightTable {
  /// Open addressing: a term plus one, zero where free.
  private var terms: [UInt32] = [0, 0]
  /// In the same places.
  private var weights: [UInt16] = [0, 0]
  /// A bit for each term by its hash: nearly all terms of another document end here.
  private var filter = [UInt64](repeating: 0, count: 1 << 8)
  /// Where the terms of the other document stand that the filter let through.
  private var passed: [UInt32] = []
  private var frequent = FrequentWeights()
  /// What was loaded last.
  private var document: Int?

  mutating func load(_ document: Int, of index: borrowing LanguageIndex) {
    guard document != self.document else { return }
    self.document = document
    frequent.load(document, of: index)
    let range = index.vectors.rare.range(document)
    let own = index.vectors.rare.terms.span.extracting(range)
    Self.note(own, in: &filter)
    let bits = 64 - (range.count * 3).leadingZeroBitCount
    terms.removeAll(keepingCapacity: true)
    terms.append(contentsOf: repeatElement(0, count: 1 << bits))
    if weights.count < terms.count { weights = [UInt16](repeating: 0, count: terms.count) }
    Self.add(own, index.vectors.rare.weights.span.extracting(range), to: &terms, &weights)
  }

  /// The cosine with another document, in units of ``TermVectors/cosineUnit``.
  mutating func cosine(_ other: Int, of index: borrowing LanguageIndex) -> Int {
    rareCosine(other, of: index) + frequent.cosine(other, of: index)
  }
}

extension WeightTable {
  private static func note(_ terms: Span<UInt32>, in filter: inout [UInt64]) {
    var filter = filter.mutableSpan
    for word in filter.indices {
      filter[word] = 0
    }
    for place in terms.indices {
      let hash = hash(terms[place])
      filter[word(hash)] |= 1 &<< bit(hash)
    }
  }

  private static func add(
    _ own: Span<UInt32>, _ ownWeights: Span<UInt16>, to terms: inout [UInt32],
    _ weights: inout [UInt16]
  ) {
    let (shift, mask) = (shift(terms.count), terms.count &- 1)
    var terms = terms.mutableSpan
    var weights = weights.mutableSpan
    for place in own.indices {
      var slot = Int(hash(own[place]) >> shift)
      while terms[slot] != 0 {
        slot = (slot &+ 1) & mask
      }
      terms[slot] = own[place] &+ 1
      weights[slot] = ownWeights[place]
    }
  }

  /// What leaves of a hash a place among `count`, which is a power of two.
  @inline(__always)
  private static func shift(_ count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: count.leadingZeroBitCount &- 31)
  }

  private mutating func rareCosine(_ other: Int, of index: borrowing LanguageIndex) -> Int {
    let range = index.vectors.rare.range(other)
    let others = index.vectors.rare.terms.span.extracting(range)
    let count = sift(others)
    let otherWeights = index.vectors.rare.weights.span.extracting(range)
    let (own, ownWeights, passed) = (terms.span, weights.span, passed.span)
    let shift = Self.shift(own.count)
    var sum = 0
    for number in 0..<count {
      let place = Int(passed[number])
      let key = others[place] &+ 1
      var slot = Int(Self.hash(others[place]) >> shift)
      while own[slot] != 0 {
        if own[slot] == key {
          sum &+= Int(ownWeights[slot]) &* Int(otherWeights[place])
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
