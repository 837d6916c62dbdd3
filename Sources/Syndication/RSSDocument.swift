import SiteModel

/// Writes feeds as RSS 2.0 (M-30, M-31).
struct RSSWriter {
  private let site: Site
  /// By position in ``Site/articles``: most articles are in two feeds.
  private var items: [Int: [UInt8]] = [:]

  init(site: Site) {
    self.site = site
  }

  /// What Google reads of a feed is 2 MB, and 1 MB of an article.
  private static let largestFeed = 1_500_000
  private static let largestText = 1_000_000
  /// What follows the items and comes before them after they are chosen.
  private static let frame = 200

  /// The whole document: the newest articles, as many as fit.
  mutating func bytes(of feed: Feed) -> [UInt8] {
    var xml = XMLBuffer()
    writeChannel(of: feed, to: &xml)
    var room = Self.largestFeed - Self.frame - xml.count
    var chosen: [Int] = []
    for index in feed.articles {
      room -= item(index).count
      if room < 0 { break }
      chosen.append(index)
    }
    xml.reserveCapacity(Self.largestFeed - max(0, room))
    if let newest = chosen.map({ site.articles[$0].lastModified }).max() {
      xml.element("lastBuildDate", newest.rfc822)
    }
    for index in chosen { xml.write(markup: item(index)) }
    xml.write("</channel>\n</rss>\n")
    return xml.bytes
  }
}

extension RSSWriter {
  private var base: BaseURL { site.configuration.baseURL }

  private func writeChannel(of feed: Feed, to xml: inout XMLBuffer) {
    xml.write(
      """
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" \
      xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
      <channel>

      """)
    xml.element("title", feed.title)
    xml.element("link", base.absolute(feed.home))
    xml.element("description", feed.description)
    xml.element("language", site.configuration.language)
    xml.write("<atom:link href=\"")
    xml.write(text: base.absolute(feed.permalink))
    xml.write("\" rel=\"self\" type=\"application/rss+xml\"/>\n")
  }

  private mutating func item(_ index: Int) -> [UInt8] {
    if let known = items[index] { return known }
    let new = makeItem(index)
    items[index] = new
    return new
  }

  private func makeItem(_ index: Int) -> [UInt8] {
    let article = site.articles[index]
    let address = base.absolute(article.permalink)
    var xml = XMLBuffer.fragment
    xml.write("<item>\n")
    xml.element("title", article.isSponsored ? "Sponsored: \(article.title)" : article.title)
    xml.element("link", address)
    xml.write("<guid isPermaLink=\"true\">")
    xml.write(text: address)
    xml.write("</guid>\n")
    xml.element("pubDate", article.date.rfc822)
    for name in site.bylineNames(of: article) { xml.element("dc:creator", name) }
    if let language = article.frontMatter.language, language != site.configuration.language {
      xml.element("dc:language", language)
    }
    for category in categories(of: index) { xml.element("category", category) }
    if let summary = article.frontMatter.summary { writeDescription(summary, to: &xml) }
    let text = FeedText(site: site, article: article).html()
    if text.count <= Self.largestText {
      xml.write("<content:encoded>")
      xml.write(cdata: text)
      xml.write("</content:encoded>\n")
    }
    if let cover = article.cover { write(cover, of: article, to: &xml) }
    xml.write("</item>\n")
    return xml.bytes
  }

  private func writeDescription(_ text: String, to xml: inout XMLBuffer) {
    xml.write("<description>")
    xml.write(textForHTML: text)
    xml.write("</description>\n")
  }

  /// The section and the tags; a tag that is called like the section is not repeated.
  private func categories(of index: Int) -> [String] {
    let section = site.sections[site.articles[index].section].title
    return [section] + site.terms(of: index).map(\.name).filter { $0 != section }
  }

  private func write(_ cover: Picture, of article: Article, to xml: inout XMLBuffer) {
    let address = cover.fullAddress(base: base)
    xml.write("<media:content url=\"")
    xml.write(text: address)
    xml.write("\" medium=\"image\"")
    if let type = mediaType(ofPictureAt: address) { xml.write(" type=\"\(type)\"") }
    if let size = cover.size { xml.write(" width=\"\(size.width)\" height=\"\(size.height)\"") }
    xml.write(">\n")
    let words = article.frontMatter.cover
    let label = words?.isAIGenerated ?? false ? FeedWords.aiGenerated : nil
    let description = [words?.caption ?? words?.alt, label].compactMap(\.self)
    if !description.isEmpty {
      xml.element("media:description", description.joined(separator: " "))
    }
    if let credit = words?.credit { xml.element("media:credit", credit) }
    xml.write("</media:content>\n")
  }
}
