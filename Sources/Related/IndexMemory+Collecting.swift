extension IndexMemory.Language {
  /// What to remember of a language's documents, which `reading` has in their order.
  ///
  /// The base stays as it is, with the documents that are no more in it, and the others are added.
  mutating func remember(_ reading: Reading, _ digests: [UInt64]) {
    let known = Set(words.digests.prefix(baseDocuments))
    var collected = DocumentWords()
    for document in 0..<baseDocuments {
      collected.append(document, of: words.words)
    }
    var kept = Array(words.digests.prefix(baseDocuments))
    var position = 0
    for chunk in reading.chunks {
      for document in 0..<chunk.count {
        if !known.contains(digests[position]) {
          collected.append(document, of: chunk)
          kept.append(digests[position])
        }
        position += 1
      }
    }
    words = WordMemory(reading.table, collected, digests: kept)
  }

  /// Whether a new base would be worth its writing.
  func isOutgrown(by digests: [UInt64]) -> Bool {
    let known = Set(words.digests.prefix(baseDocuments))
    let alive = Set(digests).intersection(known).count
    return digests.count - alive > max(64, baseDocuments / 8) || alive < baseDocuments / 2
  }
}

extension IndexMemory {
  /// Forgets the base, and the languages that have no articles any more.
  mutating func beginBase(keeping names: [String]) {
    base = []
    languages = languages.filter { names.contains($0.key) }
    for name in languages.keys {
      languages[name]?.baseDocuments = 0
      languages[name]?.baseWords = 0
    }
  }
}
