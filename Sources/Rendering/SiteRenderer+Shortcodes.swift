package import SiteModel

extension SiteRenderer {
  /// The text of a page with HTML in place of its shortcodes.
  ///
  /// It is made once, before anything else is: pages and feeds then know of no shortcodes.
  package func textWithoutShortcodes(of page: SitePage) -> ExpandedBody? {
    guard let text = publication.site.text(of: page) else { return nil }
    let article: Int? = if case .article(let index) = page { index } else { nil }
    let root = RootContext(publication: publication)
    return text.body.expandingShortcodes(links: text.links, base: publication.base) {
      call, number, inner in
      let shortcode = ShortcodeContext(
        publication: publication, call: call, number: number, inner: inner, article: article)
      var html: [UInt8] = []
      templates.program(ofShortcode: call.name)
        .render([.object(root), .object(shortcode)], to: &html)
      return call.display == .block ? trimmed(html) + "\n" : trimmed(html)
    }
  }

  /// The same renderer for a site of which only texts are others.
  package func withTexts(of site: Site) -> SiteRenderer {
    SiteRenderer(Publication(publication, texts: site), templates)
  }
}

/// Without white space at its ends.
private func trimmed(_ html: [UInt8]) -> String {
  let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 }
  let bytes = html.drop(while: isSpace)
  guard let last = bytes.lastIndex(where: { !isSpace($0) }) else { return "" }
  return String(decoding: bytes[...last], as: UTF8.self)
}
