import SiteModel

/// What the head of a page says.
///
/// A class, since templates come back to it for each line of the head.
final class PageHeadContext: TemplateContext {
  let publication: Publication
  let page: SitePage
  let heading: String
  let description: String?
  let url: String
  /// Position in ``Site/articles``, if it is the page of an article.
  let article: Int?
  private let pagination: PaginationContext?

  init(publication: Publication, page: SitePage) {
    self.publication = publication
    self.page = page
    heading = publication.heading(of: page)
    description = publication.description(of: page)
    pagination = publication.pagination(of: page)
    if case .article(let index) = page {
      article = index
      url = publication.base.absolute(publication.site.articles[index].permalink)
    } else {
      article = nil
      url = publication.base.absolute(publication.site.permalink(of: page))
    }
  }

  static let name = "PageHead"
  static let summary = "What the head of a page says (M-40 to M-44)."
  static let fields = FieldTable<PageHeadContext>([
    .text("title", "The title of the document.") { $0.title },
    .text("heading", "The title of the page alone.") { $0.heading },
    .text("description", "What the page is about.") {
      $0.description ?? $0.publication.configuration.description
    },
    .text("canonical", "The address that search engines should keep; absent on error pages.") {
      $0.canonical
    },
    .text("url", "The full address of the page.") { $0.url },
    .text("robots", "What search engines may do with the page.") { $0.robots },
    .text("language", "The page's language.") { $0.language },
    .text("direction", "In which it is written: `ltr` or `rtl`.") {
      TextDirection(language: $0.language).rawValue
    },
    .flag("isHome", "Whether it is the front page.") { $0.page == .home },
    .flag("hasShortcodes", "Whether its text has any, for their style sheet.") {
      !$0.shortcodeNames.isEmpty
    },
    .flag(
      "hasEmbeds", "Whether something of another site waits in its text, for the script (C-41)."
    ) {
      head in
      head.shortcodeNames.contains { head.publication.site.shortcodes[$0]?.embed != nil }
    },
    .object("openGraph", "What social networks show.") { OpenGraphContext(head: $0) },
    .list("authors", "Everyone in the byline of an article (M-43).") { head in
      head.article.map { HeadAuthorContext.all(of: $0, in: head.publication) } ?? []
    },
    .text("twitterAccount", "The publication's account, with its @.") {
      $0.publication.configuration.socialAccount
    },
    .list("feeds", "The feeds that readers may follow.") {
      $0.publication.feedLinks(of: $0.page)
    },
    .markup("structuredData", "JSON-LD in complete script elements.") {
      .bytes($0.publication.structuredData($0.page))
    },
    .text("previousHref", "The page before, in a list.") { head in
      head.pagination.flatMap { $0.current > 1 ? $0.href($0.current - 1) : nil }
    },
    .text("nextHref", "The page after, in a list.") { head in
      head.pagination.flatMap { $0.current < $0.total ? $0.href($0.current + 1) : nil }
    },
  ])

  private var shortcodeNames: Set<String> {
    switch page {
    case .article(let index) where publication.site.articles[index].body.shortcodes.isEmpty:
      publication.site.articles[index].body.expandedShortcodes
    default: publication.site.text(of: page)?.body.shortcodeNames ?? []
    }
  }

  private var title: String {
    let site = publication.configuration.title
    if page == .home { return heading }
    let number = pagination.flatMap { $0.current > 1 ? ", page \($0.current)" : nil } ?? ""
    return "\(heading)\(number) – \(site)"
  }

  private var canonical: String? {
    switch page {
    case .article(let index): publication.site.articles[index].frontMatter.canonical ?? url
    case .standing(let index): publication.site.pages[index].frontMatter.canonical ?? url
    case .notFound, .removed: nil
    default: url
    }
  }

  private var isHiddenFromSearch: Bool {
    switch page {
    case .article(let index): publication.site.articles[index].frontMatter.isHiddenFromSearch
    case .standing(let index): publication.site.pages[index].frontMatter.isHiddenFromSearch
    case .removed, .notFound: true
    default: false
    }
  }

  private var robots: String {
    isHiddenFromSearch
      ? "noindex, follow"
      : "index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1"
  }

  /// An article in another language makes the page one in that language; what surrounds the
  /// article says that it is in the publication's.
  fileprivate var language: String {
    let own: String? =
      switch page {
      case .article(let index): publication.site.articles[index].frontMatter.language
      case .standing(let index): publication.site.pages[index].frontMatter.language
      default: nil
      }
    return own ?? publication.configuration.language
  }
}

/// A feed that readers may follow.
struct FeedLinkContext: TemplateContext {
  var title: String
  var href: String
  var type: String

  static let name = "FeedLink"
  static let summary = "A feed that readers may follow."
  static let fields = FieldTable<FeedLinkContext>([
    .text("title", "What it brings.") { $0.title },
    .text("href", "Its address.") { $0.href },
    .text("type", "Its media type.") { $0.type },
  ])
}

extension Site {
  /// A feed in each of its formats (M-34).
  func feedLinks(_ subject: FeedSubject) -> [FeedLinkContext] {
    FeedFormat.allCases.map { format in
      FeedLinkContext(
        title: "\(feedTitle(subject)) (\(format.name))",
        href: configuration.baseURL.href(feedPermalink(subject, format)), type: format.mediaType)
    }
  }
}

/// What social networks show of a page.
struct OpenGraphContext: TemplateContext {
  var head: PageHeadContext

  static let name = "OpenGraph"
  static let summary = "What social networks show of a page (M-41)."
  static let fields = FieldTable<OpenGraphContext>([
    .text("type", "`article` or `website`.") { $0.head.article == nil ? "website" : "article" },
    .text("title", "The headline, with its label if someone paid for it (E-8).") { context in
      context.isSponsored ? "Sponsored: \(context.head.heading)" : context.head.heading
    },
    .text("description", "The standfirst.") {
      $0.head.description ?? $0.head.publication.configuration.description
    },
    .text("locale", "The language, with its country, for example `en_US`; absent if unknown.") {
      OpenGraphLocale(language: $0.head.language)?.text
    },
    .object("image", "The picture to show.") { $0.image },
    .text("publishedTime", "When an article appeared (ISO 8601).") { context in
      context.head.article.map { context.site.articles[$0].date.iso8601 }
    },
    .text("modifiedTime", "When an article last changed (ISO 8601).") { context in
      context.head.article.map { context.site.articles[$0].lastModified.iso8601 }
    },
    .text("section", "The section of an article.") { context in
      context.head.article.map { context.site.sections[context.site.articles[$0].section].title }
    },
    .texts("tags", "The tags of an article.") { context in
      context.head.article.map { context.site.terms(of: $0).map(\.name) } ?? []
    },
    .texts("authors", "The full addresses of an article's authors.") { context in
      guard let index = context.head.article else { return [] }
      return context.site.articles[index].authors.map {
        context.head.publication.base.absolute(context.site.authors[$0].permalink)
      }
    },
  ])

  /// Lent, not copied.
  private var site: Site { _read { yield head.publication.site } }

  private var isSponsored: Bool {
    head.article.map { site.articles[$0].frontMatter.kind == .sponsored } ?? false
  }

  private var image: ShareImageContext? {
    let publication = head.publication
    if let index = head.article, let image = ShareImageContext(of: index, in: publication) {
      return image
    }
    return ShareImageContext(sharedIn: publication)
  }
}
