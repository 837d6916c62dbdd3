package import SiteModel

/// Writes the feeds of a publication in all formats.
///
/// The texts of articles are made once and stand in many feeds.
package struct FeedWriter: Sendable {
  private let site: Site
  private let texts: FeedTexts

  /// Takes the texts of all articles that the feeds to be written show.
  package init(site: Site, texts: FeedTexts) {
    self.site = site
    self.texts = texts
  }

  /// The whole document.
  package func bytes(of plan: FeedPlan) -> [UInt8] {
    let feed = site.feed(of: plan.subject, as: plan.format)
    switch plan.format {
    case .rss: return RSSDocument(site: site).bytes(of: feed, texts)
    case .atom: return AtomDocument(site: site).bytes(of: feed, texts)
    case .json: return JSONFeedDocument(site: site).bytes(of: feed, texts)
    }
  }
}

/// The texts of articles as feeds show them.
package struct FeedTexts: Sendable {
  /// By position in ``Site/articles``.
  private let texts: [Int: [UInt8]]

  package init(_ texts: [Int: [UInt8]]) {
    self.texts = texts
  }

  /// The text of one article, complete and with full addresses.
  package static func text(of index: Int, in site: Site) -> [UInt8] {
    FeedText(site: site, article: site.articles[index]).html()
  }

  /// Nil if the text is larger than what readers take (M-31).
  subscript(index: Int) -> [UInt8]? {
    texts[index].flatMap { $0.count <= Self.largestText ? $0 : nil }
  }

  /// What Google reads of an article is 1 MB.
  private static let largestText = 1_000_000
}

/// A format of feeds: a frame around entries, one for each article.
protocol FeedDocument {
  /// What stands before, between and after the entries when these articles are shown.
  func frame(of feed: Feed, showing articles: [Int]) -> FeedFrame
  func entry(_ index: Int, _ text: [UInt8]?) -> [UInt8]
}

/// What stands around the entries of a feed.
struct FeedFrame {
  var opening: [UInt8]
  var separator: [UInt8] = []
  var closing: [UInt8]
}

extension FeedDocument {
  /// The whole document: the newest articles, as many as fit.
  func bytes(of feed: Feed, _ texts: FeedTexts) -> [UInt8] {
    let frame = frame(of: feed, showing: feed.articles)
    var bytes = frame.opening
    let separators = frame.separator.count * feed.articles.count
    bytes.reserveCapacity(
      feed.articles.reduce(bytes.count + separators) { $0 + 2_000 + (texts[$1]?.count ?? 0) })
    for (number, index) in feed.articles.enumerated() {
      if number > 0 { bytes += frame.separator }
      bytes += entry(index, texts[index])
      guard bytes.count + frame.closing.count > largestFeed else { continue }
      var shorter = feed
      shorter.articles = Array(feed.articles.prefix(number))
      return self.bytes(of: shorter, texts)
    }
    return bytes + frame.closing
  }
}

/// What Google reads of a feed is 2 MB (M-31).
private let largestFeed = 1_500_000
