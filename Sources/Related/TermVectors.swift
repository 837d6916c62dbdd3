/// The strongest terms of some documents with their weights, each document's vector of length one.
///
/// Terms of many documents are kept apart from the others: few of them decide anything, and there
/// are so few different ones that they can be looked up without a search.
struct TermVectors: Hashable, Sendable {
  /// Length one, in the units of a weight: twelve bits, beside twenty for a document in postings.
  static let unit = 4095
  /// Of a weight, where one number holds it below something else.
  static let weightBits: UInt32 = 12
  static let weightMask: UInt32 = 1 << weightBits - 1
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

    init() {}

    init(joining parts: [Part]) {
      reserveCapacity(for: parts)
      for part in parts {
        append(0..<part.starts.count - 1, of: part)
      }
    }

    init(starts: [UInt32], terms: [UInt32], weights: [UInt16]) {
      (self.starts, self.terms, self.weights) = (starts, terms, weights)
    }

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

    mutating func append(_ documents: Range<Int>, of other: Part) {
      let range = starts.append(documents, of: other.starts)
      terms.append(contentsOf: other.terms[range])
      weights.append(contentsOf: other.weights[range])
    }

    mutating func reserveCapacity(for parts: some Sequence<Part>) {
      terms.reserveCapacity(parts.reduce(0) { $0 + $1.terms.count })
      weights.reserveCapacity(terms.capacity)
    }
  }

  /// The same of terms that are so few that one number holds one with its weight.
  struct FrequentPart: Hashable, Sendable {
    /// Where each document's terms start; one more than there are documents.
    private(set) var starts: [UInt32] = [0]
    /// A place in ``FrequentTerms`` in the upper bits, a weight in the lower twelve.
    private(set) var entries: [UInt32] = []

    init() {}

    init(starts: [UInt32], entries: [UInt32]) {
      (self.starts, self.entries) = (starts, entries)
    }

    @inline(__always)
    func range(_ document: Int) -> Range<Int> {
      Int(starts[document])..<Int(starts[document &+ 1])
    }

    @inline(__always)
    mutating func add(_ place: UInt32, _ weight: UInt16) {
      entries.append(place << weightBits | UInt32(weight))
    }

    mutating func endDocument() {
      starts.append(UInt32(entries.count))
    }

    mutating func append(_ documents: Range<Int>, of other: FrequentPart) {
      let range = starts.append(documents, of: other.starts)
      entries.append(contentsOf: other.entries[range])
    }

    /// The length of the last document's terms, rounded up.
    func lastLength() -> UInt16 {
      let square = entries[Int(starts[starts.count - 2])...].reduce(UInt64(0)) {
        $0 + UInt64($1 & weightMask) * UInt64($1 & weightMask)
      }
      let root = squareRoot(square)
      return UInt16(root * root < square ? root + 1 : root)
    }
  }

  var rare = Part()
  var frequent = FrequentPart()
  /// The length of each document's frequent terms, rounded up.
  var lengths: [UInt16] = []
  /// Digests of the vectors that do not depend on the numbers of their terms.
  var digests: [UInt64] = []

  init() {}

  init(joining parts: [TermVectors]) {
    rare.reserveCapacity(for: parts.lazy.map(\.rare))
    for part in parts {
      append(part)
    }
  }

  var count: Int { lengths.count }

  mutating func endDocument(digest: UInt64) {
    rare.endDocument()
    frequent.endDocument()
    lengths.append(frequent.lastLength())
    digests.append(digest)
  }

  /// Adds documents of others.
  mutating func append(_ documents: Range<Int>, of other: TermVectors) {
    rare.append(documents, of: other.rare)
    frequent.append(documents, of: other.frequent)
    lengths.append(contentsOf: other.lengths[documents])
    digests.append(contentsOf: other.digests[documents])
  }

  mutating func append(_ other: TermVectors) {
    append(0..<other.count, of: other)
  }
}

extension [UInt32] {
  /// Adds where documents of another part start, of which these are the starts, and returns where
  /// their terms stand there.
  fileprivate mutating func append(_ documents: Range<Int>, of other: [UInt32]) -> Range<Int> {
    let (start, end) = (other[documents.lowerBound], other[documents.upperBound])
    let offset = (last ?? 0) &- start
    append(
      contentsOf: other[documents.lowerBound...documents.upperBound].lazy.dropFirst().map {
        $0 &+ offset
      })
    return Int(start)..<Int(end)
  }
}
