/// The cosines of one document with every other; its memory is used again for the next.
struct SimilarityScan {
  /// An article that may be picked.
  struct Candidate: Hashable {
    var position: Int
    /// In units of ``TermVectors/cosineUnit``.
    var cosine: Int
    /// The cosine times the nearness in time, in the same units.
    var score: Int
  }

  private let index: LanguageIndex
  private var sums: [UInt32]
  private var position = 0

  init(_ index: LanguageIndex) {
    self.index = index
    // A whole number of blocks, so that blocks can be passed over at once.
    let blocks = (index.documents.count + Self.block - 1) / Self.block
    sums = [UInt32](repeating: 0, count: blocks * Self.block)
  }

  /// Compares the document at `position` with all candidates.
  mutating func read(_ position: Int) {
    self.position = position
    let index = index
    var sums = self.sums.mutableSpan
    for place in sums.indices {
      sums[place] = 0
    }
    let entries = index.postings.entries.span
    let starts = index.postings.starts.span
    let (part, range) = index.vectors.place(position)
    let terms = part.terms.span
    let weights = part.weights.span
    for place in range {
      let term = Int(terms[place])
      let weight = UInt32(weights[place])
      let list = entries.extracting(Int(starts[term])..<Int(starts[term &+ 1]))
      for posting in list.indices {
        let entry = list[posting]
        let document = Int(entry >> Postings.weightBits)
        sums[document] &+= (entry & Postings.weightMask) &* weight
      }
    }
  }

  func cosine(of other: Int) -> Int {
    let place = other - index.postings.firstDocument
    return place < 0 ? 0 : Int(sums[place])
  }

  func candidate(_ other: Int) -> Candidate {
    let cosine = cosine(of: other)
    let factor = index.nearness.factor(index.date(position), index.date(other))
    return Candidate(position: other, cosine: cosine, score: cosine * factor / Nearness.unit)
  }

  /// The `limit` best of those that are similar enough, without those that `isBarred` names and
  /// without the same story told again; best first.
  func strongest(_ limit: Int, isBarred: (Int) -> Bool) -> [Candidate] {
    var best: [Candidate] = []
    best.reserveCapacity(limit + 1)
    var least = index.minimumCosine
    let most = UInt32(index.options.sameStory)
    let sums = self.sums.span
    for start in stride(from: 0, to: sums.count, by: Self.block)
    where Self.hasSum(atLeast: least, from: start, in: sums) {
      for place in start..<start + Self.block where sums[place] >= least && sums[place] <= most {
        let candidate = candidate(place + index.postings.firstDocument)
        if best.count == limit, !isBetter(candidate, best[limit - 1]) { continue }
        guard !isBarred(candidate.position) else { continue }
        insert(candidate, into: &best, limit: limit)
        if best.count == limit {
          // No nearness in time lifts a lower cosine over the last place.
          let bound = best[limit - 1].score * Nearness.unit / Nearness.most
          least = max(least, UInt32(bound))
        }
      }
    }
    return best
  }

  /// How many of the articles that may be picked are better than `candidate`.
  func countBetter(than candidate: Candidate, isBarred: (Int) -> Bool) -> Int {
    sums.indices.count { place in
      guard sums[place] >= index.minimumCosine, Int(sums[place]) <= index.options.sameStory else {
        return false
      }
      let other = self.candidate(place + index.postings.firstDocument)
      return isBetter(other, candidate) && !isBarred(other.position)
    }
  }

  /// The articles that tell the same story, best first.
  func sameStory(isBarred: (Int) -> Bool) -> [Candidate] {
    let most = UInt32(index.options.sameStory)
    let sums = self.sums.span
    var result: [Candidate] = []
    for start in stride(from: 0, to: sums.count, by: Self.block)
    where Self.hasSum(atLeast: most + 1, from: start, in: sums) {
      for place in start..<start + Self.block where sums[place] > most {
        let candidate = candidate(place + index.postings.firstDocument)
        if !isBarred(candidate.position) { result.append(candidate) }
      }
    }
    return result.sorted(by: isBetter)
  }

  /// By score; of equals the newer one; then the lower id.
  func isBetter(_ first: Candidate, _ second: Candidate) -> Bool {
    if first.score != second.score { return first.score > second.score }
    let dates = (index.date(first.position), index.date(second.position))
    return dates.0 != dates.1 ? dates.0 > dates.1 : first.position < second.position
  }
}

extension SimilarityScan {
  private static let block = 32

  @inline(__always)
  private static func hasSum(
    atLeast least: UInt32, from start: Int, in sums: borrowing Span<UInt32>
  ) -> Bool {
    var most: UInt32 = 0
    for place in start..<start + block {
      most = max(most, sums[place])
    }
    return most >= least
  }

  private func insert(_ candidate: Candidate, into best: inout [Candidate], limit: Int) {
    var place = best.count
    best.append(candidate)
    while place > 0, isBetter(candidate, best[place - 1]) {
      best[place] = best[place - 1]
      place -= 1
    }
    best[place] = candidate
    if best.count > limit { best.removeLast() }
  }
}
