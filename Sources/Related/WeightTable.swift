/// One document's vector, made for looking up its terms.
struct WeightTable {
  /// Open addressing: a term plus one, zero where free.
  private var terms: [UInt32] = [0, 0]
  private var weights: [UInt16] = [0, 0]
  private var shift: UInt32 = 31
  /// By frequent term.
  private var frequent: [UInt16] = []
  private var loaded: [UInt32] = []

  mutating func load(_ document: Int, of table: VectorTable, frequentCount: Int) {
    loadFrequent(document, of: table, frequentCount)
    let range = table.rare(document)
    let bits = UInt32(64 - (range.count * 3).leadingZeroBitCount)
    shift = 32 - bits
    terms.removeAll(keepingCapacity: true)
    terms.append(contentsOf: repeatElement(0, count: 1 << bits))
    weights.removeAll(keepingCapacity: true)
    weights.append(contentsOf: repeatElement(0, count: 1 << bits))
    let vectors = table.vectors.rare
    for index in range {
      var slot = slot(vectors.terms[index])
      while terms[slot] != 0 {
        slot = (slot + 1) & (terms.count - 1)
      }
      terms[slot] = vectors.terms[index] + 1
      weights[slot] = vectors.weights[index]
    }
  }

  /// Loads only the frequent terms.
  mutating func loadFrequent(_ document: Int, of table: VectorTable, _ frequentCount: Int) {
    if frequent.count < frequentCount {
      frequent = [UInt16](repeating: 0, count: frequentCount)
      loaded = []
    }
    for term in loaded {
      frequent[Int(term)] = 0
    }
    loaded.removeAll(keepingCapacity: true)
    let vectors = table.vectors.frequent
    for index in table.frequent(document) {
      loaded.append(vectors.terms[index])
      frequent[Int(vectors.terms[index])] = vectors.weights[index]
    }
  }

  /// The cosine with another document, in units of ``TermVectors/cosineUnit``.
  func cosine(_ document: Int, of table: borrowing VectorTable) -> Int {
    rareCosine(document, of: table) &+ frequentCosine(document, of: table)
  }

  /// What the frequent terms carry of it.
  @inline(__always)
  func frequentCosine(_ document: Int, of table: borrowing VectorTable) -> Int {
    let own = frequent.span
    let terms = table.vectors.frequent.terms.span
    let weights = table.vectors.frequent.weights.span
    var sum: UInt32 = 0
    for index in table.frequent(document) {
      sum &+= UInt32(own[Int(terms[index])]) &* UInt32(weights[index])
    }
    return Int(sum)
  }

  private func rareCosine(_ document: Int, of table: borrowing VectorTable) -> Int {
    let terms = self.terms.span
    let others = table.vectors.rare.terms.span
    let otherWeights = table.vectors.rare.weights.span
    var sum = 0
    for index in table.rare(document) {
      let key = others[index] &+ 1
      var slot = slot(others[index])
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
  private func slot(_ term: UInt32) -> Int {
    Int((term &* 0x9E37_79B1) >> shift)
  }
}
