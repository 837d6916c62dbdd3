import SiteModel

/// An article as lists show it.
struct CardContext: TemplateContext {
  var publication: Publication
  var index: Int
  /// The number of the part, in the list of a series.
  var part: Int?

  /// Lent, not copied: an article is large, and templates ask for its parts one by one.
  var article: Article { _read { yield publication.site.articles[index] } }

  static let name = "Card"
  static let summary = "An article as lists show it."
  static let fields = FieldTable<CardContext>(
    shared + [
      .markup("card", "The partial `card`, rendered for this article.") {
        $0.publication.renderedCard(.card, $0.index).map { .bytes($0) }
      },
      .markup("compactCard", "The partial `compact-card`, rendered for this article.") {
        $0.publication.renderedCard(.compactCard, $0.index).map { .bytes($0) }
      },
      .number("part", "Its number in the series, in the list of a series.") { $0.part },
    ])

  /// What an article's own page has as well.
  static let shared: [Field<CardContext>] = [
    .text("title", "The headline.") { $0.article.frontMatter.title },
    .text("href", "The article's page.") { $0.publication.href($0.article.permalink) },
    .text("summary", "The standfirst.") { $0.article.frontMatter.summary },
    .object("section", "The section it belongs to.") { card in
      let section = card.publication.site.sections[card.article.section]
      return LinkContext(title: section.title, href: card.publication.href(section.permalink))
    },
    .list("authors", "The byline, name by name.") {
      BylineContext.names($0.article.authors, of: $0.publication)
    },
    .text("byline", "The byline as text: \"A, B and C\".") { card in
      BylineContext.names(card.article.authors, of: card.publication)
        .map { $0.separator + $0.name }.joined()
    },
    .object("published", "When it appeared.") { $0.publication.date($0.article.date) },
    .object("cover", "Its picture; absent if it has none.") { card in
      guard let cover = card.article.frontMatter.cover, let picture = card.article.cover else {
        return CoverContext?.none
      }
      return CoverContext(cover: cover, picture: picture, base: card.publication.base)
    },
    .text("readingTime", "For example \"3 min read\" (E-3).") {
      "\($0.article.readingMinutes) min read"
    },
    .text("typeLabel", "\"Analysis\", \"Opinion\" or \"Press release\"; absent for news.") {
      typeLabel(of: $0.article.frontMatter.kind)
    },
    .flag("isSponsored", "Whether someone paid for it, which every card must say (E-8).") {
      $0.article.frontMatter.kind == .sponsored
    },
    .text("sponsor", "Who paid for it.") { $0.article.frontMatter.sponsor },
    .flag("isSubmitted", "Whether a reader sent it in (E-9).") { $0.article.isSubmitted },
    .text("language", "The article's language, if it is not the publication's.") { card in
      let language = card.article.frontMatter.language
      return language == card.publication.configuration.language ? nil : language
    },
  ]

  private static func typeLabel(of kind: ArticleKind) -> String? {
    switch kind {
    case .analysis: "Analysis"
    case .opinion: "Opinion"
    case .pressRelease: "Press release"
    case .news, .sponsored, .submitted, .removed: nil
    }
  }
}
