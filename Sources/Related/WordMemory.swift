/// The words of texts that were read before, by the digests of the texts.
struct WordMemory: Sendable {
  private enum Base {
    case open(DocumentWords)
    /// As they were written, for a reader that is at their start.
    case written(ByteReader)
  }

  private(set) var table = WordTable()
  /// The words of the first texts.
  ///
  /// They are many and stay as they are, so nothing is added to them, and they are not even read
  /// before they are needed.
  private var stored = Base.open(DocumentWords())
  private(set) var baseCount = 0
  /// Those of the texts after them.
  private(set) var later = DocumentWords()
  private(set) var digests: [UInt64] = []
  private var places: [UInt64: Int] = [:]

  init() {}

  /// Remembers the words of documents, whose digests are given in the same order.
  init(_ table: WordTable, _ words: DocumentWords, digests: some Collection<UInt64>) {
    self.table = table
    stored = .open(words)
    baseCount = words.count
    notePlaces(of: digests)
  }

  /// Where the words of a text stand; see ``words(at:)``.
  func place(of digest: UInt64) -> Int? {
    places[digest]
  }

  /// The words of the first texts.
  var base: DocumentWords {
    switch stored {
    case .open(let words): return words
    case .written(var reader): return DocumentWords(words: reader.raw(), ends: reader.raw())
    }
  }

  /// Reads the words of the first texts, for whoever needs them more than once.
  mutating func open() {
    stored = .open(base)
  }

  /// The words among which those of the text at a place are, and the place that they have there.
  func words(at place: Int) -> (words: DocumentWords, document: Int) {
    place < baseCount ? (base, place) : (later, place - baseCount)
  }
}

extension WordMemory {
  /// Reads the documents that are not in it, and forgets those after the base that are not among
  /// `documents`.
  mutating func update(
    _ documents: DocumentSlice, _ source: RelatedSource, _ weights: FieldWeights
  ) {
    forgetOthers(than: documents)
    var reader = WordReader(weights, table: table)
    for position in 0..<documents.count where places[documents[position].digest] == nil {
      reader.read(source.text(documents.order[position]), adding: 0, to: &later)
      notePlaces(of: [documents[position].digest])
    }
    table = reader.table
  }

  private mutating func forgetOthers(than documents: DocumentSlice) {
    guard later.count > 0 else { return }
    let wanted = Set((0..<documents.count).lazy.map { documents[$0].digest })
    let (known, words) = (digests, later)
    let kept = words.indices.filter { wanted.contains(known[baseCount + $0]) }
    guard kept.count < words.count else { return }
    (later, digests, places) = (DocumentWords(), [], [:])
    for document in kept {
      later.append(document, of: words)
    }
    notePlaces(of: known[..<baseCount] + kept.map { known[baseCount + $0] })
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
  /// The base, with the first words of the table.
  func writeBase(words count: Int, to writer: inout ByteWriter) {
    writer.write(raw: Array(table.hashes[..<count]))
    writer.write(raw: Array(digests[..<baseCount]))
    writer.write(base)
  }

  /// The texts after the base, with the words of the table after the first.
  func writeLater(words first: Int, to writer: inout ByteWriter) {
    writer.write(raw: Array(table.hashes[first...]))
    writer.write(raw: Array(digests[baseCount...]))
    writer.write(later)
  }

  /// Takes the base that was written; false if it is damaged.
  mutating func readBase(from reader: inout ByteReader) -> Bool {
    guard let digests = readTable(from: &reader) else { return false }
    stored = .written(reader)
    reader.skip(UInt32.self)
    guard reader.skip(UInt32.self) == digests.count * DocumentWords.fields.count else {
      return false
    }
    baseCount = digests.count
    notePlaces(of: digests)
    return !reader.isDamaged
  }

  /// Adds the texts after the base that were written; false if they are damaged.
  mutating func readLater(from reader: inout ByteReader) -> Bool {
    guard let digests = readTable(from: &reader) else { return false }
    later = DocumentWords(words: reader.raw(), ends: reader.raw())
    notePlaces(of: digests)
    return !reader.isDamaged && later.count == digests.count
  }

  /// Adds the words of the table that were written; returns the digests of the texts.
  private mutating func readTable(from reader: inout ByteReader) -> [UInt64]? {
    for hash in reader.raw(UInt64.self) {
      let number = table.count
      guard table.number(of: hash) == number else { return nil }
    }
    return reader.raw()
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ words: DocumentWords) {
    write(raw: words.words)
    write(raw: words.ends)
  }
}
