import SiteModel

/// What every page of one build shares.
///
/// A class, so that the many contexts of a page share one reference instead of copying the site.
final class Publication: Sendable {
  let site: Site
  /// The articles of "You May Also Like" for each article.
  let related: [[Int]]
  /// Addresses of the theme's files, by path below `Templates/assets/`.
  let assets: [String: Permalink]
  let dates: DateWords
  /// The feeds that pages offer: outside of all sections, then in each section.
  private let feeds: [[FeedLinkContext]]
  /// The Content-Security-Policy for `<meta>`, the same on all pages.
  let policy: String
  /// A page's JSON-LD in complete script elements.
  let structuredData: @Sendable (SitePage) -> [UInt8]
  /// A partial that shows an article in lists; nil where that is being rendered itself.
  let renderedCard: @Sendable (SharedPartial, Int) -> [UInt8]?

  init(
    site: Site, related: [[Int]], assets: [String: Permalink],
    structuredData: @escaping @Sendable (SitePage) -> [UInt8]
  ) {
    self.site = site
    self.related = related
    self.assets = assets
    self.structuredData = structuredData
    let all = site.feedLinks(.publication)
    feeds = [all] + site.sections.indices.map { all + site.feedLinks(.section($0)) }
    renderedCard = { _, _ in nil }
    policy = ContentSecurityPolicy(site).meta
    dates = DateWords(language: site.configuration.language)
  }

  /// The same publication with other texts, or with the cards of its articles.
  init(
    _ other: Publication, texts site: Site? = nil,
    cards: (@Sendable (SharedPartial, Int) -> [UInt8]?)? = nil
  ) {
    self.site = site ?? other.site
    related = other.related
    assets = other.assets
    structuredData = other.structuredData
    feeds = other.feeds
    dates = other.dates
    policy = other.policy
    renderedCard = cards ?? other.renderedCard
  }

  var configuration: SiteConfiguration { site.configuration }
  var base: BaseURL { site.configuration.baseURL }

  func href(_ permalink: Permalink) -> String { base.href(permalink) }

  /// The feed that readers may follow, in the format that all of them read.
  func feedHref(_ subject: FeedSubject) -> String { href(site.feedPermalink(subject, .rss)) }

  func card(_ article: Int) -> CardContext {
    CardContext(publication: self, index: article)
  }

  func cards(_ articles: some Sequence<Int>) -> [CardContext] {
    articles.map { card($0) }
  }

  func date(_ timestamp: Timestamp) -> DateContext {
    DateContext(timestamp: timestamp, words: dates)
  }

  /// The section that a page belongs to, as a position.
  func section(of page: SitePage) -> Int? {
    switch page {
    case .article(let index): site.articles[index].section
    case .section(let index, _): index
    default: nil
    }
  }

  /// The feeds that a page offers to its readers.
  func feedLinks(of page: SitePage) -> [FeedLinkContext] {
    switch site.feedSubject(of: page) {
    case .section(let index): feeds[index + 1]
    case .some(let subject): feeds[0] + site.feedLinks(subject)
    case nil: feeds[0]
    }
  }

  /// The address of a standing page that a policy names, if the page exists.
  func pageHref(_ name: String) -> String? {
    site.page(named: name).map { href($0.permalink) }
  }

  /// For example "1 article" or "12 articles".
  func articleCount(_ count: Int) -> String {
    count == 1 ? "1 article" : "\(count) articles"
  }
}
