import SiteModel

extension BodyWriter {
  mutating func writeText(_ node: Node) {
    var literal = node.literal
    // A block has ended the paragraph before this, and another one begins.
    if shortcodes.hasDividedParagraph, html.endsWith("<p>") {
      literal = UnsafeBufferPointer(rebasing: literal[(literal.firstIndex { $0 != 0x20 } ?? 0)...])
    }
    html.write(escaping: literal)
    text.append(literal)
    if structure.footnotes != nil { reportUndefinedReferences(in: literal) }
  }

  mutating func writeBreak(_ markup: StaticString) {
    html.write(markup)
    text.appendSpace()
  }

  mutating func writeCode(_ node: Node) {
    if shortcodes.scan == nil { return writeCode(node.literal) }
    uncovered(node.literal).withUnsafeBufferPointer { writeCode($0) }
  }

  private mutating func writeCode(_ literal: UnsafeBufferPointer<UInt8>) {
    html.write("<code>")
    html.write(escaping: literal)
    html.write("</code>")
    text.append(literal)
  }
}

extension BodyWriter {
  /// The library turns references without a definition back into text.
  private mutating func reportUndefinedReferences(in literal: UnsafeBufferPointer<UInt8>) {
    guard literal.contains(UInt8(ascii: "^")) else { return }
    let parts = String(decoding: literal, as: UTF8.self).split(
      separator: "[^", omittingEmptySubsequences: false)
    for part in parts.dropFirst() {
      guard let end = part.firstIndex(of: "]"), end > part.startIndex else { continue }
      let label = String(part[..<end])
      // An escaped one is meant as text.
      guard !label.contains(" "), let range = source.range(of: "[^\(label)]", from: block) else {
        continue
      }
      diagnostics.append(.undefinedFootnote(label, at: source.place(of: range)))
    }
  }
}

extension Diagnostic {
  fileprivate static func undefinedFootnote(_ label: String, at place: Place) -> Diagnostic {
    .warning(
      .markdownFootnote, "a footnote needs a definition, and [^\(label)] has none",
      hint: "Add a line \"[^\(label)]: the note\", or write \\[^\(label)] if none is meant.",
      at: place)
  }
}
