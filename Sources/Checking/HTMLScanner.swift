/// A tag of a page.
struct HTMLTag {
  /// Nil for an element of no concern.
  var name: HTMLName?
  var isClosing: Bool
  /// The whole tag, in bytes.
  var range: Range<Int>
}

/// An attribute of a tag, with the range of what stands between its quotation marks.
struct HTMLAttribute {
  /// Nil for one of no concern.
  var name: HTMLName?
  var value: Range<Int>
}

/// Finds the tags of a page, one after another, without making a tree of them.
///
/// It reads what the theme wrote: a stray `<` is passed over, but nothing is repaired as browsers
/// would.
struct HTMLScanner {
  let bytes: [UInt8]
  private(set) var position = 0
  /// Of the tag that came last.
  private(set) var attributes: [HTMLAttribute] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    attributes.reserveCapacity(16)
  }

  /// The next tag; nil at the end of the page.
  mutating func next() -> HTMLTag? {
    while position + 1 < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        position += 1
        continue
      }
      let second = bytes[position + 1]
      if second.isLetter || second == UInt8(ascii: "/") { return readTag() }
      if second == UInt8(ascii: "!") { skipComment() } else { position += 1 }
    }
    position = bytes.count
    return nil
  }

  /// Passes over the inside of an element that holds text alone, and returns its range.
  mutating func skipText(of name: HTMLName) -> Range<Int> {
    let start = position
    let closing = Array("</\(name.rawValue)".utf8)
    while position < bytes.count, !isHere(closing) { position += 1 }
    return start..<position
  }

  /// The value of an attribute of the tag that came last.
  func value(of name: HTMLName) -> Range<Int>? {
    // Loops by position do not count references to the list; so do the others that run on every tag.
    for index in attributes.indices where attributes[index].name == name {
      return attributes[index].value
    }
    return nil
  }

  /// The digest of what stands in a range, as it was written.
  func digest(_ range: Range<Int>) -> NameHash {
    var digest = NameHash()
    for position in range { digest.add(bytes[position]) }
    return digest
  }

  /// What stands in a range, with the character references read.
  func text(_ range: Range<Int>) -> String { HTMLText.decoded(bytes[range]) }

  /// A part of the page as it was written.
  func source(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension HTMLScanner {
  private mutating func readTag() -> HTMLTag {
    let start = position
    let isClosing = bytes[position + 1] == UInt8(ascii: "/")
    position += isClosing ? 2 : 1
    let name = readName()
    attributes.removeAll(keepingCapacity: true)
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") { readAttribute() }
    position = min(position + 1, bytes.count)
    return HTMLTag(name: name, isClosing: isClosing, range: start..<position)
  }

  private mutating func readName() -> HTMLName? {
    var digest = NameHash()
    while position < bytes.count, !endsName(bytes[position]) {
      digest.add(bytes[position].lowercased)
      position += 1
    }
    return HTMLName(digest)
  }

  private mutating func readAttribute() {
    let byte = bytes[position]
    if endsName(byte) {
      position += 1
      return
    }
    let name = readName()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      attributes.append(HTMLAttribute(name: name, value: position..<position))
      return
    }
    position += 1
    guard position < bytes.count else { return }
    let quote = bytes[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { position += 1 }
    let start = position
    while position < bytes.count, isQuoted ? bytes[position] != quote : !endsValue(bytes[position])
    { position += 1 }
    attributes.append(HTMLAttribute(name: name, value: start..<position))
    if isQuoted { position = min(position + 1, bytes.count) }
  }

  private mutating func skipComment() {
    let isComment = isHere(Array("<!--".utf8))
    let end = Array((isComment ? "-->" : ">").utf8)
    position += isComment ? 4 : 2
    while position < bytes.count, !isHere(end) { position += 1 }
    position = min(position + end.count, bytes.count)
  }

  private func isHere(_ text: [UInt8]) -> Bool {
    guard position + text.count <= bytes.count, bytes[position] == text[0] else { return false }
    return text.indices.allSatisfy { bytes[position + $0].lowercased == text[$0] }
  }

  private func endsName(_ byte: UInt8) -> Bool {
    byte.isSpace || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "=")
  }

  private func endsValue(_ byte: UInt8) -> Bool { byte.isSpace || byte == UInt8(ascii: ">") }
}
