import SiteModel

/// Feeds as Atom (M-32, RFC 4287).
struct AtomDocument: FeedDocument {
  let site: Site

  func frame(of feed: Feed, showing articles: [Int]) -> FeedFrame {
    var xml = XMLBuffer()
    xml.write("<feed xmlns=\"http://www.w3.org/2005/Atom\" ")
    xml.write("xmlns:media=\"http://search.yahoo.com/mrss/\" xml:lang=\"")
    xml.write(text: site.configuration.language)
    xml.write("\">\n")
    xml.element("id", base.absolute(feed.permalink))
    xml.element("title", feed.title)
    xml.element("subtitle", feed.description)
    // The element is required, even where nothing was published yet.
    let updated = site.lastModified(articles) ?? Timestamp(secondsSince1970: 0)
    xml.element("updated", updated.iso8601)
    xml.link(base.absolute(feed.permalink), "self", type: FeedFormat.atom.mediaType)
    xml.link(base.absolute(feed.home), "alternate", type: "text/html")
    if let hub = site.configuration.feeds.hub { xml.link(hub, "hub") }
    xml.person(site.configuration.publisher.name ?? site.configuration.title, address: nil)
    return FeedFrame(opening: xml.bytes, closing: Array("</feed>\n".utf8))
  }

  func entry(_ index: Int, _ text: [UInt8]?) -> [UInt8] {
    let article = site.articles[index]
    let address = base.absolute(article.permalink)
    var xml = XMLBuffer.fragment
    xml.write("<entry")
    if let language = site.otherLanguage(of: index) {
      xml.write(" xml:lang=\"")
      xml.write(text: language)
      xml.write("\"")
    }
    xml.write(">\n")
    xml.element("id", site.feedID(of: index))
    xml.element("title", site.feedHeadline(index))
    xml.element("published", article.date.iso8601)
    xml.element("updated", article.lastModified.iso8601)
    xml.link(address, "alternate", type: "text/html")
    for author in site.feedAuthors(of: article) {
      xml.person(author.name, address: author.address)
    }
    for category in site.feedCategories(of: index) {
      xml.write("<category term=\"")
      xml.write(text: category)
      xml.write("\"/>\n")
    }
    if let summary = article.frontMatter.summary { xml.element("summary", summary) }
    if let text {
      xml.write("<content type=\"html\">")
      xml.write(cdata: text)
      xml.write("</content>\n")
    }
    xml.write(coverOf: article, base: base)
    xml.write("</entry>\n")
    return xml.bytes
  }

  private var base: BaseURL { site.configuration.baseURL }
}

extension XMLBuffer {
  fileprivate mutating func person(_ name: String, address: String?) {
    write("<author>\n")
    element("name", name)
    if let address { element("uri", address) }
    write("</author>\n")
  }
}
