/// A page that the publication consists of.
///
/// Numbers are positions in the lists of ``Site``; pages of a list count from 1.
package enum SitePage: Hashable, Sendable {
  case home
  case article(Int)
  case section(Int, page: Int)
  case taxonomy(Int)
  case term(Int, term: Int, page: Int)
  case authors
  case author(Int, page: Int)
  case seriesIndex
  case series(Int)
  case archive
  /// The months of a year, with its newest articles; the months hold them all.
  case archiveYear(Int)
  case archiveMonth(ArchiveMonth, page: Int)
  case standing(Int)
  case notFound
  case redirect(Int)
  case removed(Int)
}

/// A month of the archive.
package struct ArchiveMonth: Hashable, Sendable, Comparable {
  package var year: Int
  package var month: Int

  package init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  package static func < (left: ArchiveMonth, right: ArchiveMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

extension Site {
  /// Every page of the publication, in the order in which the sitemap lists them.
  package var outline: [SitePage] {
    var pages: [SitePage] = [.home]
    pages += articles.indices.map { .article($0) }
    for (index, section) in sections.enumerated() {
      pages += pageNumbers(of: section.articles.count).map { .section(index, page: $0) }
    }
    for (index, taxonomy) in taxonomies.enumerated() where !taxonomy.terms.isEmpty {
      pages.append(.taxonomy(index))
      for (position, term) in taxonomy.terms.enumerated() {
        pages += pageNumbers(of: term.articles.count).map {
          .term(index, term: position, page: $0)
        }
      }
    }
    if !authors.isEmpty { pages.append(.authors) }
    for (index, author) in authors.enumerated() {
      pages += pageNumbers(of: author.articles.count).map { .author(index, page: $0) }
    }
    if !series.isEmpty { pages.append(.seriesIndex) }
    pages += series.indices.map { .series($0) }
    pages.append(.archive)
    pages += archive.years.map { .archiveYear($0.year) }
    for period in archive.months {
      pages += pageNumbers(of: period.articles.count).map {
        .archiveMonth(period.month, page: $0)
      }
    }
    pages += self.pages.indices.map { .standing($0) }
    pages.append(.notFound)
    pages += redirects.indices.map { .redirect($0) }
    pages += removals.indices.map { .removed($0) }
    return pages
  }

  /// Where a page is found.
  package func permalink(of page: SitePage) -> Permalink {
    switch page {
    case .home: Permalink("/")
    case .article(let index): articles[index].permalink
    case .section(let index, let page): numbered(sections[index].permalink, page)
    case .taxonomy(let index): taxonomies[index].permalink
    case .term(let index, let term, let page):
      numbered(taxonomies[index].terms[term].permalink, page)
    case .authors: Permalink("/authors/")
    case .author(let index, let page): numbered(authors[index].permalink, page)
    case .seriesIndex: Permalink("/series/")
    case .series(let index): series[index].permalink
    case .archive: Permalink("/archive/")
    case .archiveYear(let year): Permalink("/archive/\(padded(year, 4))/")
    case .archiveMonth(let month, let page):
      numbered(
        Permalink("/archive/\(padded(month.year, 4))/\(padded(month.month, 2))/"), page)
    case .standing(let index): pages[index].permalink
    case .notFound: Permalink("/404.html")
    case .redirect(let index): redirects[index].from
    case .removed(let index): removals[index].permalink
    }
  }

  /// How many pages a list of that many articles takes; an empty list still has one.
  package func pageCount(of articles: Int) -> Int {
    max(1, (articles + configuration.pageSize - 1) / configuration.pageSize)
  }

  /// The articles on one page of a list.
  package func articles(_ list: [Int], onPage page: Int) -> ArraySlice<Int> {
    let start = min((page - 1) * configuration.pageSize, list.count)
    return list[start..<min(start + configuration.pageSize, list.count)]
  }

  private func pageNumbers(of articles: Int) -> ClosedRange<Int> {
    1...pageCount(of: articles)
  }

  private func numbered(_ permalink: Permalink, _ page: Int) -> Permalink {
    page == 1 ? permalink : Permalink("\(permalink.path)page/\(page)/")
  }
}
