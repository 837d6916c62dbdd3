extension IndexMemory {
  /// Has the base made anew, of these languages.
  mutating func forgetBase(keeping names: [String]) {
    base = []
    languages = languages.filter { names.contains($0.key) }
  }
}

extension IndexMemory.Language {
  /// What is known of a language once its documents, all of them in `index`, were read and counted.
  init(_ reading: Reading, _ index: LanguageIndex) {
    var collected = DocumentWords()
    for chunk in reading.chunks {
      collected.append(chunk)
    }
    let digests = (0..<index.documents.count).map { index.documents[$0].digest }
    words = WordMemory(reading.table, collected, digests: digests)
    baseDocuments = digests.count
    baseWords = reading.table.count
    let milestone = index.statistics.milestone.size
    terms = TermMemory(
      milestone: milestone, isCounted: digests.indices.map { $0 < milestone ? 1 : 0 },
      frequencies: reading.frequencies, pairs: index.statistics.pairs, vectors: index.vectors)
  }

  /// Whether so little changed that what is known can be brought up to date.
  func isNearly(_ documents: DocumentSlice) -> Bool {
    let limit = LanguageUpdate.limit(documents.count)
    guard terms != nil, words.unknownCount(of: documents) <= limit else { return false }
    let known = Set(words.digests.prefix(baseDocuments))
    let kept = (0..<documents.count).count { known.contains(documents[$0].digest) }
    return documents.count - kept <= limit && kept >= baseDocuments / 2
  }
}
