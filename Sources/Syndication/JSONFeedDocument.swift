import SiteModel

/// Feeds as JSON Feed 1.1 (M-33).
struct JSONFeedDocument: FeedDocument {
  let site: Site

  func frame(of feed: Feed, showing articles: [Int]) -> FeedFrame {
    let hubs = site.configuration.feeds.hub.map { hub -> JSONValue in
      [["type": "WebSub", "url": .text(hub)]]
    }
    let about: JSONValue = [
      "version": "https://jsonfeed.org/version/1.1", "title": .text(feed.title),
      "home_page_url": .text(base.absolute(feed.home)),
      "feed_url": .text(base.absolute(feed.permalink)), "description": .text(feed.description),
      "language": .text(site.configuration.language), "hubs": hubs,
    ]
    // The articles follow as the last member, so the bracket that closes the object comes later.
    return FeedFrame(
      opening: Array(about.bytes.dropLast(2)) + Array(",\"items\":[\n".utf8),
      separator: Array(",\n".utf8), closing: Array("\n]}\n".utf8))
  }

  func entry(_ index: Int, _ text: [UInt8]?) -> [UInt8] {
    let article = site.articles[index]
    let address = base.absolute(article.permalink)
    let authors = site.feedAuthors(of: article).map { author -> JSONValue in
      ["name": .text(author.name), "url": JSONValue(author.address)]
    }
    let summary = article.frontMatter.summary
    let html = text.map { JSONValue.encodedText($0) }
    let entry: JSONValue = [
      "id": .text(site.feedID(of: index)), "url": .text(address),
      "title": .text(site.feedHeadline(index)),
      "summary": JSONValue(summary), "content_html": html,
      // An entry must have a text of one of the two kinds.
      "content_text": html == nil ? .text(summary ?? article.title) : nil,
      "image": JSONValue(article.cover?.fullAddress(base: base)),
      "date_published": .text(article.date.iso8601),
      "date_modified": .text(article.lastModified.iso8601), "authors": .filled(authors),
      "tags": .filled(site.feedCategories(of: index).map { .text($0) }),
      "language": JSONValue(site.otherLanguage(of: index)),
    ]
    var bytes = entry.bytes
    bytes.removeLast()
    return bytes
  }

  private var base: BaseURL { site.configuration.baseURL }
}
