extension TermStatistics {
  /// Counts the terms of documents, which are given in the order of the milestone.
  static func counted(
    _ documents: DocumentSlice, weights: RelatedOptions.Weights, jobs: Int
  ) async -> TermStatistics {
    let milestone = Milestone(documentCount: documents.count)
    let stripes = Stripes(count: documents.count, jobs: jobs)
    let tallies = await stripes.map { stripe in
      var counter = TermCounter(weights: weights)
      var tally = TermTally()
      for range in stripe {
        for position in range {
          counter.count(documents[position])
          Self.add(counter, to: &tally, isLater: position >= milestone.size)
        }
      }
      return tally
    }
    let ranges = await Stripes(count: 1 << rangeBits, chunk: 1, jobs: jobs).map { stripe in
      stripe.map { range in
        range.flatMap { Self.merged(tallies, range: $0) }
      }
    }
    return TermStatistics(
      Stripes.interleaved(ranges), milestone: milestone)
  }
}

extension TermStatistics {
  private static let rangeBits = 6

  private static func add(_ counter: TermCounter, to tally: inout TermTally, isLater: Bool) {
    for index in 0..<counter.termCount {
      let term = counter[index].term
      if !isLater {
        tally.add(term)
      } else if !Term.isPair(term) {
        tally.addLater(term)
      }
    }
  }

  private static func merged(_ tallies: [TermTally], range: Int) -> [UInt64] {
    var result: [UInt64] = []
    for tally in tallies {
      let entries = tally.entries(inRange: range, rangeBits: rangeBits)
      result = result.isEmpty ? entries : merged(result, entries)
    }
    return result.filter { $0 >> TermTally.frequencyBits & 3 > 1 }
  }

  private static func merged(_ first: [UInt64], _ second: [UInt64]) -> [UInt64] {
    var result: [UInt64] = []
    result.reserveCapacity(first.count + second.count)
    var left = 0
    var right = 0
    while left < first.count, right < second.count {
      let (one, other) = (first[left] >> Term.countBits, second[right] >> Term.countBits)
      if one == other {
        result.append(TermTally.sum(first[left], second[right]))
      } else {
        result.append(one < other ? first[left] : second[right])
      }
      left += one <= other ? 1 : 0
      right += other <= one ? 1 : 0
    }
    result.append(contentsOf: first[left...])
    result.append(contentsOf: second[right...])
    return result
  }
}
