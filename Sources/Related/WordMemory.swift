/// The words of texts that were read before, by the digests of the texts.
struct WordMemory: Hashable, Sendable {
  private(set) var table = WordTable()
  private(set) var words = DocumentWords()
  private(set) var digests: [UInt64] = []
  private var places: [UInt64: Int] = [:]

  init() {}

  /// Remembers the words of documents, whose digests are given in the same order.
  init(_ table: WordTable, _ words: DocumentWords, digests: [UInt64]) {
    self.table = table
    self.words = words
    self.digests = digests
    places = Dictionary(
      zip(digests, digests.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Where the words of a text stand in ``words``.
  func place(of digest: UInt64) -> Int? {
    places[digest]
  }
}

extension WordMemory {
  /// Reads the documents that are not in it, and forgets those after the first `baseCount` that
  /// are not among `documents`.
  mutating func update(
    _ documents: DocumentSlice, _ source: RelatedSource, _ weights: FieldWeights, baseCount: Int
  ) {
    var collected = DocumentWords(first: baseCount, of: words)
    var kept = Array(digests.prefix(baseCount))
    var known = Set(kept)
    var reader = WordReader(weights, table: table)
    for position in 0..<documents.count {
      let digest = documents[position].digest
      guard known.insert(digest).inserted else { continue }
      if let place = places[digest] {
        collected.append(place, of: words)
      } else {
        reader.read(source.text(documents.order[position]), adding: 0, to: &collected)
      }
      kept.append(digest)
    }
    self = WordMemory(reader.table, collected, digests: kept)
  }

  /// How many of `documents` are not in it.
  func unknownCount(of documents: DocumentSlice) -> Int {
    (0..<documents.count).count { places[documents[$0].digest] == nil }
  }

  /// Some documents, and some words of the table.
  func write(_ documents: Range<Int>, words numbers: Range<Int>, to writer: inout ByteWriter) {
    writer.write(numbers.count)
    for hash in table.hashes[numbers] {
      writer.write(fixed: hash)
    }
    writer.write(documents.count)
    for document in documents {
      writer.write(fixed: digests[document])
      for field in DocumentWords.fields.indices {
        let range = words.range(document, field)
        writer.write(range.count)
        for word in words.words[range] {
          writer.write(Int(word))
        }
      }
    }
  }

  /// Adds what was written; false if it is damaged.
  mutating func read(from reader: inout ByteReader) -> Bool {
    var hashes = table.hashes
    for _ in 0..<reader.count(of: 8) {
      hashes.append(reader.fixed())
    }
    var digests = digests
    var words = words
    for _ in 0..<reader.count(of: 8 + DocumentWords.fields.count) {
      digests.append(reader.fixed())
      for _ in DocumentWords.fields {
        for _ in 0..<reader.count() {
          let word = reader.number()
          guard word >= 0, word < hashes.count else { return false }
          words.append(word)
        }
        words.endField()
      }
    }
    let table = WordTable(hashes)
    guard !reader.isDamaged, table.count == hashes.count else { return false }
    self = WordMemory(table, words, digests: digests)
    return true
  }
}
