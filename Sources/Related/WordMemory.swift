/// The words of texts that were read before, by the digests of the texts.
struct WordMemory: Hashable, Sendable {
  private(set) var table = WordTable()
  private(set) var words = DocumentWords()
  private(set) var digests: [UInt64] = []
  private var places: [UInt64: Int] = [:]

  init() {}

  /// Remembers the words of documents, whose digests are given in the same order.
  init(_ table: WordTable, _ words: DocumentWords, digests: some Collection<UInt64>) {
    self.table = table
    self.words = words
    notePlaces(of: digests)
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
    forget(after: baseCount, except: documents)
    var reader = WordReader(weights, table: table)
    for position in 0..<documents.count where places[documents[position].digest] == nil {
      reader.read(source.text(documents.order[position]), adding: 0, to: &words)
      notePlaces(of: [documents[position].digest])
    }
    table = reader.table
  }

  private mutating func forget(after baseCount: Int, except documents: DocumentSlice) {
    let wanted = Set((0..<documents.count).lazy.map { documents[$0].digest })
    let known = digests
    let kept = (baseCount..<known.count).filter { wanted.contains(known[$0]) }
    guard kept.count < known.count - baseCount else { return }
    var words = words.part(0..<baseCount)
    for document in kept {
      words.append(document, of: self.words)
    }
    self = WordMemory(table, words, digests: known[..<baseCount] + kept.map { known[$0] })
  }

  private mutating func notePlaces(of added: some Collection<UInt64>) {
    places.reserveCapacity(digests.count + added.count)
    for digest in added {
      // Of equal texts the first counts.
      if places[digest] == nil { places[digest] = digests.count }
      digests.append(digest)
    }
  }
}

extension WordMemory {
  /// Some documents, and some words of the table.
  func write(_ documents: Range<Int>, words numbers: Range<Int>, to writer: inout ByteWriter) {
    writer.write(raw: Array(table.hashes[numbers]))
    writer.write(raw: Array(digests[documents]))
    let part = words.part(documents)
    writer.write(raw: part.words)
    writer.write(raw: part.ends)
  }

  /// Adds what was written; false if it is damaged.
  mutating func read(from reader: inout ByteReader) -> Bool {
    for hash in reader.raw(UInt64.self) {
      let number = table.count
      guard table.number(of: hash) == number else { return false }
    }
    let digests = reader.raw(UInt64.self)
    let part = DocumentWords(words: reader.raw(), ends: reader.raw())
    guard !reader.isDamaged, part.count == digests.count else { return false }
    if words.count == 0 { words = part } else { words.append(part) }
    notePlaces(of: digests)
    return true
  }
}
