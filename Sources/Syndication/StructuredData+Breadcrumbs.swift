import SiteModel

extension StructuredData {
  /// The way to a page from the list that it belongs to; nil for pages at the top (M-7).
  func breadcrumbs(to page: SitePage) -> JSONValue? {
    let parents = parents(of: page)
    if parents.isEmpty { return nil }
    let items = (parents + [page]).enumerated().map { offset, step -> JSONValue in
      [
        "@type": "ListItem", "position": .number(offset + 1),
        "name": JSONValue(site.name(of: step)), "item": .text(address(site.permalink(of: step))),
      ]
    }
    return [
      "@context": JSONValue.context, "@type": "BreadcrumbList", "itemListElement": .list(items),
    ]
  }

  private func parents(of page: SitePage) -> [SitePage] {
    switch page {
    case .article(let index): [.section(site.articles[index].section, page: 1)]
    case .term(let taxonomy, _, _): [.taxonomy(taxonomy)]
    case .author: [.authors]
    case .series: [.seriesIndex]
    case .archiveYear: [.archive]
    case .archiveMonth(let month, _): [.archive, .archiveYear(month.year)]
    case .home, .section, .taxonomy, .authors, .seriesIndex, .archive, .standing, .notFound,
      .redirect, .removed:
      []
    }
  }
}
