/// The cosines of one document with every other; its memory is used again for the next.
///
/// The terms of few documents are summed up for all of them at once. What the frequent terms add
/// is bounded by the lengths of both documents' frequent terms, and worked out only for documents
/// that can stand among the strongest.
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
  private var frequent = WeightTable()
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
    frequent.loadFrequent(position, of: index.vectors, index.statistics.frequentCount)
    let index = index
    var sums = self.sums.mutableSpan
    for place in sums.indices {
      sums[place] = 0
    }
    let entries = index.postings.entries.span
    let starts = index.postings.starts.span
    let terms = index.vectors.vectors.rare.terms.span
    let weights = index.vectors.vectors.rare.weights.span
    for place in index.vectors.rare(position) {
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
    return place < 0 ? 0 : Int(sums[place]) + frequent.frequentCosine(other, of: index.vectors)
  }

  func candidate(_ other: Int) -> Candidate {
    candidate(other, cosine: cosine(of: other))
  }

  /// The `limit` best of those that are similar enough, without those that `isBarred` names and
  /// without the same story told again; best first.
  func strongest(_ limit: Int, isBarred: (Int) -> Bool) -> [Candidate] {
    var best = Ranking(limit: limit)
    var least = Int(index.minimumCosine)
    // What the rare terms say first: that raises the bar for all others.
    let seen = strongestSums(limit)
    for place in seen {
      add(place + index.postings.firstDocument, to: &best, isBarred)
    }
    let leastSeen = seen.last.map { sums[$0] } ?? .max
    raise(&least, best)
    let own = Int(index.vectors.length(position))
    forEachPlace(atLeast: least) { place, sum in
      let position = place + index.postings.firstDocument
      let most = Int(sum) + own * Int(index.vectors.length(position))
      guard most >= least, sum < leastSeen || !seen.contains(place) else { return }
      if best.isFull, score(position, cosine: most) < best.last.score { return }
      add(position, to: &best, isBarred)
      raise(&least, best)
    }
    return best.candidates
  }

  /// The candidates whose list the document read may enter, by the bars of their lists.
  func reaching(_ bar: (_ position: Int) -> Int?) -> [Int] {
    let own = Int(index.vectors.length(position))
    let relevance = RelatedOptions.relevanceTenths
    var result: [Int] = []
    forEachPlace(atLeast: Int(index.minimumCosine)) { place, sum in
      let other = place + index.postings.firstDocument
      guard let bar = bar(other) else { return }
      let most = Int(sum) + own * Int(index.vectors.length(other))
      guard score(other, cosine: most) * relevance >= bar else { return }
      let candidate = candidate(other)
      guard candidate.cosine >= Int(index.minimumCosine), candidate.score * relevance >= bar else {
        return
      }
      result.append(other)
    }
    return result
  }

  /// How many of the articles that may be picked are better than `candidate`.
  func countBetter(than candidate: Candidate, isBarred: (Int) -> Bool) -> Int {
    (index.postings.firstDocument..<index.documents.count).count { position in
      guard index.documents.isCandidate(position), !isBarred(position) else { return false }
      let other = self.candidate(position)
      guard other.cosine >= Int(index.minimumCosine), other.cosine <= index.options.sameStory else {
        return false
      }
      return index.isBetter(other, candidate)
    }
  }

  /// The articles that tell the same story, best first.
  func sameStory(isBarred: (Int) -> Bool) -> [Candidate] {
    let least = index.options.sameStory + 1
    let own = Int(index.vectors.length(position))
    var result: [Candidate] = []
    forEachPlace(atLeast: least) { place, sum in
      let position = place + index.postings.firstDocument
      guard Int(sum) + own * Int(index.vectors.length(position)) >= least else { return }
      let candidate = candidate(position)
      guard candidate.cosine >= least, index.documents.isCandidate(position), !isBarred(position)
      else { return }
      result.append(candidate)
    }
    return result.sorted(by: index.isBetter)
  }
}

extension SimilarityScan {
  private static let block = 32

  private func score(_ other: Int, cosine: Int) -> Int {
    cosine * index.nearness.factor(index.date(position), index.date(other)) / Nearness.unit
  }

  private func candidate(_ other: Int, cosine: Int) -> Candidate {
    Candidate(position: other, cosine: cosine, score: score(other, cosine: cosine))
  }

  private func add(_ position: Int, to best: inout Ranking, _ isBarred: (Int) -> Bool) {
    let cosine = cosine(of: position)
    guard cosine >= Int(index.minimumCosine), cosine <= index.options.sameStory else { return }
    let candidate = candidate(position, cosine: cosine)
    if best.isFull, !index.isBetter(candidate, best.last) { return }
    guard index.documents.isCandidate(position), !isBarred(position) else { return }
    best.insert(candidate, index)
  }

  /// No nearness in time lifts a lower cosine over the last place.
  private func raise(_ least: inout Int, _ best: Ranking) {
    if best.isFull { least = max(least, best.last.score * Nearness.unit / Nearness.most) }
  }

  /// Calls `body` with every place whose document can have a cosine of at least `least`.
  @inline(__always)
  private func forEachPlace(atLeast least: Int, _ body: (Int, UInt32) -> Void) {
    let own = Int(index.vectors.length(position))
    let sums = self.sums.span
    let bound = UInt32(max(least - own * index.longest, 0))
    let count = index.documents.count - index.postings.firstDocument
    for start in stride(from: 0, to: sums.count, by: Self.block)
    where Self.hasSum(atLeast: bound, from: start, in: sums) {
      for place in start..<min(start + Self.block, count) where sums[place] >= bound {
        body(place, sums[place])
      }
    }
  }

  /// The places with the highest sums, at most `limit`.
  private func strongestSums(_ limit: Int) -> [Int] {
    var best: [UInt64] = []
    best.reserveCapacity(limit + 1)
    var least: UInt32 = 1
    let sums = self.sums.span
    for start in stride(from: 0, to: sums.count, by: Self.block)
    where Self.hasSum(atLeast: least, from: start, in: sums) {
      for place in start..<start + Self.block where sums[place] >= least {
        let entry = UInt64(sums[place]) << 32 | UInt64(place)
        var rank = best.count
        best.append(entry)
        while rank > 0, best[rank - 1] < entry {
          best[rank] = best[rank - 1]
          rank -= 1
        }
        best[rank] = entry
        guard best.count > limit else { continue }
        best.removeLast()
        least = UInt32(best[limit - 1] >> 32) + 1
      }
    }
    return best.map { Int($0 & 0xFFFF_FFFF) }
  }

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
}

/// The best candidates so far, best first.
private struct Ranking {
  let limit: Int
  private(set) var candidates: [SimilarityScan.Candidate] = []

  init(limit: Int) {
    self.limit = limit
    candidates.reserveCapacity(limit + 1)
  }

  var isFull: Bool { candidates.count == limit }
  var last: SimilarityScan.Candidate { candidates[candidates.count - 1] }

  mutating func insert(_ candidate: SimilarityScan.Candidate, _ index: LanguageIndex) {
    var place = candidates.count
    candidates.append(candidate)
    while place > 0, index.isBetter(candidate, candidates[place - 1]) {
      candidates[place] = candidates[place - 1]
      place -= 1
    }
    candidates[place] = candidate
    if candidates.count > limit { candidates.removeLast() }
  }
}
