import SiteModel

/// The archive's first page.
struct ArchiveContext: TemplateContext {
  var publication: Publication

  static let name = "Archive"
  static let summary = "The archive's first page."
  static let fields = FieldTable<ArchiveContext>([
    .list("years", "The years, newest first.") { context in
      context.publication.site.archive.years.map {
        ArchiveYearContext(publication: context.publication, year: $0)
      }
    }
  ])
}

/// A year of the archive with its months.
struct ArchiveYearContext: TemplateContext {
  var publication: Publication
  var year: Archive.Year

  static let name = "ArchiveYear"
  static let summary = "A year of the archive with its months."
  static let fields = FieldTable<ArchiveYearContext>([
    .text("title", "The year.") { String($0.year.year) },
    .text("href", "The year's page.") { context in
      context.publication.href(
        context.publication.site.permalink(of: .archiveYear(context.year.year)))
    },
    .text("countText", "How many articles there are, in words.") {
      $0.publication.articleCount($0.year.articles.count)
    },
    .list("months", "Its months, newest first.") { $0.publication.months(of: $0.year.year) },
  ])
}

/// The page of a year or a month.
struct PeriodContext: TemplateContext {
  /// What it covers.
  enum Period {
    case year(Int)
    case month(ArchiveMonth)
  }

  var publication: Publication
  var period: Period
  var page: Int

  static let name = "Period"
  static let summary = "The page of a year or a month of the archive."
  static let fields = FieldTable<PeriodContext>([
    .text("title", "The year, or the month with its year.") { $0.title },
    .text("parentTitle", "What it is part of: the archive, or the year.") { context in
      switch context.period {
      case .year: "Archive"
      case .month(let month): String(month.year)
      }
    },
    .text("parentHref", "The page of what it is part of.") { context in
      let parent: SitePage =
        switch context.period {
        case .year: .archive
        case .month(let month): .archiveYear(month.year)
        }
      return context.publication.href(context.publication.site.permalink(of: parent))
    },
    .list("months", "The months of a year, newest first.") { context in
      if case .year(let year) = context.period { context.publication.months(of: year) } else { [] }
    },
    .text("countText", "How many articles there are, in words.") {
      $0.publication.articleCount($0.articles.count)
    },
    .list("articles", "The articles of this page, newest first; of a year its newest ones.") {
      context in
      context.publication.cards(
        context.publication.site.articles(context.articles, onPage: context.page))
    },
  ])

  var title: String {
    switch period {
    case .year(let year): String(year)
    case .month(let month): publication.dates.month(month)
    }
  }

  var articles: [Int] {
    switch period {
    case .year(let year): publication.site.archive.articles(in: year)
    case .month(let month): publication.site.archive.articles(in: month)
    }
  }
}

extension Publication {
  func months(of year: Int) -> [CountedLinkContext] {
    site.archive.months.filter { $0.month.year == year }.map { period in
      CountedLinkContext(
        title: dates.month(period.month),
        href: href(site.permalink(of: .archiveMonth(period.month, page: 1))),
        count: period.articles.count, countText: articleCount(period.articles.count))
    }
  }
}
