/// For each term that is not frequent, the documents that may be recommended for it.
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

  init(_ table: TermVectors, termCount: Int, isCandidate: (Int) -> Bool) {
    let first = max(table.count - Self.documentLimit, 0)
    firstDocument = first
    let documents = (first..<table.count).filter(isCandidate)
    var starts = Self.starts(of: documents, table, termCount)
    var entries = [UInt32](repeating: 0, count: Int(starts[termCount + 1]))
    Self.write(documents, table, first: first, &starts, &entries)
    starts.removeLast()
    self.starts = starts
    self.entries = entries
  }
}

extension Postings {
  /// Each start is one place late, and moves to its own while its documents are written.
  private static func starts(
    of documents: [Int], _ table: TermVectors, _ termCount: Int
  ) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: termCount + 2)
    var span = starts.mutableSpan
    let terms = table.rare.terms.span
    for document in documents {
      for index in table.rare.range(document) {
        span[Int(terms[index]) &+ 2] &+= 1
      }
    }
    for index in 1..<termCount + 2 {
      span[index] &+= span[index &- 1]
    }
    return starts
  }

  private static func write(
    _ documents: [Int], _ table: TermVectors, first: Int, _ starts: inout [UInt32],
    _ entries: inout [UInt32]
  ) {
    var starts = starts.mutableSpan
    var entries = entries.mutableSpan
    let terms = table.rare.terms.span
    let weights = table.rare.weights.span
    for document in documents {
      let bits = UInt32(document - first) << weightBits
      for index in table.rare.range(document) {
        let term = Int(terms[index]) &+ 1
        entries[Int(starts[term])] = bits | UInt32(weights[index])
        starts[term] &+= 1
      }
    }
  }
}
