/// All that is needed to find the articles most like an article of one language.
struct LanguageIndex: Sendable {
  let documents: DocumentSlice
  let options: RelatedOptions
  let statistics: TermStatistics
  let vectors: VectorTable
  let postings: Postings
  let nearness: Nearness
  let shelves: Shelves

  init(_ documents: DocumentSlice, options: RelatedOptions, jobs: Int) async {
    self.documents = documents
    self.options = options
    statistics = await TermStatistics.counted(documents, weights: options.weights, jobs: jobs)
    vectors = await VectorTable.made(documents, statistics, options, jobs: jobs)
    postings = Postings(vectors, termCount: statistics.termCount) {
      documents[$0].isCandidate
    }
    nearness = Nearness(halfLife: options.halfLife)
    shelves = Shelves(documents)
  }

  /// The lists of all documents, by position in `documents`.
  func lists(jobs: Int) async -> [[RelatedPick]] {
    let stripes = await Stripes(count: documents.count, jobs: jobs).map { stripe in
      var finder = RelatedFinder(self)
      return stripe.map { range in range.map { finder.find($0).picks } }
    }
    return Stripes.interleaved(stripes).flatMap(\.self)
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
  func date(_ position: Int) -> Int {
    documents.dates[position]
  }
}
