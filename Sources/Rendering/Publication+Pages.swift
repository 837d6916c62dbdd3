import SiteModel

/// What pages say about themselves, whatever their kind.
extension Publication {
  /// The title of a page, without the publication's.
  func heading(of page: SitePage) -> String {
    switch page {
    case .home: site.configuration.title
    case .article(let index): site.articles[index].frontMatter.title
    case .section(let index, _): site.sections[index].title
    case .taxonomy(let index): site.taxonomies[index].settings.title
    case .term(let index, let term, _): site.taxonomies[index].terms[term].name
    case .authors: "Authors"
    case .author(let index, _): site.authors[index].name
    case .seriesIndex: "Series"
    case .series(let index): site.series[index].name
    case .archive: "Archive"
    case .archiveYear, .archiveMonth: periodTitle(of: page)
    case .standing(let index): site.pages[index].frontMatter.title
    case .notFound: "Page not found"
    case .removed: "This page was removed"
    case .redirect(let index): title(at: site.redirects[index].to)
    }
  }

  /// What a page is about, in a sentence.
  func description(of page: SitePage) -> String? {
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
      return "Articles of \(periodTitle(of: page)) in \(title)."
    case .standing(let index): return site.pages[index].frontMatter.summary
    case .notFound, .redirect, .removed: return nil
    }
  }

  /// The way through the list that a page belongs to.
  func pagination(of page: SitePage) -> PaginationContext? {
    let list: (current: Int, articles: Int, page: @Sendable (Int) -> SitePage)
    switch page {
    case .section(let index, let page):
      list = (page, site.sections[index].articles.count, { .section(index, page: $0) })
    case .term(let index, let term, let page):
      let count = site.taxonomies[index].terms[term].articles.count
      list = (page, count, { .term(index, term: term, page: $0) })
    case .author(let index, let page):
      list = (page, site.authors[index].articles.count, { .author(index, page: $0) })
    case .archiveMonth(let month, let page):
      list = (page, site.archive.articles(in: month).count, { .archiveMonth(month, page: $0) })
    default: return nil
    }
    let total = site.pageCount(of: list.articles)
    guard total > 1 else { return nil }
    let makePage = list.page
    return PaginationContext(current: list.current, total: total) {
      self.href(self.site.permalink(of: makePage($0)))
    }
  }

  private func periodTitle(of page: SitePage) -> String {
    switch page {
    case .archiveMonth(let month, _): dates.month(month)
    case .archiveYear(let year): String(year)
    default: ""
    }
  }

  private func title(at target: Redirect.Target) -> String {
    guard case .site(let permalink, _) = target else { return base.absolute(target) }
    return site.articles.first { $0.permalink == permalink }?.title
      ?? site.pages.first { $0.permalink == permalink }?.frontMatter.title ?? permalink.path
  }
}
