package import SiteModel

/// The articles of the last two days, for Google News (M-21).
///
/// Without any there is no file: an empty one would be no sitemap (M-22).
package struct NewsSitemap: Sendable {
  static let permalink = Permalink("/news-sitemap.xml")
  /// How long an article is new, in seconds.
  package static let window = 2 * 86_400

  private let site: Site
  private let limits: Sitemap.Limits

  package init(site: Site, limits: Sitemap.Limits = Sitemap.Limits(addresses: 1_000)) {
    self.site = site
    self.limits = limits
  }

  package func files() -> [MachineFile] {
    let entries = newArticles.map { (bytes: entry($0), modified: nil as Timestamp?) }
    if entries.isEmpty { return [] }
    let namespace = "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\""
    return SitemapFiles(
      permalink: Self.permalink, namespace: namespace, base: site.configuration.baseURL,
      limits: limits
    ).files(entries)
  }
}

extension NewsSitemap {
  /// Positions in ``Site/articles``, which are sorted: the newest come first.
  private var newArticles: [Int] {
    let now = site.now.secondsSince1970
    return site.articles.indices
      .prefix { site.articles[$0].date.secondsSince1970 > now - Self.window }
      .filter { index in
        site.articles[index].date.secondsSince1970 <= now && !site.articles[index].isSponsored
          && site.sitemapEntry(of: .article(index)) != nil
      }
  }

  private func entry(_ index: Int) -> [UInt8] {
    let article = site.articles[index]
    var xml = XMLBuffer.fragment
    xml.write("<url>\n")
    xml.element("loc", site.configuration.baseURL.absolute(article.permalink))
    xml.write("<news:news>\n<news:publication>\n")
    xml.element("news:name", publicationName)
    xml.element("news:language", language(of: article))
    xml.write("</news:publication>\n")
    xml.element("news:publication_date", article.date.iso8601)
    xml.element("news:title", article.title)
    xml.write("</news:news>\n</url>\n")
    return xml.bytes
  }

  /// Google News knows a publication by its name without what stands in parentheses.
  private var publicationName: String {
    let title = site.configuration.title
    guard title.hasSuffix(")"), let start = title.firstRange(of: " (") else { return title }
    return String(title[..<start.lowerBound])
  }

  /// Google News takes two letters (ISO 639), and tells only the two kinds of Chinese apart.
  private func language(of article: Article) -> String {
    let tag = (article.frontMatter.language ?? site.configuration.language).lowercased()
    let parts = tag.split(separator: "-")
    guard parts.first == "zh" else { return parts.first.map(String.init) ?? tag }
    return parts.contains { ["tw", "hk", "hant"].contains($0) } ? "zh-tw" : "zh-cn"
  }
}
