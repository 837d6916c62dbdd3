import SiteModel

extension BodyWriter {
  mutating func writeHTMLBlock(_ node: Node) {
    block = node
    let markup = RawHTML(node.literal).withoutComments
    passOverComments(in: node.literal, outside: markup)
    if markup.allSatisfy({ $0 <= 0x20 }) { return }
    html.startLine()
    writeMarkup(markup, of: node)
    html.startLine()
  }

  mutating func writeInlineHTML(_ node: Node) {
    let markup = RawHTML(node.literal).withoutComments
    passOverComments(in: node.literal, outside: markup)
    if !markup.isEmpty { writeMarkup(markup, of: node) }
  }

  /// Writes markup that loads nothing, if the publication allows raw HTML.
  mutating func writeRaw(_ markup: [UInt8], of node: Node) {
    if options.allowsRawHTML {
      html.write(raw: markup)
      fragments.formUnion(RawHTML.ids(in: markup))
      return
    }
    // The words on both sides of a left out line break stay two words.
    if markup.starts(with: "<br".utf8) { writeBreak(" ") }
    // A closing tag would only repeat what its opening tag said.
    if markup.starts(with: "</".utf8) { return }
    diagnostics.append(.rawHTML(at: source.place(of: node, in: block)))
  }
}

/// Markup that an author typed.
struct RawHTML {
  private let markup: UnsafeBufferPointer<UInt8>

  init(_ markup: UnsafeBufferPointer<UInt8>) {
    self.markup = markup
  }

  /// Comments are notes among colleagues, except that in scripts they may be code.
  var withoutComments: [UInt8] {
    let bytes = Array(markup)
    if isVerbatim(bytes) { return bytes }
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index...].starts(with: "<!--".utf8) {
        index = commentEnd(in: bytes, from: index)
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return kept
  }

  /// The values of `id` attributes, which links may name.
  static func ids(in markup: [UInt8]) -> [String] {
    let parts = String(decoding: markup, as: UTF8.self).split(
      separator: " id=", omittingEmptySubsequences: false)
    return parts.dropFirst().compactMap { part in
      guard let quote = part.first, quote == "\"" || quote == "'" else {
        let value = part.prefix { $0 != " " && $0 != ">" && $0 != "/" && $0 != "\n" }
        return value.isEmpty ? nil : String(value)
      }
      let value = part.dropFirst().prefix { $0 != quote }
      return value.isEmpty ? nil : String(value)
    }
  }

  private func isVerbatim(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(9), as: UTF8.self).lowercased()
    return ["<script", "<style", "<textarea"].contains { start.hasPrefix($0) }
  }

  private func commentEnd(in bytes: [UInt8], from start: Int) -> Int {
    var index = start + 4
    while index + 2 < bytes.count {
      if bytes[index...].starts(with: "-->".utf8) { return index + 3 }
      index += 1
    }
    return bytes.count
  }
}

extension Diagnostic {
  fileprivate static func rawHTML(at place: Place) -> Diagnostic {
    .warning(
      .markdownRawHTML, "raw HTML is left out",
      hint: "Write it as Markdown, or allow it in sitegen.yaml with markdown: {rawHTML: true}.",
      at: place)
  }
}
