import SiteModel

/// The kinds of pages, by the templates that lay them out.
enum Layout: String, CaseIterable, Sendable {
  case home
  case article
  case section
  case taxonomy
  case term
  case authors
  case author
  case seriesIndex = "series-index"
  case series
  case archive
  case archivePeriod = "archive-period"
  case page
  case notFound = "not-found"
  case redirect

  init(_ page: SitePage) {
    self =
      switch page {
      case .home: .home
      case .article: .article
      case .section: .section
      case .taxonomy: .taxonomy
      case .term: .term
      case .authors: .authors
      case .author: .author
      case .seriesIndex: .seriesIndex
      case .series: .series
      case .archive: .archive
      case .archiveYear, .archiveMonth: .archivePeriod
      case .standing: .page
      case .notFound: .notFound
      case .redirect: .redirect
      }
  }

  /// What pages of this kind bring to their template, beside the root.
  var fields: [ContextSchema.Field] {
    switch self {
    case .home: [field("home", .object(HomeContext.self), "The front page.")]
    case .article: [field("article", .object(ArticleContext.self), "The article.")]
    case .section:
      [field("section", .object(SectionContext.self), "The section."), Self.pagination]
    case .taxonomy:
      [field("taxonomy", .object(TaxonomyContext.self), "The taxonomy with its terms.")]
    case .term: [field("term", .object(TermContext.self), "The term."), Self.pagination]
    case .authors: [field("authorList", .object(AuthorListContext.self), "All authors.")]
    case .author: [field("author", .object(AuthorContext.self), "The author."), Self.pagination]
    case .seriesIndex: [field("seriesList", .object(SeriesListContext.self), "All series.")]
    case .series: [field("series", .object(SeriesContext.self), "The series.")]
    case .archive: [field("archive", .object(ArchiveContext.self), "All years.")]
    case .archivePeriod:
      [field("period", .object(PeriodContext.self), "The year or month."), Self.pagination]
    case .page:
      [
        field("standing", .object(StandingContext.self), "The standing page."),
        field("correctionLog", .list(CorrectionContext.self), "All corrections, newest first."),
        field("hasCorrectionLog", .flag, "Whether there are any."),
      ]
    case .notFound:
      [
        field("latest", .list(CardContext.self), "The newest articles."),
        field("hasLatest", .flag, "Whether there are any."),
      ]
    case .redirect: [field("redirect", .object(RedirectContext.self), "The new address.")]
    }
  }

  private static let pagination = ContextSchema.Field(
    name: "pagination", kind: .object(PaginationContext.self),
    summary: "The way through the list; absent if one page is enough.")

  private func field(_ name: String, _ kind: FieldKind, _ summary: String) -> ContextSchema.Field {
    ContextSchema.Field(name: name, kind: kind, summary: summary)
  }
}

/// Partials that sitegen renders by themselves, once for many pages.
enum SharedPartial: String, CaseIterable {
  case masthead
  case footer
  case card
  case compactCard = "compact-card"

  /// What they see.
  var schema: ContextSchema {
    switch self {
    case .masthead, .footer: RootContext.schema
    case .card, .compactCard: CardContext.schema
    }
  }
}
