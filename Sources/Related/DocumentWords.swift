/// The words of some documents as numbers, document after document and field after field.
struct DocumentWords: Hashable, Sendable {
  static let fields = RelatedExplanation.Field.allCases

  private(set) var words: [UInt32] = []
  /// Where each field ends in `words`; every document has all fields.
  private(set) var ends: [UInt32] = []

  init() {}

  init(words: [UInt32], ends: [UInt32]) {
    (self.words, self.ends) = (words, ends)
  }

  var count: Int { ends.count / Self.fields.count }
  var indices: Range<Int> { 0..<count }

  @inline(__always)
  func range(_ document: Int, _ field: Int) -> Range<Int> {
    let index = document &* Self.fields.count &+ field
    return (index == 0 ? 0 : Int(ends[index &- 1]))..<Int(ends[index])
  }

  /// All words of a document.
  func range(_ document: Int) -> Range<Int> {
    range(document, 0).lowerBound..<range(document, Self.fields.count - 1).upperBound
  }

  @inline(__always)
  mutating func append(_ word: Int) {
    words.append(UInt32(truncatingIfNeeded: word))
  }

  mutating func endField() {
    ends.append(UInt32(words.count))
  }

  mutating func reserveCapacity(for others: some Sequence<DocumentWords>) {
    words.reserveCapacity(others.reduce(0) { $0 + $1.words.count })
    ends.reserveCapacity(others.reduce(0) { $0 + $1.ends.count })
  }

  mutating func append(_ other: DocumentWords) {
    let offset = UInt32(words.count)
    words.append(contentsOf: other.words)
    ends.append(contentsOf: other.ends.lazy.map { $0 + offset })
  }

  /// Adds a document of others.
  mutating func append(_ document: Int, of other: DocumentWords) {
    let offset = UInt32(words.count) &- UInt32(other.range(document).lowerBound)
    words.append(contentsOf: other.words[other.range(document)])
    for field in Self.fields.indices {
      ends.append(UInt32(other.range(document, field).upperBound) &+ offset)
    }
  }

  /// Adds others, with what `numbers` has in the place of each word.
  mutating func append(_ other: DocumentWords, numbered numbers: [UInt32]) {
    let start = words.count
    append(other)
    let numbers = numbers.span
    var words = self.words.mutableSpan
    for place in start..<words.count {
      words[place] = numbers[Int(words[place])]
    }
  }
}
