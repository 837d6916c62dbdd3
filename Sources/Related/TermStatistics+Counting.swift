extension TermStatistics {
  /// Counts the terms of documents, which are given in the order of the milestone.
  static func counted(
    _ documents: DocumentSlice, weights: RelatedOptions.Weights, jobs: Int
  ) async -> TermStatistics {
    let milestone = Milestone(documentCount: documents.count)
    let reading = Reading(documents: documents, milestone: milestone, weights: weights)
    let stripes = Stripes(count: documents.count, jobs: jobs)
    let filters = await stripes.map { reading.filter($0) }
    let filter = filters.dropFirst().reduce(into: filters[0]) { $0.formUnion($1) }
    let tallies = await stripes.map { reading.tally($0, filter) }
    let ranges = await Stripes(count: 1 << rangeBits, chunk: 1, jobs: jobs).map { stripe in
      stripe.map { range in range.flatMap { Self.merged(tallies, range: $0) } }
    }
    return TermStatistics(Stripes.interleaved(ranges), milestone: milestone)
  }
}

extension TermStatistics {
  private static let rangeBits = 6

  /// What each task does with its share of the documents.
  private struct Reading: Sendable {
    let documents: DocumentSlice
    let milestone: Milestone
    let weights: RelatedOptions.Weights

    func filter(_ stripe: [Range<Int>]) -> TermFilter {
      var counter = TermCounter(weights: weights)
      var filter = TermFilter(byteCount: documents.byteCount)
      for position in stripe.joined() {
        counter.count(documents.text(position))
        let isLater = isLater(position)
        filter.add(counter.entries) { !isLater || !Term.isPair($0) }
      }
      return filter
    }

    func tally(_ stripe: [Range<Int>], _ filter: TermFilter) -> TermTally {
      var counter = TermCounter(weights: weights)
      var batch = TermBatch()
      var tally = TermTally()
      for range in stripe {
        for position in range {
          counter.count(documents.text(position))
          let isLater = isLater(position)
          for entry in counter.entries {
            let term = entry >> Term.countBits
            guard filter.hasTwice(term), !isLater || !Term.isPair(term) else { continue }
            batch.append(term, payload: isLater ? TermTally.later : TermTally.counted)
          }
        }
        guard batch.count > 1 << 18 else { continue }
        batch.arrange()
        tally.add(batch.entries)
        batch.removeAll()
      }
      tally.add(batch.entries)
      return tally
    }

    private func isLater(_ position: Int) -> Bool {
      position >= milestone.size
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
