import SiteModel

/// Parses the YAML in which nearly all front matter is written, and nothing else.
///
/// That is: groups of keys, lists with dashes or in brackets, plain text and text in quotation
/// marks, each on one line, with comments. Whatever has anything more to it (anchors, tags, text
/// over several lines, tabs, repeated keys, a mistake) is left to the full parser as a whole. So
/// this one needs no messages, and what it does read it reads as the full one would, down to the
/// places, in a small part of the time.
struct PlainYAML {
  /// Says that it takes the full parser.
  struct NotPlain: Error {}

  let source: SourceText
  /// The offset of what is read next.
  var position: Int
  /// The line that it is on, counted from 0, with its offsets.
  private var line = -1
  private var lineStart: Int
  private(set) var lineEnd: Int
  private var valueCount = 0

  /// The group of keys that a document consists of; nil when it takes the full parser.
  static func parse(_ source: SourceText) -> DataNode? {
    guard hasOnlyPlainCharacters(source) else { return nil }
    var parser = PlainYAML(source: source)
    guard parser.moveToContent(), parser.column == 0 else { return nil }
    do throws(NotPlain) {
      let root = try parser.group(depth: 0)
      return parser.isAtEnd ? root : nil
    } catch {
      return nil
    }
  }

  private init(source: SourceText) {
    self.source = source
    position = source.range.lowerBound
    lineStart = position
    lineEnd = position
  }
}

extension PlainYAML {
  /// Keys with their values, of which the first key is next.
  private mutating func group(depth: Int) throws(NotPlain) -> DataNode {
    let column = column
    let start = place(from: position)
    var entries: [DataEntry] = []
    repeat {
      let keyStart = position
      let key = try takeKey()
      if entries.contains(where: { $0.key == key }) { throw NotPlain() }
      let keyPlace = place(from: keyStart, length: key.utf8.count)
      entries.append(DataEntry(key, at: keyPlace, try valueOfKey(in: column, depth: depth)))
    } while try continues(in: column)
    return try node(.table(entries), at: start)
  }

  /// What follows the colon, on its line or on those below.
  private mutating func valueOfKey(in column: Int, depth: Int) throws(NotPlain) -> DataNode {
    let end = place(from: position)
    if skipBlanks() {
      let value = try valueOnLine()
      moveToContent()
      return value
    }
    // A list may stand right below its key, without being indented.
    if moveToContent(), self.column > column || self.column == column && isAtDash {
      if depth == Self.maximumDepth { throw NotPlain() }
      return isAtDash ? try list(depth: depth + 1) : try group(depth: depth + 1)
    }
    return try node(.null, at: end)
  }

  /// Dashes with values, of which the first dash is next.
  private mutating func list(depth: Int) throws(NotPlain) -> DataNode {
    let column = column
    let start = place(from: position)
    var nodes: [DataNode] = []
    repeat {
      position += 1
      guard skipBlanks() else { throw NotPlain() }
      if isAtKey {
        if depth == Self.maximumDepth { throw NotPlain() }
        nodes.append(try group(depth: depth + 1))
      } else {
        nodes.append(try valueOnLine())
        moveToContent()
      }
    } while try continues(in: column) && isAtDash
    return try node(.list(nodes), at: start)
  }

  /// Whether what is next stands in a column; to the right of it, it would go on with a text.
  private func continues(in column: Int) throws(NotPlain) -> Bool {
    if isAtEnd || self.column < column { return false }
    if self.column > column { throw NotPlain() }
    return true
  }
}

extension PlainYAML {
  static let maximumDepth = 16
  private static let maximumCount = 2_000

  /// A value, one of not too many.
  mutating func node(_ value: DataNode.Value, at place: Place) throws(NotPlain) -> DataNode {
    valueCount += 1
    if valueCount > Self.maximumCount { throw NotPlain() }
    return DataNode(value, at: place)
  }

  /// The place of a stretch of the line that is being read.
  func place(from offset: Int, length: Int = 1) -> Place {
    Place(
      file: source.file, line: source.firstLine + line, column: offset - lineStart + 1,
      length: max(1, length))
  }

  private var isAtEnd: Bool { position >= source.range.upperBound }
  /// Counted from 0.
  private var column: Int { position - lineStart }

  private var isAtDash: Bool {
    source.bytes[position] == .hyphen
      && (position + 1 == lineEnd || source.bytes[position + 1] == .space)
  }

  /// Moves on to the next line with something on it; false at the end.
  @discardableResult
  private mutating func moveToContent() -> Bool {
    while line + 1 < source.lineCount {
      line += 1
      let range = source.line(line)
      (lineStart, lineEnd) = (range.lowerBound, range.upperBound)
      position = lineStart
      if skipBlanks() { return true }
    }
    position = source.range.upperBound
    return false
  }

  /// Moves on to what is next on the line; false when there is nothing more but a comment.
  mutating func skipBlanks() -> Bool {
    let start = position
    while position < lineEnd, source.bytes[position] == .space { position += 1 }
    if position == lineEnd { return false }
    let isFirst = start == lineStart || position > start
    return !(isFirst && source.bytes[position] == UInt8(ascii: "#"))
  }
}
