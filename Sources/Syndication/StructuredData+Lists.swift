import SiteModel

extension StructuredData {
  /// An author with their articles (M-6).
  func profile(of author: Author) -> JSONValue {
    let biography = author.page?.body.plainText.prefix { $0 != "\n" }
    return [
      "@context": JSONValue.context,
      "@type": "ProfilePage",
      "url": .text(address(author.permalink)),
      "inLanguage": .text(site.configuration.language),
      "isPartOf": websiteReference,
      "mainEntity": [
        "@type": author.name == site.publisherName ? "Organization" : "Person",
        "@id": .text(id(of: author)),
        "name": .text(author.name),
        "url": .text(address(author.permalink)),
        "jobTitle": JSONValue(author.role),
        "description": JSONValue(biography.map(String.init)),
        "image": author.photo.map { .text($0.fullAddress(base: site.configuration.baseURL)) },
        "sameAs": .filled(author.links.filter(\.isProfile).map { .text($0.url) }),
        "worksFor": author.role.map { _ in publisherReference },
      ],
    ]
  }

  /// A page that leads on to others (M-7).
  func collection(_ page: SitePage) -> JSONValue? {
    guard let list = site.list(on: page) else { return nil }
    let first = list.first
    let items = list.pages.enumerated().map { offset, target -> JSONValue in
      [
        "@type": "ListItem", "position": .number(first + offset), "url": .text(address(target)),
      ]
    }
    return [
      "@context": JSONValue.context,
      "@type": "CollectionPage",
      "url": .text(address(site.permalink(of: page))),
      "name": JSONValue(site.name(of: page)),
      "description": JSONValue(list.description),
      "inLanguage": .text(site.configuration.language),
      "isPartOf": websiteReference,
      "mainEntity": ["@type": "ItemList", "itemListElement": .list(items)],
    ]
  }
}

extension AuthorLink {
  /// Whether it leads to a page elsewhere, and not to a mailbox or a page of this site.
  fileprivate var isProfile: Bool { url.hasPrefix("https://") || url.hasPrefix("http://") }
}

/// What a page of a list shows.
private struct PageList {
  var description: String?
  /// The place of the page's first entry in the whole list, counted from 1.
  var first = 1
  var pages: [Permalink]
}

extension Site {
  fileprivate func list(on page: SitePage) -> PageList? {
    switch page {
    case .section(let index, let number):
      var list = list(of: sections[index].articles, onPage: number)
      list.description = sections[index].summary
      return list
    case .taxonomy(let index): return PageList(pages: taxonomies[index].terms.map(\.permalink))
    case .term(let index, let term, let number):
      return list(of: taxonomies[index].terms[term].articles, onPage: number)
    case .authors: return PageList(pages: authors.map(\.permalink))
    case .author(let index, let number):
      return list(of: authors[index].articles, onPage: number)
    case .seriesIndex: return PageList(pages: series.map(\.permalink))
    case .series(let index):
      return PageList(pages: series[index].articles.map { articles[$0].permalink })
    case .archive:
      return PageList(pages: archive.years.map { permalink(of: .archiveYear($0.year)) })
    case .archiveYear(let year): return list(of: archive.articles(in: year), onPage: 1)
    case .archiveMonth(let month, let number):
      return list(of: archive.articles(in: month), onPage: number)
    case .home, .article, .standing, .notFound, .redirect, .removed: return nil
    }
  }

  private func list(of positions: [Int], onPage number: Int) -> PageList {
    let shown = articles(positions, onPage: number)
    return PageList(first: shown.startIndex + 1, pages: shown.map { articles[$0].permalink })
  }
}
