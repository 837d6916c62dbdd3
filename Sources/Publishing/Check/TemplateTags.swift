import SiteModel

/// The tags of a theme, each as it stands in its template, with gaps where values come in.
///
/// A tag of a page is found by what it has in common with the tag that it was made of: the one with
/// the most text around its gaps.
struct TemplateTags: Sendable {
  /// One tag of a template.
  private struct Tag {
    var place: Place
    /// What is always there; between two pieces there may be anything.
    let pieces: [[UInt8]]
    let length: Int

    init(place: Place, pieces: [[UInt8]]) {
      self.place = place
      self.pieces = pieces
      length = pieces.reduce(0) { $0 + $1.count }
    }
  }

  /// Where a tag was written, and whether some words of it stand there as they are.
  struct Match {
    var place: Place
    var isLiteral: Bool
  }

  /// Those with the most text first.
  private var tags: [Tag] = []
  private var texts: [SourceLines] = []

  /// The tags of templates.
  init(_ templates: [(file: String, bytes: [UInt8])]) {
    for template in templates { add(template.file, template.bytes) }
    tags.sort { ($1.length, $0.place) < ($0.length, $1.place) }
  }

  private mutating func add(_ file: String, _ bytes: [UInt8]) {
    texts.append(SourceLines(file: file, bytes))
    var scanner = PieceScanner(bytes: bytes)
    while let found = scanner.next() {
      tags.append(
        Tag(
          place: Place(
            file: file, line: found.line, column: found.column, length: max(1, found.width)),
          pieces: found.pieces))
    }
  }

  /// The tag that an element of a page was most likely made of.
  func match(_ element: String, naming words: String) -> Match? {
    let bytes = Array(element.utf8)
    guard !bytes.isEmpty, let tag = tags.first(where: { Self.matches(bytes, $0.pieces) }) else {
      return nil
    }
    let wanted = Array(words.utf8)
    let isLiteral =
      !wanted.isEmpty
      && tag.pieces.contains { piece in
        piece.indices.contains { piece[$0...].starts(with: wanted) }
      }
    return Match(place: tag.place, isLiteral: isLiteral)
  }

  /// Where words stand in a template as they are.
  func place(ofWords words: String) -> Place? {
    texts.lazy.compactMap { $0.place(ofWords: words) }.first
  }

  private static func matches(_ element: [UInt8], _ pieces: [[UInt8]]) -> Bool {
    guard let first = pieces.first, let last = pieces.last, element.starts(with: first) else {
      return false
    }
    if pieces.count == 1 { return element.count == first.count }
    var position = first.count
    let end = element.count - last.count
    guard end >= position, element[end...].elementsEqual(last) else { return false }
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard
        let found = element[position..<end].indices.first(where: {
          element[$0..<end].starts(with: piece)
        })
      else { return false }
      position = found + piece.count
    }
    return true
  }
}

/// Takes a template apart into tags, and tags into what stands between Mustache's.
private struct PieceScanner {
  struct Found {
    var line: Int
    var column: Int
    var width: Int
    var pieces: [[UInt8]]
  }

  let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> Found? {
    while position < bytes.count {
      if isHere("{{") {
        skipMustache(wholeSections: false)
      } else if isHere("<"), position + 1 < bytes.count, isLetter(bytes[position + 1]) {
        return readTag()
      } else {
        advance()
      }
    }
    return nil
  }

  private mutating func readTag() -> Found {
    let start = position
    var found = Found(line: line, column: start - lineStart + 1, width: 0, pieces: [[]])
    while position < bytes.count {
      if isHere("{{") {
        skipMustache(wholeSections: true)
        found.pieces.append([])
        continue
      }
      let byte = bytes[position]
      found.pieces[found.pieces.count - 1].append(byte)
      advance()
      if byte == UInt8(ascii: ">") { break }
    }
    let rest = bytes[start..<position].firstIndex(of: UInt8(ascii: "\n")) ?? position
    found.width = rest - start
    return found
  }

  /// Passes over a tag of Mustache; within an HTML tag a section goes with all that is in it.
  private mutating func skipMustache(wholeSections: Bool) {
    let start = position
    skip(past: "}}")
    if isHere("}") { advance() }
    let tag = bytes[start..<position]
    let sigils: [UInt8] = [UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "$")]
    guard wholeSections, let sigil = tag.dropFirst(2).first, sigils.contains(sigil) else { return }
    let name = tag.dropFirst(3).filter { !"} ".utf8.contains($0) }
    skip(past: "{{/" + String(decoding: name, as: UTF8.self))
    skip(past: "}}")
  }

  private mutating func skip(past text: String) {
    let text = Array(text.utf8)
    while position < bytes.count, !bytes[position...].starts(with: text) { advance() }
    for _ in text where position < bytes.count { advance() }
  }

  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }

  private func isHere(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
