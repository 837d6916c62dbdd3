import SiteModel

/// What a kind of page brings to its layout, beside the root; the reference lists it by layout.
protocol LayoutContext: TemplateContext {}

extension LayoutContext {
  static var name: String { "Layout" }
  static var summary: String { "What a kind of page brings to its layout." }
}

struct HomeLayoutContext: LayoutContext {
  var home: HomeContext

  static let fields = FieldTable<HomeLayoutContext>([
    .object("home", "The front page.") { $0.home }
  ])
}

struct ArticleLayoutContext: LayoutContext {
  var article: ArticleContext

  static let fields = FieldTable<ArticleLayoutContext>([
    .object("article", "The article.") { $0.article }
  ])
}

struct SectionLayoutContext: LayoutContext {
  var section: SectionContext
  var pagination: PaginationContext?

  static let fields = FieldTable<SectionLayoutContext>([
    .object("section", "The section.") { $0.section }, .pagination { $0.pagination },
  ])
}

struct TaxonomyLayoutContext: LayoutContext {
  var taxonomy: TaxonomyContext

  static let fields = FieldTable<TaxonomyLayoutContext>([
    .object("taxonomy", "The taxonomy with its terms.") { $0.taxonomy }
  ])
}

struct TermLayoutContext: LayoutContext {
  var term: TermContext
  var pagination: PaginationContext?

  static let fields = FieldTable<TermLayoutContext>([
    .object("term", "The term.") { $0.term }, .pagination { $0.pagination },
  ])
}

struct AuthorListLayoutContext: LayoutContext {
  var authorList: AuthorListContext

  static let fields = FieldTable<AuthorListLayoutContext>([
    .object("authorList", "All authors.") { $0.authorList }
  ])
}

struct AuthorLayoutContext: LayoutContext {
  var author: AuthorContext
  var pagination: PaginationContext?

  static let fields = FieldTable<AuthorLayoutContext>([
    .object("author", "The author.") { $0.author }, .pagination { $0.pagination },
  ])
}

struct SeriesListLayoutContext: LayoutContext {
  var seriesList: SeriesListContext

  static let fields = FieldTable<SeriesListLayoutContext>([
    .object("seriesList", "All series.") { $0.seriesList }
  ])
}

struct SeriesLayoutContext: LayoutContext {
  var series: SeriesContext

  static let fields = FieldTable<SeriesLayoutContext>([
    .object("series", "The series.") { $0.series }
  ])
}

struct ArchiveLayoutContext: LayoutContext {
  var archive: ArchiveContext

  static let fields = FieldTable<ArchiveLayoutContext>([
    .object("archive", "All years.") { $0.archive }
  ])
}

struct PeriodLayoutContext: LayoutContext {
  var period: PeriodContext
  var pagination: PaginationContext?

  static let fields = FieldTable<PeriodLayoutContext>([
    .object("period", "The year or month.") { $0.period }, .pagination { $0.pagination },
  ])
}

struct StandingLayoutContext: LayoutContext {
  var publication: Publication
  var standing: StandingContext

  static let fields = FieldTable<StandingLayoutContext>([
    .object("standing", "The standing page.") { $0.standing },
    .list("correctionLog", "All corrections, newest first.") {
      CorrectionContext.log(of: $0.publication)
    },
  ])
}

struct NotFoundLayoutContext: LayoutContext {
  var publication: Publication

  static let fields = FieldTable<NotFoundLayoutContext>([
    .list("latest", "The newest articles.") { context in
      context.publication.cards(context.publication.site.articles.indices.prefix(6))
    }
  ])
}

struct RedirectLayoutContext: LayoutContext {
  var redirect: RedirectContext

  static let fields = FieldTable<RedirectLayoutContext>([
    .object("redirect", "The new address.") { $0.redirect }
  ])
}

struct RemovedLayoutContext: LayoutContext {
  var removal: RemovalContext

  static let fields = FieldTable<RemovedLayoutContext>([
    .object("removal", "What is said about the page that was here.") { $0.removal }
  ])
}

extension Field {
  fileprivate static func pagination(
    _ read: @escaping @Sendable (Owner) -> PaginationContext?
  ) -> Field {
    .object("pagination", "The way through the list; absent if one page is enough.", read)
  }
}

extension Publication {
  /// What a page brings to its layout.
  func content(of page: SitePage) -> any TemplateContext {
    switch page {
    case .home: HomeLayoutContext(home: HomeContext(self))
    case .article(let index):
      ArticleLayoutContext(article: ArticleContext(publication: self, index: index))
    case .section(let index, let number):
      SectionLayoutContext(
        section: SectionContext(publication: self, index: index, page: number),
        pagination: pagination(of: page))
    case .taxonomy(let index):
      TaxonomyLayoutContext(taxonomy: TaxonomyContext(publication: self, index: index))
    case .term(let taxonomy, let term, let number):
      TermLayoutContext(
        term: TermContext(publication: self, taxonomyIndex: taxonomy, index: term, page: number),
        pagination: pagination(of: page))
    case .authors: AuthorListLayoutContext(authorList: AuthorListContext(publication: self))
    case .author(let index, let number):
      AuthorLayoutContext(
        author: AuthorContext(publication: self, index: index, page: number),
        pagination: pagination(of: page))
    case .seriesIndex: SeriesListLayoutContext(seriesList: SeriesListContext(publication: self))
    case .series(let index):
      SeriesLayoutContext(series: SeriesContext(publication: self, index: index))
    case .archive: ArchiveLayoutContext(archive: ArchiveContext(publication: self))
    case .archiveYear(let year):
      PeriodLayoutContext(
        period: PeriodContext(publication: self, period: .year(year), page: 1))
    case .archiveMonth(let month, let number):
      PeriodLayoutContext(
        period: PeriodContext(publication: self, period: .month(month), page: number),
        pagination: pagination(of: page))
    case .standing(let index):
      StandingLayoutContext(
        publication: self, standing: StandingContext(publication: self, index: index))
    case .notFound: NotFoundLayoutContext(publication: self)
    case .redirect(let index):
      RedirectLayoutContext(redirect: RedirectContext(publication: self, index: index))
    case .removed(let index):
      RemovedLayoutContext(removal: RemovalContext(removal: site.removals[index]))
    }
  }
}
