/// Weighs the terms of documents: log2(1 + count) times rarity, the strongest, to length one.
struct TermVectorBuilder {
  private let statistics: TermStatistics
  private var counter: TermCounter
  /// A weight in the upper 22 bits and below it the inverted term, so that of equal weights the
  /// lower term is the stronger one.
  private var candidates: [UInt64] = []

  init(statistics: TermStatistics, weights: RelatedOptions.Weights) {
    self.statistics = statistics
    counter = TermCounter(weights: weights)
  }

  mutating func vectors(_ documents: DocumentSlice, _ range: Range<Int>) -> TermVectors {
    var vectors = TermVectors()
    for position in range {
      add(documents[position], to: &vectors)
    }
    return vectors.compacted()
  }
}

extension TermVectorBuilder {
  private static let termMask: UInt64 = 1 << Term.bits - 1

  private mutating func add(_ document: RelatedDocument, to vectors: inout TermVectors) {
    counter.count(document)
    candidates.removeAll(keepingCapacity: true)
    for index in 0..<counter.termCount {
      let (term, count) = counter[index]
      let rarity = statistics.rarity(of: term)
      guard rarity > 0 else { continue }
      let weight = UInt64(Logarithm.damped(hundredths: count) * rarity)
      candidates.append(weight << Term.bits | ~term & Self.termMask)
    }
    keepStrongest(statistics.milestone.termLimit)
    let length = squareRoot(candidates.reduce(0) { $0 + ($1 >> Term.bits) * ($1 >> Term.bits) })
    for candidate in candidates {
      // A word that no other article holds makes the vector longer and carries nothing.
      guard let number = statistics.number(of: ~candidate & Self.termMask) else { continue }
      let weight = (candidate >> Term.bits * UInt64(TermVectors.unit) + length / 2) / length
      if weight > 0 { vectors.add(term: number, weight: weight) }
    }
    vectors.endDocument()
  }

  /// Quickselect.
  private mutating func keepStrongest(_ limit: Int) {
    guard candidates.count > limit else { return }
    var low = 0
    var high = candidates.count - 1
    while low < high {
      let pivot = candidates[(low + high) / 2]
      var left = low
      var right = high
      while left <= right {
        while candidates[left] > pivot { left += 1 }
        while candidates[right] < pivot { right -= 1 }
        guard left <= right else { break }
        candidates.swapAt(left, right)
        left += 1
        right -= 1
      }
      if limit - 1 <= right {
        high = right
      } else if limit - 1 >= left {
        low = left
      } else {
        break
      }
    }
    candidates.removeLast(candidates.count - limit)
  }
}
