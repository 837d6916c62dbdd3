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
  case removed

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
      case .removed: .removed
      }
  }

  /// What pages of this kind bring to their template, beside the root.
  var content: any TemplateContext.Type {
    switch self {
    case .home: HomeLayoutContext.self
    case .article: ArticleLayoutContext.self
    case .section: SectionLayoutContext.self
    case .taxonomy: TaxonomyLayoutContext.self
    case .term: TermLayoutContext.self
    case .authors: AuthorListLayoutContext.self
    case .author: AuthorLayoutContext.self
    case .seriesIndex: SeriesListLayoutContext.self
    case .series: SeriesLayoutContext.self
    case .archive: ArchiveLayoutContext.self
    case .archivePeriod: PeriodLayoutContext.self
    case .page: StandingLayoutContext.self
    case .notFound: NotFoundLayoutContext.self
    case .redirect: RedirectLayoutContext.self
    case .removed: RemovedLayoutContext.self
    }
  }
}

/// Partials that sitegen renders by themselves, most of them once for many pages.
enum SharedPartial: String, CaseIterable {
  case masthead
  case footer
  case card
  case compactCard = "compact-card"

  /// What they see.
  var context: any TemplateContext.Type {
    switch self {
    case .masthead, .footer: RootContext.self
    case .card, .compactCard: CardContext.self
    }
  }
}
