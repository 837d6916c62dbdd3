/// The strongest terms of some documents with their weights, each document's vector of length one.
struct TermVectors: Hashable, Sendable {
  /// Length one, in the units of a weight: twelve bits, beside twenty for a document in postings.
  static let unit = 4095
  /// A cosine of one: the product of two weights.
  static let cosineUnit = unit * unit

  static func millionths(_ cosine: Int) -> Int {
    cosine * 1_000_000 / cosineUnit
  }

  /// Where each document's terms start; one more than there are documents.
  private(set) var starts: [UInt32] = [0]
  private(set) var terms: [UInt32] = []
  private(set) var weights: [UInt16] = []

  func range(_ document: Int) -> Range<Int> {
    Int(starts[document])..<Int(starts[document + 1])
  }

  mutating func add(term: UInt32, weight: UInt16) {
    terms.append(term)
    weights.append(weight)
  }

  mutating func endDocument() {
    starts.append(UInt32(terms.count))
  }

  /// Without room to grow.
  func compacted() -> TermVectors {
    var result = TermVectors()
    result.starts = starts.map(\.self)
    result.terms = terms.map(\.self)
    result.weights = weights.map(\.self)
    return result
  }
}
