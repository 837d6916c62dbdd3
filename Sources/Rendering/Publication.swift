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
  /// The Content-Security-Policy for `<meta>`, the same on all pages.
  let policy: String
  /// A page's JSON-LD in complete script elements.
  let structuredData: @Sendable (SitePage) -> [UInt8]
  /// For each article, once its cards are rendered.
  let cards: [RenderedCards]

  init(
    site: Site, related: [[Int]], assets: [String: Permalink],
    structuredData: @escaping @Sendable (SitePage) -> [UInt8]
  ) {
    self.site = site
    self.related = related
    self.assets = assets
    self.structuredData = structuredData
    cards = []
    policy = ContentSecurityPolicy(site).meta
    dates = DateWords(language: site.configuration.language)
  }

  /// The same publication with the cards of its articles.
  init(_ other: Publication, cards: [RenderedCards]) {
    site = other.site
    related = other.related
    assets = other.assets
    structuredData = other.structuredData
    dates = other.dates
    policy = other.policy
    self.cards = cards
  }

  /// The same publication with other texts.
  init(_ other: Publication, texts site: Site) {
    self.site = site
    related = other.related
    assets = other.assets
    structuredData = other.structuredData
    dates = other.dates
    policy = other.policy
    cards = other.cards
  }

  var configuration: SiteConfiguration { site.configuration }
  var base: BaseURL { site.configuration.baseURL }

  func href(_ permalink: Permalink) -> String { base.href(permalink) }

  func card(_ article: Int) -> CardContext {
    CardContext(publication: self, index: article)
  }

  func cards(_ articles: some Sequence<Int>) -> [CardContext] {
    articles.map { card($0) }
  }

  func date(_ timestamp: Timestamp) -> DateContext {
    DateContext(timestamp: timestamp, words: dates)
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

/// The partials `card` and `compact-card`, rendered once for an article that many pages list.
package struct RenderedCards: Sendable {
  var card: [UInt8]
  var compactCard: [UInt8]
}
