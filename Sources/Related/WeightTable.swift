/// One document's vector, made for looking up its terms.
struct WeightTable {
  /// Open addressing: a term plus one, zero where free.
  private var terms: [UInt32] = []
  private var weights: [UInt16] = []
  private var shift: UInt32 = 32

  mutating func load(_ vectors: TermVectors, _ range: Range<Int>) {
    let bits = UInt32(64 - (range.count * 3).leadingZeroBitCount)
    shift = 32 - bits
    terms.removeAll(keepingCapacity: true)
    terms.append(contentsOf: repeatElement(0, count: 1 << bits))
    weights.removeAll(keepingCapacity: true)
    weights.append(contentsOf: repeatElement(0, count: 1 << bits))
    for index in range {
      var slot = slot(vectors.terms[index])
      while terms[slot] != 0 {
        slot = (slot + 1) & (terms.count - 1)
      }
      terms[slot] = vectors.terms[index] + 1
      weights[slot] = vectors.weights[index]
    }
  }

  /// The cosine with another document, in units of ``TermVectors/cosineUnit``.
  func cosine(_ vectors: TermVectors, _ range: Range<Int>) -> Int {
    let terms = self.terms.span
    let others = vectors.terms.span
    let otherWeights = vectors.weights.span
    var sum = 0
    for index in range {
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
