/// Raw HTML taken apart at what needs care: covered shortcodes, frames and scripts.
struct MarkupScanner {
  /// A part of raw HTML.
  enum Piece {
    /// What can be written as it is.
    case markup(Range<Int>)
    /// A covered tag between elements.
    case shortcode(Int)
    /// A covered tag where none can stand: within a tag, or in a script.
    case misplaced(Int)
    /// An element that loads something into the page, with all of its content.
    case loader(MarkupElement)
    /// An end tag without its element.
    case frameEnd(Range<Int>)
  }

  private let bytes: [UInt8]
  private let tagCount: Int
  private var position = 0
  private var markupStart = 0
  private var pieces: [Piece] = []
  /// Elements of which no end tag follows, so that it is not looked for again and again.
  private var endless: Set<String> = []

  /// Takes markup of a text that has so many tags of shortcodes.
  init(_ bytes: [UInt8], tagCount: Int) {
    self.bytes = bytes
    self.tagCount = tagCount
  }

  mutating func scan() -> [Piece] {
    while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      position = open
      if let (number, end) = ShortcodeMask.read(bytes, at: open, count: tagCount) {
        add(.shortcode(number), open..<end)
      } else if let element = startTag() {
        take(element)
      } else if isEndTag(of: "iframe", at: open) {
        let end = bytes[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        add(.frameEnd(open..<end), open..<end)
      } else {
        position = open + 1
      }
    }
    addMarkup(upTo: bytes.count)
    return pieces
  }
}

/// An element of raw HTML that loads something from its address.
struct MarkupElement {
  var name: String
  var attributes: [String: String]
  /// From its start tag to its end tag, as far as it has one.
  var range: Range<Int>

  static let loaders: Set<String> = ["iframe", "frame", "script", "embed", "object"]

  /// What it loads.
  var address: String? { attributes[name == "object" ? "data" : "src"] }
}

extension MarkupScanner {
  /// Elements whose content is no markup.
  private static let verbatim: Set<String> = ["script", "style", "textarea", "iframe", "title"]

  private mutating func take(_ element: MarkupElement) {
    var element = element
    let start = element.range.lowerBound
    var end = element.range.upperBound
    if Self.verbatim.contains(element.name) { end = endOfElement(element.name, from: end) }
    element.range = start..<end
    for number in covers(in: start..<end) { pieces.append(.misplaced(number)) }
    if MarkupElement.loaders.contains(element.name) {
      add(.loader(element), start..<end)
    } else {
      position = end
    }
  }

  private mutating func add(_ piece: Piece, _ range: Range<Int>) {
    addMarkup(upTo: range.lowerBound)
    pieces.append(piece)
    position = range.upperBound
    markupStart = position
  }

  private mutating func addMarkup(upTo end: Int) {
    if markupStart < end { pieces.append(.markup(markupStart..<end)) }
    markupStart = end
  }

  private func covers(in range: Range<Int>) -> [Int] {
    guard tagCount > 0 else { return [] }
    return range.compactMap { index in
      bytes[index] == UInt8(ascii: "<")
        ? ShortcodeMask.read(bytes, at: index, count: tagCount)?.number : nil
    }
  }

  /// Where an element's end tag ends; it is not looked for in what stands outside of this markup.
  private mutating func endOfElement(_ name: String, from start: Int) -> Int {
    var index = endless.contains(name) ? bytes.count : start
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if isEndTag(of: name, at: open) {
        return bytes[open...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
      }
      index = open + 1
    }
    endless.insert(name)
    return name == "iframe" ? start : bytes.count
  }

  private func isEndTag(of name: String, at open: Int) -> Bool {
    let start = open + 2
    guard start + name.utf8.count <= bytes.count, bytes[open + 1] == UInt8(ascii: "/") else {
      return false
    }
    return zip(bytes[start...], name.utf8).allSatisfy { $0 | 0x20 == $1 }
  }

  /// The start tag at the current position.
  private func startTag() -> MarkupElement? {
    var index = position + 1
    let name = word(&index) { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2d }
    guard let first = name.utf8.first, isLetter(first) else { return nil }
    var attributes: [String: String] = [:]
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let key = word(&index) { !isSpace($0) && !"=/>".utf8.contains($0) }
      if key.isEmpty {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, isSpace(bytes[end]) { end += 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: "=") else {
        attributes[key] = attributes[key] ?? ""
        continue
      }
      index = end + 1
      let value = self.value(&index)
      // Of equal attributes the first one holds, as in browsers.
      attributes[key] = attributes[key] ?? value
    }
    return MarkupElement(
      name: name, attributes: attributes, range: position..<min(index + 1, bytes.count))
  }

  private func value(_ index: inout Int) -> String {
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    let start: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start = index + 1
      index = bytes[start...].firstIndex(of: quote) ?? bytes.count
      defer { index = min(index + 1, bytes.count) }
      return decoded(start..<index)
    }
    start = index
    while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    return decoded(start..<index)
  }

  /// In lower case.
  private func word(_ index: inout Int, _ isPart: (UInt8) -> Bool) -> String {
    let start = index
    while index < bytes.count, isPart(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  /// Without the references that editors write into addresses, and without what browsers skip there.
  private func decoded(_ range: Range<Int>) -> String {
    let kept = bytes[range].filter { $0 != 0x0a && $0 != 0x0d && $0 != 0x09 }
    var text = String(decoding: kept, as: UTF8.self)
    if text.utf8.contains(UInt8(ascii: "&")) {
      for (reference, character) in Self.references {
        text = text.replacing(reference, with: character)
      }
    }
    return text.drop { $0 == " " }.isEmpty ? "" : String(text.drop { $0 == " " })
  }

  private static let references = [
    ("&quot;", "\""), ("&#39;", "'"), ("&#x2F;", "/"), ("&#47;", "/"), ("&#58;", ":"),
    ("&colon;", ":"), ("&sol;", "/"), ("&amp;", "&"),
  ]

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x9...0xd).contains(byte)
  }
}
