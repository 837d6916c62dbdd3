/// For each term that is not frequent, the documents that may be recommended for it.
struct Postings: Sendable {
  /// Beyond it a language's oldest documents are not found by what they say, only by date.
  static let documentLimit = 1 << 20

  /// The document that stands in entries as zero.
  let firstDocument: Int
  /// Where each term's documents start; one more than there are terms.
  let starts: [UInt32]
  /// A document in the upper twenty bits, the term's weight in it in the lower twelve.
  let entries: [UInt32]

  /// What is needed for comparing the documents at `positions` with all of `index`; if they are few,
  /// only their terms have postings.
  static func made(for positions: [Int], of index: LanguageIndex, jobs: Int) async -> Postings {
    let vectors = index.vectors.rare
    guard positions.count < index.documents.count / 16 else { return Postings(index, vectors) }
    let wanted = terms(of: positions, vectors, index.statistics.termCount)
    let parts = await Chunks(count: index.documents.count, size: 512, jobs: jobs).map { documents in
      vectors.keeping(wanted, of: documents)
    }
    return Postings(index, TermVectors.Part(joining: parts))
  }

  /// What is needed for comparing one document.
  init(_ index: LanguageIndex, for position: Int) {
    let vectors = index.vectors.rare
    let wanted = Self.terms(of: [position], vectors, index.statistics.termCount)
    self.init(index, vectors.keeping(wanted, of: 0..<index.documents.count))
  }

  /// Of the terms that are in `vectors`.
  private init(_ index: LanguageIndex, _ vectors: TermVectors.Part) {
    let termCount = index.statistics.termCount
    firstDocument = Self.firstDocument(of: index.documents.count)
    let documents = (firstDocument..<index.documents.count).filter {
      index.documents.isCandidate($0)
    }
    var starts = Self.starts(of: documents, vectors, termCount)
    var entries = [UInt32](repeating: 0, count: Int(starts[termCount + 1]))
    Self.write(documents, vectors, first: firstDocument, &starts, &entries)
    starts.removeLast()
    self.starts = starts
    self.entries = entries
  }

  static func firstDocument(of count: Int) -> Int {
    max(count - documentLimit, 0)
  }
}

extension Postings {
  /// A bit for each term of the documents at `positions`.
  private static func terms(
    of positions: [Int], _ vectors: TermVectors.Part, _ termCount: Int
  ) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: termCount / 64 + 1)
    for position in positions {
      for term in vectors.terms[vectors.range(position)] {
        bits[Int(term >> 6)] |= 1 << UInt64(term & 63)
      }
    }
    return bits
  }

  /// Each start is one place late, and moves to its own while its documents are written.
  private static func starts(
    of documents: [Int], _ vectors: TermVectors.Part, _ termCount: Int
  ) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: termCount + 2)
    var span = starts.mutableSpan
    let terms = vectors.terms.span
    for document in documents {
      for index in vectors.range(document) {
        span[Int(terms[index]) &+ 2] &+= 1
      }
    }
    for index in 1..<termCount + 2 {
      span[index] &+= span[index &- 1]
    }
    return starts
  }

  private static func write(
    _ documents: [Int], _ vectors: TermVectors.Part, first: Int, _ starts: inout [UInt32],
    _ entries: inout [UInt32]
  ) {
    var starts = starts.mutableSpan
    var entries = entries.mutableSpan
    let (terms, weights) = (vectors.terms.span, vectors.weights.span)
    for document in documents {
      let bits = UInt32(document - first) << TermVectors.weightBits
      for index in vectors.range(document) {
        let term = Int(terms[index]) &+ 1
        entries[Int(starts[term])] = bits | UInt32(weights[index])
        starts[term] &+= 1
      }
    }
  }
}

extension TermVectors.Part {
  /// Of some documents only the terms for which `wanted` has a bit.
  fileprivate func keeping(_ wanted: [UInt64], of documents: Range<Int>) -> TermVectors.Part {
    var kept = TermVectors.Part()
    let (terms, wanted) = (terms.span, wanted.span)
    for document in documents {
      for place in range(document) {
        let term = terms[place]
        guard wanted[Int(term >> 6)] &>> UInt64(term) & 1 == 1 else { continue }
        kept.add(term, weights[place])
      }
      kept.endDocument()
    }
    return kept
  }
}
