import SiteModel

extension Site {
  /// What a page is called, in metadata; nil for pages without a name of their own.
  func name(of page: SitePage) -> String? {
    switch page {
    case .home: configuration.title
    case .article(let index): articles[index].title
    case .section(let index, _): sections[index].title
    case .taxonomy(let index): taxonomies[index].settings.title
    case .term(let index, let term, _): taxonomies[index].terms[term].name
    case .authors: "Authors"
    case .author(let index, _): authors[index].name
    case .seriesIndex: "Series"
    case .series(let index): series[index].name
    case .archive: "Archive"
    case .archiveYear(let year): String(year)
    case .archiveMonth(let month, _):
      String(CivilDate(year: month.year, month: month.month, day: 1).iso8601.dropLast(3))
    case .standing(let index): pages[index].frontMatter.title
    case .notFound, .redirect, .removed: nil
    }
  }
}
