import Mustache
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
      let html =
        templates.library.render(
          ShortcodeRootContext(root: root, shortcode: shortcode),
          withTemplate: ShortcodeDeclaration.templateName(of: call.name)) ?? ""
      return call.display == .block ? trimmed(html) + "\n" : trimmed(html)
    }
  }

  /// The same renderer for a site of which only texts are others.
  package func withTexts(of site: Site) -> SiteRenderer {
    SiteRenderer(
      Publication(
        site: site, related: publication.related, assets: publication.assets,
        cards: publication.cards), templates, structuredData)
  }
}

extension ShortcodeDeclaration {
  /// The name of a shortcode's template among all templates.
  static func templateName(of shortcode: String) -> String { "shortcodes/\(shortcode)" }
}

/// Without white space at its ends.
private func trimmed(_ html: String) -> String {
  let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 }
  let bytes = html.utf8.drop(while: isSpace)
  guard let last = bytes.lastIndex(where: { !isSpace($0) }) else { return "" }
  return String(decoding: bytes[...last], as: UTF8.self)
}
