extension LanguageIndex {
  /// Compares all documents of a language with one another.
  static func made(
    _ documents: DocumentSlice, of reading: Reading, _ options: RelatedOptions, jobs: Int
  ) async -> LanguageIndex {
    let weights = FieldWeights(options.weights)
    let milestone = Milestone(documentCount: documents.count)
    let pairs = await PairTable.counted(
      reading.chunks, wordCount: reading.table.count, milestone: milestone.size,
      PairTable.Pairing(weights: weights, jobs: jobs))
    let statistics = TermStatistics(
      milestone: milestone, words: reading.table, frequencies: reading.frequencies, pairs: pairs)
    let vectors = await TermVectors.made(reading.chunks, statistics, weights, jobs: jobs)
    return LanguageIndex(documents, options: options, statistics, vectors)
  }
}
