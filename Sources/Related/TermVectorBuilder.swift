/// Weighs the terms of documents: log2(1 + count) times rarity, the strongest, to length one.
struct TermVectorBuilder {
  private let statistics: TermStatistics
  private var counter: TermCounter
  /// The weights of the document's terms before they are brought to length one.
  private var strengths: [UInt32] = []

  init(_ statistics: TermStatistics, _ weights: FieldWeights) {
    self.statistics = statistics
    counter = TermCounter(weights)
  }

  mutating func addVector(
    of document: Int, in documents: DocumentWords, to vectors: inout TermVectors
  ) {
    counter.count(documents, document, statistics)
    weigh()
    var square: UInt64 = 0
    for strength in strengths {
      square &+= UInt64(strength) &* UInt64(strength)
    }
    let length = max(squareRoot(square), 1)
    let entries = counter.entries.span
    let words = documents.words.span
    var digest: UInt64 = 0
    for index in entries.indices where strengths[index] > 0 {
      let product = UInt64(strengths[index]) &* UInt64(TermVectors.unit)
      let weight = UInt16(truncatingIfNeeded: (product &+ length / 2) / length)
      guard weight > 0 else { continue }
      let term = entries[index].term
      let second = words[Int(entries[index].place)]
      var identity = statistics.words.hashes[Int(second)]
      if !statistics.isWord(term) {
        identity =
          identity &* 3 ^ statistics.words.hashes[Int(words[Int(entries[index].place) - 1])]
      }
      digest &+= TermHash.mixed(identity &+ UInt64(weight))
      if entries[index].rarity <= statistics.frequentRarity,
        let place = statistics.frequent.place(of: Int(term))
      {
        vectors.frequent.add(UInt32(place), weight)
      } else {
        vectors.rare.add(term, weight)
      }
    }
    vectors.endDocument(digest: digest)
  }
}

extension TermVectorBuilder {
  private mutating func weigh() {
    strengths.removeAll(keepingCapacity: true)
    for entry in counter.entries {
      let damped = Logarithm.damped(hundredths: Int(entry.count))
      strengths.append(UInt32(truncatingIfNeeded: damped &* Int(entry.rarity)))
    }
    let limit = statistics.milestone.termLimit
    if strengths.count > limit { keepStrongest(limit) }
  }

  /// Makes all but the `limit` strongest zero.
  private mutating func keepStrongest(_ limit: Int) {
    let least = highest(limit, of: strengths)
    var room = limit
    var tied: [Int] = []
    for index in strengths.indices {
      if strengths[index] > least {
        room -= 1
      } else {
        if strengths[index] == least { tied.append(index) }
        strengths[index] = 0
      }
    }
    if tied.count > room {
      let names = tied.map { (statistics.name(of: Int(counter.entries[$0].term)), $0) }
      tied = names.sorted { $0 < $1 }.map(\.1)
    }
    for index in tied.prefix(room) {
      strengths[index] = least
    }
  }
}

/// The value in place `limit` from the highest; there are at least as many.
private func highest(_ limit: Int, of values: [UInt32]) -> UInt32 {
  // By their upper eight bits first: few values share those of the one that is looked for.
  let shift = UInt32(max(24 - (values.max() ?? 0).leadingZeroBitCount, 0))
  var counts = [Int](repeating: 0, count: 256)
  for value in values {
    counts[Int(value >> shift)] += 1
  }
  var upper = 255
  var rank = limit
  while counts[upper] < rank {
    rank -= counts[upper]
    upper -= 1
  }
  return values.filter { Int($0 >> shift) == upper }.sorted(by: >)[rank - 1]
}
