/// Weighs the terms of documents: log2(1 + count) times rarity, the strongest, to length one.
struct TermVectorBuilder {
  private let statistics: TermStatistics
  private var counter: TermCounter
  private var batch = TermBatch()
  /// The counts of the batch's terms, document by document, and then their strengths.
  ///
  /// A strength is a weight in the upper bits and below it the inverted term: no two are equal.
  private var strengths: [UInt64] = []
  /// The numbers of the batch's terms, or ``unlisted``.
  private var numbers: [UInt32] = []
  /// Where each document's terms end.
  private var ends: [Int] = []

  init(statistics: TermStatistics, weights: RelatedOptions.Weights) {
    self.statistics = statistics
    counter = TermCounter(weights: weights)
  }

  mutating func vectors(_ documents: DocumentSlice, _ range: Range<Int>) -> TermVectors {
    var vectors = TermVectors()
    for position in range {
      counter.count(documents.text(position))
      for entry in counter.entries {
        batch.append(entry >> Term.countBits, payload: UInt64(strengths.count))
        strengths.append(entry & Term.countMask)
      }
      ends.append(strengths.count)
      if strengths.count > TermCounter.limit { write(to: &vectors) }
    }
    write(to: &vectors)
    return vectors.compacted()
  }
}

extension TermVectorBuilder {
  private static let unlisted = UInt32.max
  private static let termMask: UInt64 = 1 << Term.bits - 1

  /// Turns the batch into vectors.
  private mutating func write(to vectors: inout TermVectors) {
    weigh()
    var start = 0
    for end in ends {
      addVector(start..<end, to: &vectors)
      start = end
    }
    batch.removeAll()
    strengths.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  private mutating func weigh() {
    numbers.append(contentsOf: repeatElement(Self.unlisted, count: strengths.count))
    let statistics = statistics
    batch.arrange()
    for entry in batch.entries {
      let term = entry >> Term.countBits
      let place = Int(entry & Term.countMask)
      let number = statistics.number(of: term)
      let rarity = statistics.rarity(of: term, number: number)
      let weight = UInt64(Logarithm.damped(hundredths: Int(strengths[place])) * rarity)
      strengths[place] = weight == 0 ? 0 : weight << Term.bits | ~term & Self.termMask
      // A word that no other article holds makes the vector longer and carries nothing.
      if let number { numbers[place] = UInt32(number) }
    }
  }

  private func addVector(_ range: Range<Int>, to vectors: inout TermVectors) {
    var kept = range.map { strengths[$0] }
    let least = max(Self.quickselect(&kept, statistics.milestone.termLimit), 1)
    var square: UInt64 = 0
    for place in range where strengths[place] >= least {
      let weight = strengths[place] >> Term.bits
      square &+= weight &* weight
    }
    let length = squareRoot(square)
    for place in range where strengths[place] >= least && numbers[place] != Self.unlisted {
      let product = (strengths[place] >> Term.bits) * UInt64(TermVectors.unit)
      let weight = (product + length / 2) / length
      if weight > 0 { vectors.add(term: numbers[place], weight: UInt16(weight)) }
    }
    vectors.endDocument()
  }

  /// The value in place `limit` from the highest, or zero if there are not as many.
  private static func quickselect(_ values: inout [UInt64], _ limit: Int) -> UInt64 {
    guard values.count > limit else { return 0 }
    var low = 0
    var high = values.count - 1
    while low < high {
      let pivot = values[(low + high) / 2]
      var left = low
      var right = high
      while left <= right {
        while values[left] > pivot { left += 1 }
        while values[right] < pivot { right -= 1 }
        guard left <= right else { break }
        values.swapAt(left, right)
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
    return values[limit - 1]
  }
}
