import SiteModel

extension SiteRenderer {
  /// What a page's layout sees, beside the root.
  func content(of page: SitePage, in publication: Publication) -> [String: any Sendable] {
    let site = publication.site
    switch page {
    case .home: return ["home": HomeContext(publication)]
    case .article(let index):
      return ["article": ArticleContext(publication: publication, index: index)]
    case .section(let index, let page):
      return [
        "section": SectionContext(
          publication: publication, section: site.sections[index], page: page)
      ]
    case .taxonomy(let index):
      return [
        "taxonomy": TaxonomyContext(publication: publication, taxonomy: site.taxonomies[index])
      ]
    case .term(let index, let term, let page):
      let taxonomy = site.taxonomies[index]
      return [
        "term": TermContext(
          publication: publication, taxonomy: taxonomy, term: taxonomy.terms[term], page: page)
      ]
    case .authors: return ["authorList": AuthorListContext(publication: publication)]
    case .author(let index, let page):
      return ["author": AuthorContext(publication: publication, index: index, page: page)]
    case .seriesIndex: return ["seriesList": SeriesListContext(publication: publication)]
    case .series(let index):
      return ["series": SeriesContext(publication: publication, series: site.series[index])]
    case .archive: return ["archive": ArchiveContext(publication: publication)]
    case .archiveYear, .archiveMonth:
      return ["period": period(page, publication)]
    case .standing(let index):
      let log = CorrectionContext.log(of: publication)
      return [
        "standing": StandingContext(publication: publication, page: site.pages[index]),
        "correctionLog": log, "hasCorrectionLog": !log.isEmpty,
      ]
    case .notFound:
      let latest = publication.cards(site.articles.indices.prefix(6))
      return ["latest": latest, "hasLatest": !latest.isEmpty]
    case .redirect(let index):
      let target = site.redirects[index].to
      return [
        "redirect": RedirectContext(
          href: publication.href(target), url: publication.base.absolute(target))
      ]
    }
  }

  /// The title of a page, without the publication's.
  func heading(of page: SitePage, in publication: Publication) -> String {
    let site = publication.site
    return switch page {
    case .home: site.configuration.title
    case .article(let index): site.articles[index].title
    case .section(let index, _): site.sections[index].title
    case .taxonomy(let index): site.taxonomies[index].settings.title
    case .term(let index, let term, _): site.taxonomies[index].terms[term].name
    case .authors: "Authors"
    case .author(let index, _): site.authors[index].name
    case .seriesIndex: "Series"
    case .series(let index): site.series[index].name
    case .archive: "Archive"
    case .archiveYear, .archiveMonth: period(page, publication).title
    case .standing(let index): site.pages[index].frontMatter.title
    case .notFound: "Page not found"
    case .redirect(let index): title(at: site.redirects[index].to, of: site)
    }
  }

  /// What a page is about, in a sentence.
  func description(of page: SitePage, in publication: Publication) -> String? {
    let site = publication.site
    let title = site.configuration.title
    switch page {
    case .home: return site.configuration.description
    case .article(let index): return site.articles[index].frontMatter.summary
    case .section(let index, _):
      return site.sections[index].summary ?? "\(site.sections[index].title) news from \(title)."
    case .taxonomy(let index):
      return "All \(site.taxonomies[index].settings.title.lowercased()) of \(title)."
    case .term(let index, let term, _):
      return "Articles about \(site.taxonomies[index].terms[term].name) from \(title)."
    case .authors: return "The people who write and edit \(title)."
    case .author(let index, _):
      let author = site.authors[index]
      return "Articles by \(author.name)\(author.role.map { ", \($0)," } ?? "") in \(title)."
    case .seriesIndex: return "Series of articles in \(title)."
    case .series(let index): return "All parts of the series \(site.series[index].name)."
    case .archive: return "Every article of \(title), by year and month."
    case .archiveYear, .archiveMonth:
      return "Articles of \(period(page, publication).title) in \(title)."
    case .standing(let index): return site.pages[index].frontMatter.summary
    case .notFound, .redirect: return nil
    }
  }

  /// The way through the list that a page belongs to.
  func pagination(of page: SitePage, in publication: Publication) -> PaginationContext? {
    let site = publication.site
    let list: (current: Int, articles: Int, page: @Sendable (Int) -> SitePage)
    switch page {
    case .section(let index, let page):
      list = (page, site.sections[index].articles.count, { .section(index, page: $0) })
    case .term(let index, let term, let page):
      let count = site.taxonomies[index].terms[term].articles.count
      list = (page, count, { .term(index, term: term, page: $0) })
    case .author(let index, let page):
      list = (page, site.authors[index].articles.count, { .author(index, page: $0) })
    case .archiveYear(let year, let page):
      list = (page, site.archive.articles(in: year).count, { .archiveYear(year, page: $0) })
    case .archiveMonth(let month, let page):
      list = (page, site.archive.articles(in: month).count, { .archiveMonth(month, page: $0) })
    default: return nil
    }
    let total = site.pageCount(of: list.articles)
    guard total > 1 else { return nil }
    let makePage = list.page
    return PaginationContext(current: list.current, total: total) {
      publication.href(publication.site.permalink(of: makePage($0)))
    }
  }

  /// The feeds that a page offers: the publication's, and its section's.
  func feeds(of page: SitePage, in publication: Publication) -> [FeedLinkContext] {
    let type = "application/rss+xml"
    let site = publication.site
    var feeds = [
      FeedLinkContext(
        title: site.configuration.title, href: publication.href(Permalink("/feed.xml")), type: type)
    ]
    let section: Int? =
      switch page {
      case .article(let index): site.articles[index].section
      case .section(let index, _): index
      default: nil
      }
    if let section = section.map({ site.sections[$0] }) {
      feeds.append(
        FeedLinkContext(
          title: "\(site.configuration.title): \(section.title)",
          href: publication.href(Permalink("\(section.permalink.path)feed.xml")), type: type))
    }
    return feeds
  }

  private func period(_ page: SitePage, _ publication: Publication) -> PeriodContext {
    switch page {
    case .archiveMonth(let month, let page):
      PeriodContext(publication: publication, period: .month(month), page: page)
    case .archiveYear(let year, let page):
      PeriodContext(publication: publication, period: .year(year), page: page)
    default: PeriodContext(publication: publication, period: .year(0), page: 1)
    }
  }

  private func title(at permalink: Permalink, of site: Site) -> String {
    site.articles.first { $0.permalink == permalink }?.title
      ?? site.pages.first { $0.permalink == permalink }?.frontMatter.title ?? permalink.path
  }
}
