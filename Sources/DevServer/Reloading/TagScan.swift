/// Finds the tags of a page and their attributes.
///
/// It need not be right about every page: what it overlooks still tells versions apart by its bytes.
struct TagScan: Sequence, IteratorProtocol {
  /// A tag that begins an element; names and values are places in the page.
  struct Tag {
    var name: Range<Int>
    var attributes: [Attribute] = []
  }

  struct Attribute {
    var name: Range<Int>
    /// Without its quotes.
    var value: Range<Int>
  }

  private let html: [UInt8]
  private var position = 0

  init(_ html: [UInt8]) {
    self.html = html
  }

  mutating func next() -> Tag? {
    while position < html.count {
      defer { position += 1 }
      guard html[position] == UInt8(ascii: "<") else { continue }
      position += 1
      var tag = Tag(name: skip(while: Self.isInName))
      guard !tag.name.isEmpty else {
        position -= 1
        continue
      }
      while let attribute = attribute() { tag.attributes.append(attribute) }
      position -= 1
      return tag
    }
    return nil
  }
}

extension TagScan {
  private mutating func attribute() -> Attribute? {
    skip { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
    let name = skip(while: Self.isInName)
    guard !name.isEmpty else { return nil }
    skip(while: Self.isSpace)
    guard position < html.count, html[position] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: position..<position)
    }
    position += 1
    skip(while: Self.isSpace)
    guard position < html.count else { return nil }
    let quote = html[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { position += 1 }
    let value = skip { isQuoted ? $0 != quote : !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    if isQuoted, position < html.count { position += 1 }
    return Attribute(name: name, value: value)
  }

  @discardableResult
  private mutating func skip(while condition: (UInt8) -> Bool) -> Range<Int> {
    let start = position
    while position < html.count, condition(html[position]) { position += 1 }
    return start..<position
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0d ~= byte
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// Whether the letters at a place are these, which are in lower case.
  func says(_ word: StaticString, at place: Range<Int>) -> Bool {
    place.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { word in
        zip(self[place], word).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      }
  }
}

extension TagScan.Tag {
  /// What a `<link>` is for.
  func relations(in html: [UInt8]) -> Set<String> {
    guard html.says("link", at: name),
      let value = attributes.first(where: { html.says("rel", at: $0.name) })?.value
    else { return [] }
    let words = String(decoding: html[value], as: UTF8.self).lowercased().split(separator: " ")
    return Set(words.map(String.init))
  }
}
