/// The strongest terms of some documents with their weights, each document's vector of length one.
///
/// Terms of many documents are kept apart from the others: few of them decide anything, and there
/// are so few different ones that they can be looked up without a search.
struct TermVectors: Hashable, Sendable {
  /// Length one, in the units of a weight: twelve bits, beside twenty for a document in postings.
  static let unit = 4095
  /// A cosine of one: the product of two weights.
  static let cosineUnit = unit * unit

  static func millionths(_ cosine: Int) -> Int {
    cosine * 1_000_000 / cosineUnit
  }

  /// Terms with their weights, document after document.
  struct Part: Hashable, Sendable {
    /// Where each document's terms start; one more than there are documents.
    private(set) var starts: [UInt32] = [0]
    private(set) var terms: [UInt32] = []
    private(set) var weights: [UInt16] = []

    @inline(__always)
    func range(_ document: Int) -> Range<Int> {
      Int(starts[document])..<Int(starts[document &+ 1])
    }

    @inline(__always)
    mutating func add(_ term: UInt32, _ weight: UInt16) {
      terms.append(term)
      weights.append(weight)
    }

    mutating func endDocument() {
      starts.append(UInt32(terms.count))
    }

    mutating func append(_ other: Part) {
      let offset = UInt32(terms.count)
      starts.append(contentsOf: other.starts.lazy.dropFirst().map { $0 + offset })
      terms.append(contentsOf: other.terms)
      weights.append(contentsOf: other.weights)
    }

    mutating func reserveCapacity(for parts: [Part]) {
      starts.reserveCapacity(parts.reduce(1) { $0 + $1.starts.count - 1 })
      terms.reserveCapacity(parts.reduce(0) { $0 + $1.terms.count })
      weights.reserveCapacity(parts.reduce(0) { $0 + $1.weights.count })
    }
  }

  var rare = Part()
  /// By their places in ``TermStatistics/frequent``, from zero.
  var frequent = Part()
  /// The length of each document's frequent terms, rounded up.
  private(set) var lengths: [UInt16] = []

  /// Digests of the vectors that do not depend on the numbers of their terms.
  private(set) var digests: [UInt64] = []

  var count: Int { lengths.count }

  mutating func append(_ other: TermVectors) {
    rare.append(other.rare)
    frequent.append(other.frequent)
    lengths.append(contentsOf: other.lengths)
    digests.append(contentsOf: other.digests)
  }

  mutating func reserveCapacity(for parts: [TermVectors]) {
    rare.reserveCapacity(for: parts.map(\.rare))
    frequent.reserveCapacity(for: parts.map(\.frequent))
  }

  mutating func endDocument(digest: UInt64) {
    digests.append(digest)
    let range = Int(frequent.starts[count])..<frequent.terms.count
    let square = range.reduce(UInt64(0)) {
      $0 + UInt64(frequent.weights[$1]) * UInt64(frequent.weights[$1])
    }
    let root = squareRoot(square)
    lengths.append(UInt16(root * root < square ? root + 1 : root))
    rare.endDocument()
    frequent.endDocument()
  }
}
