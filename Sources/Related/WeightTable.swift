/// One document's vector, made for looking up its terms.
struct WeightTable {
  /// Open addressing: a term plus one, zero where free.
  private var terms: [UInt32] = [0, 0]
  private var weights: [UInt16] = [0, 0]
  private var shift: UInt32 = 31
  /// A bit for each term by its hash: nearly all terms of another document end here.
  private var filter = [UInt64](repeating: 0, count: 1 << 8)
  /// By frequent term.
  private var frequent: [UInt16] = []
  private var loaded: [UInt32] = []

  mutating func load(_ document: Int, of table: TermVectors, frequentCount: Int) {
    loadFrequent(document, of: table, frequentCount)
    let vectors = table.rare
    let range = vectors.range(document)
    let bits = UInt32(64 - (range.count * 3).leadingZeroBitCount)
    shift = 32 - bits
    terms.removeAll(keepingCapacity: true)
    terms.append(contentsOf: repeatElement(0, count: 1 << bits))
    weights.removeAll(keepingCapacity: true)
    weights.append(contentsOf: repeatElement(0, count: 1 << bits))
    for word in filter.indices {
      filter[word] = 0
    }
    for index in range {
      let hash = Self.hash(vectors.terms[index])
      filter[Self.word(hash)] |= Self.bit(hash)
      var slot = slot(hash)
      while terms[slot] != 0 {
        slot = (slot + 1) & (terms.count - 1)
      }
      terms[slot] = vectors.terms[index] + 1
      weights[slot] = vectors.weights[index]
    }
  }

  /// Loads only the frequent terms.
  mutating func loadFrequent(_ document: Int, of table: TermVectors, _ frequentCount: Int) {
    if frequent.count < frequentCount {
      frequent = [UInt16](repeating: 0, count: frequentCount)
      loaded = []
    }
    for term in loaded {
      frequent[Int(term)] = 0
    }
    loaded.removeAll(keepingCapacity: true)
    for entry in table.frequent.entries[table.frequent.range(document)] {
      let place = entry >> TermVectors.FrequentPart.weightBits
      loaded.append(place)
      frequent[Int(place)] = UInt16(entry & TermVectors.FrequentPart.weightMask)
    }
  }

  /// The cosine with another document, in units of ``TermVectors/cosineUnit``.
  func cosine(_ document: Int, of table: borrowing TermVectors) -> Int {
    rareCosine(document, of: table) &+ frequentCosine(document, of: table)
  }

  /// What the frequent terms carry of it.
  @inline(__always)
  func frequentCosine(_ document: Int, of table: borrowing TermVectors) -> Int {
    let own = frequent.span
    let entries = table.frequent.entries.span.extracting(table.frequent.range(document))
    var sum: UInt32 = 0
    for index in entries.indices {
      let place = Int(entries[index] >> TermVectors.FrequentPart.weightBits)
      let weight = entries[index] & TermVectors.FrequentPart.weightMask
      sum &+= UInt32(own[place]) &* weight
    }
    return Int(sum)
  }

  private func rareCosine(_ document: Int, of table: borrowing TermVectors) -> Int {
    let terms = self.terms.span
    let filter = self.filter.span
    let range = table.rare.range(document)
    let others = table.rare.terms.span.extracting(range)
    let otherWeights = table.rare.weights.span.extracting(range)
    var sum = 0
    for index in others.indices {
      let hash = Self.hash(others[index])
      guard filter[Self.word(hash)] & Self.bit(hash) != 0 else { continue }
      let key = others[index] &+ 1
      var slot = slot(hash)
      while terms[slot] != 0 {
        if terms[slot] == key {
          sum &+= Int(weights[slot]) &* Int(otherWeights[index])
          break
        }
        slot = (slot &+ 1) & (terms.count &- 1)
      }
    }
    return sum
  }

  @inline(__always)
  private static func hash(_ term: UInt32) -> UInt32 {
    term &* 0x9E37_79B1
  }

  @inline(__always)
  private func slot(_ hash: UInt32) -> Int {
    Int(hash >> shift)
  }

  /// The upper eight bits.
  @inline(__always)
  private static func word(_ hash: UInt32) -> Int {
    Int(hash >> 24)
  }

  /// The six bits after them.
  @inline(__always)
  private static func bit(_ hash: UInt32) -> UInt64 {
    1 << (UInt64(hash >> 18) & 63)
  }
}
