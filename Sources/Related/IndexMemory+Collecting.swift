extension IndexMemory {
  /// Has the base made anew, of these languages.
  mutating func forgetBase(keeping isKept: (_ language: String) -> Bool) {
    base = []
    languages = languages.filter { isKept($0.key) }
  }
}

extension IndexMemory.Language {
  /// What is known of a language once its documents, all of them in `index`, were read and counted.
  init(_ reading: Reading, _ index: LanguageIndex) {
    let digests = (0..<index.documents.count).map { index.documents[$0].digest }
    words = WordMemory(reading.table, reading.words, digests: digests)
    let milestone = index.statistics.milestone.size
    terms = TermMemory(
      milestone: milestone, isCounted: digests.indices.map { $0 < milestone ? 1 : 0 },
      frequencies: reading.frequencies, pairs: index.statistics.pairs, vectors: index.vectors)
  }

  /// Whether so little changed that what is known can be brought up to date.
  func isNearly(_ documents: DocumentSlice) -> Bool {
    guard terms != nil else { return false }
    // Of equal texts the first counts, and the base comes first.
    let kept = (0..<documents.count).count {
      words.place(of: documents[$0].digest).map { $0 < baseDocuments } ?? false
    }
    return documents.count - kept <= LanguageUpdate.limit(documents.count)
      && kept >= baseDocuments / 2
  }
}
