/// The terms and vectors of a language's articles, as they were when the base was made.
struct TermMemory: Sendable {
  /// How many documents the frequencies count.
  var milestone = 0
  /// Which documents they are.
  var isCounted: [UInt8] = []
  /// In how many of them each word occurs.
  var frequencies: [UInt32] = []
  var pairs = PairTable()
  var vectors = TermVectors()
}

extension TermMemory {
  func write(to writer: inout ByteWriter) {
    writer.write(milestone)
    writer.write(raw: isCounted)
    writer.write(raw: frequencies)
    writer.write(raw: pairs.slots)
    writer.write(raw: pairs.starts)
    vectors.write(to: &writer)
  }

  /// What was written; nil if it cannot belong to so many documents and words.
  init?(from reader: inout ByteReader, documents: Int, words: Int) {
    milestone = reader.number()
    isCounted = reader.raw()
    frequencies = reader.raw()
    pairs = PairTable(slots: reader.raw(), starts: reader.raw())
    vectors = TermVectors(from: &reader)
    guard !reader.isDamaged, isCounted.count == documents, vectors.count == documents,
      frequencies.count == words
    else { return nil }
  }
}

extension TermVectors {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(raw: rare.starts)
    writer.write(raw: rare.terms)
    writer.write(raw: rare.weights)
    writer.write(raw: frequent.starts)
    writer.write(raw: frequent.entries)
    writer.write(raw: lengths)
    writer.write(raw: digests)
  }

  fileprivate init(from reader: inout ByteReader) {
    rare = Part(starts: reader.raw(), terms: reader.raw(), weights: reader.raw())
    frequent = FrequentPart(starts: reader.raw(), entries: reader.raw())
    lengths = reader.raw()
    digests = reader.raw()
  }
}
