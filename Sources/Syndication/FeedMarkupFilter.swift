/// Makes the HTML of a page fit for feeds: what only works on the page goes, addresses become full.
///
/// Feeds must not hold scripts, styles, frames, comments or relative addresses (M-30), which the
/// newsroom's own raw HTML may bring along. Links beside headings make no sense there either, nor
/// do the buttons and forms of shortcodes: what is left of an embed is its title and its link.
struct FeedMarkupFilter {
  private let html: [UInt8]
  private let addresses: PageAddresses
  private var result: [UInt8] = []
  private var position = 0

  init(_ html: [UInt8], page: String, origin: String) {
    self.html = html
    addresses = PageAddresses(page: page, origin: origin)
  }

  mutating func filtered() -> [UInt8] {
    result.reserveCapacity(html.count)
    while let open = html[position...].firstIndex(of: UInt8(ascii: "<")) {
      result += html[position..<open]
      position = open
      switch byte(at: open + 1) {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        filterElement()
      default: copyByte()
      }
    }
    result += html[position...]
    return result
  }
}

extension FeedMarkupFilter {
  /// Copies a start tag without what feeds must not hold, or leaves its whole element out.
  private mutating func filterElement() {
    let start = result.count
    copyByte()
    let name = readName()
    result += name.utf8
    var isPermalink = false
    var lostSources = false
    while let attribute = readAttribute() {
      let key = lowercased(attribute.name)
      if name == "a", key == "class", attribute.value.map({ isAnchorClass($0) }) ?? false {
        isPermalink = true
      }
      if key == "srcset" { lostSources = true }
      write(attribute, key)
    }
    if position < html.count { copyByte() }
    switch name {
    case "a" where isPermalink:
      result.removeLast(result.count - start)
      if result.last == UInt8(ascii: " ") { result.removeLast() }
      skipContent(of: name)
    case "script", "style", "iframe", "object", "noscript", "template", "button", "form":
      result.removeLast(result.count - start)
      skipContent(of: name)
    case "source" where lostSources, "base", "embed", "link", "meta":
      result.removeLast(result.count - start)
    default: break
    }
  }

  private mutating func write(_ attribute: Attribute, _ key: String) {
    switch key {
    case "sizes", "srcset", "style", "tabindex": break
    case "cite", "href", "poster", "src": writeAddress(attribute, key)
    default:
      if key.hasPrefix("on") || key.hasPrefix("data-") { return }
      result.append(UInt8(ascii: " "))
      result += html[attribute.whole]
    }
  }

  private mutating func writeAddress(_ attribute: Attribute, _ key: String) {
    result.append(UInt8(ascii: " "))
    result += key.utf8
    guard let value = attribute.value else { return }
    result += "=\"".utf8
    result += addresses.prefix(for: html[value]).utf8
    for byte in html[value] {
      if byte == UInt8(ascii: "\"") { result += "&quot;".utf8 } else { result.append(byte) }
    }
    result.append(UInt8(ascii: "\""))
  }

  private func isAnchorClass(_ value: Range<Int>) -> Bool {
    html[value].elementsEqual("anchor".utf8)
  }

  private mutating func skipDeclaration() {
    let isComment = html[position...].starts(with: "<!--".utf8)
    skip(past: isComment ? "-->" : ">")
  }

  /// Goes on after the end tag; without one, the rest belongs to the element, as in browsers.
  private mutating func skipContent(of name: String) {
    let tag = Array("</\(name)".utf8)
    while let open = html[position...].firstIndex(of: UInt8(ascii: "<")) {
      let end = open + tag.count
      position = open + 1
      guard end < html.count, lowercased(open..<end).utf8.elementsEqual(tag),
        isSpace(html[end]) || html[end] == UInt8(ascii: "/") || html[end] == UInt8(ascii: ">")
      else { continue }
      skip(past: ">")
      return
    }
    position = html.count
  }

  /// Goes on after the next occurrence of a text, or at the end.
  private mutating func skip(past text: String) {
    while position < html.count, !html[position...].starts(with: text.utf8) { position += 1 }
    position = min(position + text.utf8.count, html.count)
  }
}

/// Reading, byte by byte.
extension FeedMarkupFilter {
  private struct Attribute {
    var name: Range<Int>
    /// Without its quotation marks.
    var value: Range<Int>?
    var whole: Range<Int>
  }

  private func byte(at index: Int) -> UInt8 {
    index < html.count ? html[index] : 0
  }

  private mutating func copyByte() {
    result.append(html[position])
    position += 1
  }

  private func lowercased(_ range: Range<Int>) -> String {
    let text = String(decoding: html[range], as: UTF8.self)
    return html[range].contains { (0x41...0x5a).contains($0) } ? text.lowercased() : text
  }

  private mutating func readName() -> String {
    let start = position
    skip { !isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    return lowercased(start..<position)
  }

  /// The next attribute of the tag, or nil at its end.
  private mutating func readAttribute() -> Attribute? {
    skip { isSpace($0) || $0 == UInt8(ascii: "/") }
    let start = position
    if position >= html.count || html[position] == UInt8(ascii: ">") { return nil }
    position += 1
    skip {
      !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/")
        && $0 != UInt8(ascii: ">")
    }
    let name = start..<position
    skip(while: isSpace)
    guard byte(at: position) == UInt8(ascii: "=") else {
      return Attribute(name: name, value: nil, whole: name)
    }
    position += 1
    skip(while: isSpace)
    let value = readValue()
    return Attribute(name: name, value: value, whole: start..<position)
  }

  private mutating func readValue() -> Range<Int> {
    let quote = byte(at: position)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      let start = position
      skip { $0 != quote }
      let value = start..<position
      position = min(position + 1, html.count)
      return value
    }
    let start = position
    skip { !isSpace($0) && $0 != UInt8(ascii: ">") }
    return start..<position
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < html.count, condition(html[position]) { position += 1 }
  }
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x9...0xd).contains(byte)
}
