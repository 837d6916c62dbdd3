/// All that is needed to find the articles most like an article of one language.
struct LanguageIndex: Sendable {
  let documents: DocumentSlice
  let options: RelatedOptions
  let statistics: TermStatistics
  let vectors: TermVectors
  let nearness: Nearness
  let shelves: Shelves

  init(
    _ documents: DocumentSlice, options: RelatedOptions, _ statistics: TermStatistics,
    _ vectors: TermVectors
  ) {
    self.documents = documents
    self.options = options
    self.statistics = statistics
    self.vectors = vectors
    nearness = Nearness(halfLife: options.halfLife)
    shelves = Shelves(documents)
  }

  /// The lists of all documents, by position in `documents`.
  func lists(jobs: Int) async -> [FoundList] {
    await lists(of: Array(0..<documents.count), jobs: jobs)
  }

  /// The lists of some documents, in the same order.
  func lists(of positions: [Int], jobs: Int) async -> [FoundList] {
    let postings = await Postings.made(for: positions, of: self, jobs: jobs)
    let pools = await CandidatePools.made(for: positions, of: self, postings, jobs: jobs)
    let lists = await Chunks(count: positions.count, size: 32, jobs: jobs).map {
      RelatedFinder(self, postings, pools)
    } each: { finder, range in
      range.map { finder.find(positions[$0]).list }
    }
    return lists.flatMap(\.self)
  }
}

extension LanguageIndex {
  /// The least sum of a similar article.
  var minimumCosine: UInt32 {
    let thousandths = min(max(options.minimumCosine, 0), 1000)
    return UInt32(max((thousandths * TermVectors.cosineUnit + 999) / 1000, 1))
  }

  func pick(
    _ candidate: SimilarityScan.Candidate, _ reason: RelatedPick.Reason
  ) -> RelatedPick {
    RelatedPick(
      document: documents.order[candidate.position], reason: reason,
      score: TermVectors.millionths(candidate.score),
      cosine: TermVectors.millionths(candidate.cosine))
  }

  @inline(__always)
  func candidate(_ other: Int, for position: Int, cosine: Int) -> SimilarityScan.Candidate {
    let factor = nearness.factor(date(position), date(other))
    return SimilarityScan.Candidate(
      position: other, cosine: cosine, score: cosine * factor / Nearness.unit)
  }

  /// By score; of equals the newer one; then the lower id.
  @inline(__always)
  func isBetter(
    _ first: SimilarityScan.Candidate, _ second: SimilarityScan.Candidate
  ) -> Bool {
    if first.score != second.score { return first.score > second.score }
    let dates = (date(first.position), date(second.position))
    return dates.0 != dates.1 ? dates.0 > dates.1 : first.position < second.position
  }

  @inline(__always)
  func date(_ position: Int) -> Int {
    documents.dates[position]
  }
}
