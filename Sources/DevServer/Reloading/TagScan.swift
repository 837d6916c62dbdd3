/// Finds the tags of a page and their attributes.
///
/// It need not be right about every page: what it overlooks still tells versions apart by its bytes.
struct TagScan: Sequence, IteratorProtocol {
  /// A tag that begins an element.
  struct Tag {
    var name: String
    var attributes: [Attribute] = []
  }

  struct Attribute {
    /// In lower case.
    var name: String
    /// Where the value is, without its quotes.
    var value: Range<Int>
  }

  private let html: [UInt8]
  private var position = 0

  init(_ html: [UInt8]) {
    self.html = html
  }

  mutating func next() -> Tag? {
    while let start = html[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = start + 1
      let name = text(while: Self.isInName)
      guard !name.isEmpty else { continue }
      var tag = Tag(name: name)
      while let attribute = attribute() { tag.attributes.append(attribute) }
      return tag
    }
    return nil
  }
}

extension TagScan {
  private mutating func attribute() -> Attribute? {
    skip { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
    let name = text(while: Self.isInName)
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
    let start = position
    skip { isQuoted ? $0 != quote : !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    defer { if isQuoted, position < html.count { position += 1 } }
    return Attribute(name: name, value: start..<position)
  }

  private mutating func text(while condition: (UInt8) -> Bool) -> String {
    let start = position
    skip(while: condition)
    return String(decoding: html[start..<position], as: UTF8.self).lowercased()
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < html.count, condition(html[position]) { position += 1 }
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

extension TagScan.Tag {
  /// What a `<link>` is for.
  func relations(_ html: [UInt8]) -> Set<String> {
    guard name == "link", let value = attributes.first(where: { $0.name == "rel" })?.value else {
      return []
    }
    let words = String(decoding: html[value], as: UTF8.self).lowercased().split(separator: " ")
    return Set(words.map(String.init))
  }
}
