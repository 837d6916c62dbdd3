/// The documents most like one document; its memory is used again for the next.
///
/// ``CosineBounds`` says how like they can be. What is really so is worked out only for documents
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
  private var bounds: CosineBounds
  private var frequent = FrequentWeights()
  /// The document that was read last; -1 before the first.
  private var position = -1

  /// For documents that `postings` were made for.
  init(_ index: LanguageIndex, _ postings: Postings) {
    self.index = index
    bounds = CosineBounds(index, postings)
  }

  /// Compares the document at `position` with all candidates.
  mutating func read(_ position: Int) {
    guard position != self.position else { return }
    self.position = position
    frequent.load(position, of: index)
    bounds.read(position, of: index)
  }

  func candidate(_ other: Int) -> Candidate {
    candidate(other, cosine: cosine(of: other))
  }

  /// The `limit` best of those that are similar enough, without those that `isBarred` names and
  /// without the same story told again; best first.
  mutating func strongest(_ limit: Int, isBarred: (Int) -> Bool) -> [Candidate] {
    var best = Ranking(limit: limit)
    var batch: [Int] = []
    // Those with the highest bounds first: that raises the bar for all others.
    let high = max(bounds.bound(reachedBy: limit), index.minimumCosine)
    bounds.forEachPlace(atLeast: Int(high)) { batch.append($0) }
    add(batch, to: &best, isBarred)
    batch.removeAll(keepingCapacity: true)
    let (values, maxima) = (bounds.bounds, bounds.maxima)
    for era in stride(from: 0, to: maxima.count, by: Self.era) {
      let least = leastCosine(for: best, nearness(ofEra: era))
      for block in era..<min(era &+ Self.era, maxima.count) where maxima[block] >= least {
        for place in bounds.places(inBlock: block)
        where values[place] >= least && values[place] < high {
          batch.append(place)
        }
      }
      guard batch.count >= Self.batch else { continue }
      add(batch, to: &best, isBarred)
      batch.removeAll(keepingCapacity: true)
    }
    add(batch, to: &best, isBarred)
    return best.candidates
  }

  /// The candidates whose list the document read may enter, by the bars of their lists.
  func reaching(_ bar: (_ position: Int) -> Int?) -> [Int] {
    let relevance = RelatedOptions.relevanceTenths
    var result: [Int] = []
    bounds.forEachPlace(atLeast: Int(index.minimumCosine)) { place in
      let other = place + bounds.firstDocument
      guard let bar = bar(other) else { return }
      guard mostScore(other) * relevance >= bar else { return }
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
    (bounds.firstDocument..<index.documents.count).count { position in
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
    var result: [Candidate] = []
    bounds.forEachPlace(atLeast: least) { place in
      let position = place + bounds.firstDocument
      let candidate = candidate(position)
      guard candidate.cosine >= least, index.documents.isCandidate(position), !isBarred(position)
      else { return }
      result.append(candidate)
    }
    return result.sorted(by: index.isBetter)
  }
}

extension SimilarityScan {
  /// How many blocks are so near in time that they have one bound of it: documents go by date.
  private static let era = 16
  /// How many documents are fetched side by side before any is compared.
  private static let batch = 16

  private func cosine(of other: Int) -> Int {
    let place = other - bounds.firstDocument
    guard place >= 0 else { return 0 }
    return bounds.rareCosine(place, length: index.vectors.lengths[other])
      + frequent.cosine(other, of: index)
  }

  /// The score that a document can have at most.
  private func mostScore(_ other: Int) -> Int {
    candidate(other, cosine: Int(bounds.bounds[other - bounds.firstDocument])).score
  }

  private func candidate(_ other: Int, cosine: Int) -> Candidate {
    index.candidate(other, for: position, cosine: cosine)
  }

  private mutating func add(_ places: [Int], to best: inout Ranking, _ isBarred: (Int) -> Bool) {
    frequent.fetch(places, from: bounds.firstDocument, of: index)
    for place in places {
      add(place + bounds.firstDocument, to: &best, isBarred)
    }
  }

  private func add(_ position: Int, to best: inout Ranking, _ isBarred: (Int) -> Bool) {
    if best.isFull, mostScore(position) < best.last.score { return }
    let cosine = cosine(of: position)
    guard cosine >= Int(index.minimumCosine), cosine <= index.options.sameStory else { return }
    let candidate = candidate(position, cosine: cosine)
    if best.isFull, !index.isBetter(candidate, best.last) { return }
    guard index.documents.isCandidate(position), !isBarred(position) else { return }
    best.insert(candidate, index)
  }

  /// The most that nearness in time can do for the documents of an era.
  private func nearness(ofEra era: Int) -> Int {
    let first = bounds.firstDocument &+ era &* CosineBounds.block
    let end = min(first &+ Self.era &* CosineBounds.block, index.documents.count)
    let nearest = min(max(position, first), end &- 1)
    return index.nearness.factor(index.date(position), index.date(nearest))
  }

  /// With a lower cosine, no document of such nearness in time has a place among the best.
  @inline(__always)
  private func leastCosine(for best: Ranking, _ nearness: Int) -> UInt32 {
    let least = Int(index.minimumCosine)
    return UInt32(best.isFull ? max(least, best.last.score * Nearness.unit / nearness) : least)
  }
}
