/// For each term, the documents that may be recommended for it.
struct Postings: Sendable {
  /// Beyond it a language's oldest documents are not found by what they say, only by date.
  static let documentLimit = 1 << 20
  static let weightBits: UInt32 = 12
  static let weightMask: UInt32 = 1 << weightBits - 1

  /// The document that stands in entries as zero.
  let firstDocument: Int
  /// Where each term's documents start; one more than there are terms.
  let starts: [UInt32]
  /// A document in the upper twenty bits, the term's weight in it in the lower twelve.
  let entries: [UInt32]

  init(_ vectors: VectorTable, termCount: Int, isCandidate: (Int) -> Bool) {
    let first = max(vectors.count - Self.documentLimit, 0)
    firstDocument = first
    let documents = (first..<vectors.count).filter(isCandidate)
    var starts = [UInt32](repeating: 0, count: termCount + 2)
    for document in documents {
      let (part, range) = vectors.place(document)
      for index in range {
        starts[Int(part.terms[index]) + 2] += 1
      }
    }
    for index in starts.indices.dropFirst() {
      starts[index] += starts[index - 1]
    }
    // Each start is one place late, and moves to its own while its documents are written.
    var entries = [UInt32](repeating: 0, count: Int(starts[termCount + 1]))
    for document in documents {
      let (part, range) = vectors.place(document)
      let bits = UInt32(document - first) << Self.weightBits
      for index in range {
        let term = Int(part.terms[index]) + 1
        entries[Int(starts[term])] = bits | UInt32(part.weights[index])
        starts[term] += 1
      }
    }
    starts.removeLast()
    self.starts = starts
    self.entries = entries
  }
}
