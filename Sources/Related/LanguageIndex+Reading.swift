extension LanguageIndex {
  /// Reads and counts all documents of a language; `known` becomes what is known of them.
  static func made(
    _ documents: DocumentSlice, _ source: RelatedSource, _ known: inout IndexMemory.Language,
    _ options: RelatedOptions, jobs: Int
  ) async -> LanguageIndex {
    let pairing = PairTable.Pairing(weights: FieldWeights(options.weights), jobs: jobs)
    known.words.open()
    let reading = await Reading.words(of: documents, source, known.words, pairing)
    let milestone = Milestone(documentCount: documents.count)
    let pairs = await PairTable.counted(
      reading.words, wordCount: reading.table.count, milestone: milestone.size, pairing)
    let statistics = TermStatistics(
      milestone: milestone, words: reading.table, frequencies: reading.frequencies, pairs: pairs)
    let vectors = await TermVectors.made(reading.words, statistics, pairing.weights, jobs: jobs)
    let index = LanguageIndex(documents, options: options, statistics, vectors)
    let lists = known.lists
    known = IndexMemory.Language(reading, index)
    known.lists = lists
    return index
  }

  /// The same from what is known; nil if too much changed.
  static func updated(
    _ documents: DocumentSlice, _ source: RelatedSource, _ known: inout IndexMemory.Language,
    _ options: RelatedOptions, jobs: Int
  ) async -> LanguageIndex? {
    let weights = FieldWeights(options.weights)
    guard known.isNearly(documents) else { return nil }
    known.words.update(documents, source, weights)
    guard let update = await LanguageUpdate(documents, known, weights, jobs: jobs) else {
      return nil
    }
    let vectors = await update.vectors(of: documents, jobs: jobs)
    return LanguageIndex(documents, options: options, update.statistics, vectors)
  }
}
