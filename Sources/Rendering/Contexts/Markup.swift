import SiteModel

/// HTML that a page shows as it is.
enum Markup {
  case bytes([UInt8])
  case text(String)
  /// The text of an article or a page; its links are filled in as it is written.
  case body(ArticleBody, links: [ResolvedLink], base: BaseURL)

  var isEmpty: Bool {
    switch self {
    case .bytes(let bytes): bytes.isEmpty
    case .text(let text): text.isEmpty
    case .body(let body, _, _): body.html.isEmpty
    }
  }

  func write(to output: inout [UInt8]) {
    switch self {
    case .bytes(let bytes): output += bytes
    case .text(let text): output += text.utf8
    case .body(let body, let links, let base):
      body.write(to: &output, links: links, base: base)
    }
  }
}
