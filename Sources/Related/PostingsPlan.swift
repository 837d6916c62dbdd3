/// Where the postings of each term stand, before they are written.
struct PostingsPlan: Sendable {
  let firstDocument: Int
  /// Where each term's documents start; one more than there are terms.
  let starts: [UInt32]
  private let vectors: TermVectors.Part
  /// The documents that may be recommended.
  private let documents: [Int]

  /// Of the terms that are in `vectors`.
  init(_ index: LanguageIndex, _ vectors: TermVectors.Part) {
    self.vectors = vectors
    firstDocument = Postings.firstDocument(of: index.documents.count)
    documents = (firstDocument..<index.documents.count).filter { index.documents.isCandidate($0) }
    starts = Self.starts(of: documents, vectors, index.statistics.termCount)
  }

  var termCount: Int { starts.count - 1 }

  /// Ranges of terms with about as many postings each.
  func ranges(_ count: Int) -> [Range<Int>] {
    let total = Int(starts[termCount])
    let ends = (1..<max(count, 1)).map { part in
      starts.firstIndex { Int($0) >= total / count * part } ?? termCount
    }
    return zip([0] + ends, ends + [termCount]).map { $0..<$1 }
  }

  /// The postings of a range of terms, as ``Postings/entries`` has them.
  func entries(of range: Range<Int>) -> [UInt32] {
    let first = starts[range.lowerBound]
    var next = starts[range].map { $0 &- first }
    var entries = [UInt32](repeating: 0, count: Int(starts[range.upperBound] &- first))
    var places = next.mutableSpan
    var written = entries.mutableSpan
    let (terms, weights) = (vectors.terms.span, vectors.weights.span)
    for document in documents {
      let bits = UInt32(document - firstDocument) << TermVectors.weightBits
      for index in vectors.range(document) {
        let term = Int(terms[index]) &- range.lowerBound
        guard places.indices.contains(term) else { continue }
        written[Int(places[term])] = bits | UInt32(weights[index])
        places[term] &+= 1
      }
    }
    return entries
  }

  private static func starts(
    of documents: [Int], _ vectors: TermVectors.Part, _ termCount: Int
  ) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: termCount + 1)
    var span = starts.mutableSpan
    let terms = vectors.terms.span
    for document in documents {
      for index in vectors.range(document) {
        span[Int(terms[index]) &+ 1] &+= 1
      }
    }
    for index in 1..<termCount + 1 {
      span[index] &+= span[index &- 1]
    }
    return starts
  }
}
