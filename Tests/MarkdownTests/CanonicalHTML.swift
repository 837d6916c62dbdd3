/// HTML without the differences that our renderer makes on purpose, to compare it with the
/// library's: only tags, the attributes that carry an author's words, and text are left.
struct CanonicalHTML: Equatable {
  private(set) var text = ""
  private var openLinks = 0
  private var isInCaption = false

  init(_ html: String) {
    let bytes = Array(html.replacing(/<!--(.|\n)*?-->/, with: "").utf8)
    var index = 0
    var start = 0
    while index < bytes.count {
      guard Self.isTag(bytes[index...]) else {
        index += 1
        continue
      }
      append(text: bytes[start..<index])
      let end = Self.tagEnd(in: bytes, from: index)
      append(tag: String(decoding: bytes[index..<end], as: UTF8.self))
      index = end
      start = end
    }
    append(text: bytes[start...])
    removeEmptyBlocks()
  }
}

extension CanonicalHTML {
  private mutating func append(text bytes: ArraySlice<UInt8>) {
    if !isInCaption { text += String(decoding: bytes, as: UTF8.self) }
  }

  private mutating func append(tag: String) {
    let isClosing = tag.hasPrefix("</")
    var name = String(
      tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
    switch name {
    case "div": return
    case "figcaption":
      isInCaption = !isClosing
      return
    case "figure": name = "p"
    case "th": name = "td"
    case "h1", "h2", "h3", "h4", "h5", "h6": name = "h"
    case "a":
      openLinks += isClosing ? -1 : 1
      if openLinks > (isClosing ? 0 : 1) { return }
    default: break
    }
    if isClosing {
      text += "</\(name)>"
    } else {
      text += "<\(name)\(attributes(of: tag, name: name))>"
    }
  }

  private func attributes(of tag: String, name: String) -> String {
    var kept = ["href", "src", "alt", "start"].compactMap { value(of: $0, in: tag) }
    if name != "img", let title = value(of: "title", in: tag) { kept.append(title) }
    for side in ["left", "center", "right"]
    where tag.contains("align-\(side)\"") || tag.contains("align=\"\(side)\"") {
      kept.append(side)
    }
    if name == "input", tag.contains("checked") { kept.append("checked") }
    return kept.map { " \($0)" }.joined()
  }

  private func value(of attribute: String, in tag: String) -> String? {
    guard let start = tag.firstRange(of: " \(attribute)=\"") else { return nil }
    return attribute + "=" + tag[start.upperBound...].prefix { $0 != "\"" }
  }

  private mutating func removeEmptyBlocks() {
    text.replace("<h></h>", with: "")
    text.replace("<p></p>", with: "")
    // Ends of lines beside tags mean nothing, nor do empty lines.
    text = text.split(separator: "\n").filter { line in line.contains { $0 != " " } }
      .joined(separator: "\n")
    text.replace(">\n", with: ">")
    text.replace("\n<", with: "<")
    // A figure in a list without blank lines has no paragraph.
    if text.contains("<p><img") {
      text = text.replacing(/<p>(<img[^>]*>)<\/p>/) { $0.output.1 }
    }
  }

  private static func isTag(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "<") else { return false }
    let name = bytes.dropFirst().drop { $0 == UInt8(ascii: "/") }
    return name.first.map { Character(UnicodeScalar($0)).isLetter } ?? false
  }

  private static func tagEnd(in bytes: [UInt8], from start: Int) -> Int {
    var quote: UInt8?
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    return index
  }
}
