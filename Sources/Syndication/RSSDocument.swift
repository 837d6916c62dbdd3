import SiteModel

/// Feeds as RSS 2.0 (M-30, M-31).
struct RSSDocument: FeedDocument {
  let site: Site

  func frame(of feed: Feed, showing articles: [Int]) -> FeedFrame {
    var xml = XMLBuffer()
    writeChannel(of: feed, to: &xml)
    if let newest = site.lastModified(articles) {
      xml.element("lastBuildDate", newest.rfc822)
    }
    return FeedFrame(opening: xml.bytes, closing: Array("</channel>\n</rss>\n".utf8))
  }

  func entry(_ index: Int, _ text: [UInt8]?) -> [UInt8] {
    let article = site.articles[index]
    let address = base.absolute(article.permalink)
    var xml = XMLBuffer.fragment
    xml.write("<item>\n")
    xml.element("title", site.feedHeadline(index))
    xml.element("link", address)
    let id = site.feedID(of: index)
    xml.write("<guid isPermaLink=\"\(id == address)\">")
    xml.write(text: id)
    xml.write("</guid>\n")
    xml.element("pubDate", article.date.rfc822)
    for author in site.feedAuthors(of: article) { xml.element("dc:creator", author.name) }
    if let language = site.otherLanguage(of: index) { xml.element("dc:language", language) }
    for category in site.feedCategories(of: index) { xml.element("category", category) }
    if let summary = article.frontMatter.summary { writeDescription(summary, to: &xml) }
    if let text {
      xml.write("<content:encoded>")
      xml.write(cdata: text)
      xml.write("</content:encoded>\n")
    }
    xml.write(coverOf: article, base: base)
    xml.write("</item>\n")
    return xml.bytes
  }
}

extension RSSDocument {
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
    xml.link(base.absolute(feed.permalink), "self", type: FeedFormat.rss.mediaType, as: "atom:link")
    if let hub = site.configuration.feeds.hub { xml.link(hub, "hub", as: "atom:link") }
  }

  private func writeDescription(_ text: String, to xml: inout XMLBuffer) {
    xml.write("<description>")
    xml.write(textForHTML: text)
    xml.write("</description>\n")
  }
}
