import SiteModel

/// A page in the sitemap.
struct SitemapEntry {
  var address: String
  /// Nil when nothing honest can be said.
  var lastModified: Timestamp?
  /// Full addresses, at most as many as the protocol allows.
  var pictures: [String] = []

  var bytes: [UInt8] {
    var xml = XMLBuffer.fragment
    xml.reserveCapacity(256)
    xml.write("<url>\n")
    xml.element("loc", address)
    if let lastModified { xml.element("lastmod", lastModified.iso8601) }
    for picture in pictures {
      xml.write("<image:image>\n")
      xml.element("image:loc", picture)
      xml.write("</image:image>\n")
    }
    xml.write("</url>\n")
    return xml.bytes
  }
}

// A site and an article are large: an initializer would take a copy of the one, and the parts of the
// other are asked for one by one.
extension Site {
  /// Nil for pages that search engines should not keep under this address.
  func sitemapEntry(of page: SitePage) -> SitemapEntry? {
    if case .article(let index) = page { return sitemapEntry(ofArticle: index) }
    guard isForSearchEngines(page) else { return nil }
    return SitemapEntry(
      address: configuration.baseURL.absolute(permalink(of: page)),
      lastModified: lastModified(of: page))
  }

  private func sitemapEntry(ofArticle index: Int) -> SitemapEntry? {
    let address = configuration.baseURL.absolute(articles[index].permalink)
    let canonical = articles[index].frontMatter.canonical
    guard !articles[index].frontMatter.isHiddenFromSearch,
      canonical == nil || canonical == address
    else { return nil }
    return SitemapEntry(
      address: address, lastModified: lastModified(ofArticle: index),
      pictures: SitemapEntry.addresses(
        articles[index].cover, articles[index].links, configuration.baseURL))
  }

  private func lastModified(ofArticle index: Int) -> Timestamp {
    Article.lastModified(
      articles[index].date, updated: articles[index].frontMatter.updated,
      notes: articles[index].frontMatter.corrections, articles[index].frontMatter.updates)
  }
}

extension FrontMatter {
  fileprivate func isForSearchEngines(at address: String) -> Bool {
    !isHiddenFromSearch && (canonical == nil || canonical == address)
  }
}

extension Site {
  /// Whether a page may be found under its own address; later pages of lists lead to nothing new.
  fileprivate func isForSearchEngines(_ page: SitePage) -> Bool {
    switch page {
    case .standing(let index):
      let address = configuration.baseURL.absolute(pages[index].permalink)
      return pages[index].frontMatter.isForSearchEngines(at: address)
    case .section(let index, 1):
      return !(sections[index].page?.frontMatter.isHiddenFromSearch ?? false)
    case .term(_, _, let number), .section(_, let number), .author(_, let number),
      .archiveMonth(_, let number):
      return number == 1
    case .article, .notFound, .redirect, .removed: return false
    case .home, .taxonomy, .authors, .seriesIndex, .series, .archive, .archiveYear: return true
    }
  }

  /// When a page that is no article last changed in substance: a list by its newest article.
  ///
  /// Articles are newest first, so the newest of a list has the smallest position.
  fileprivate func lastModified(of page: SitePage) -> Timestamp? {
    let newest: Int?
    switch page {
    case .home, .archive, .authors, .seriesIndex: newest = articles.indices.first
    case .section(let index, _): newest = sections[index].articles.first
    case .taxonomy(let index): newest = taxonomies[index].terms.compactMap(\.articles.first).min()
    case .term(let index, let term, _): newest = taxonomies[index].terms[term].articles.first
    case .author(let index, _): newest = authors[index].articles.first
    case .series(let index): newest = series[index].articles.min()
    case .archiveYear(let year): newest = archive.articles(in: year).first
    case .archiveMonth(let month, _): newest = archive.articles(in: month).first
    case .standing(let index): return lastModified(of: pages[index])
    case .article, .notFound, .redirect, .removed: newest = nil
    }
    return newest.map { lastModified(ofArticle: $0) }
  }

  /// What its front matter says; the page with the log of corrections changes with each of them.
  private func lastModified(of page: Page) -> Timestamp? {
    var dates = [page.frontMatter.updated ?? page.frontMatter.date].compactMap(\.self)
    if page.name == configuration.policies.corrections, !dates.isEmpty {
      dates += articles.indices.flatMap { articles[$0].frontMatter.corrections.map(\.date) }
    }
    return dates.max()
  }
}

extension SitemapEntry {
  /// The cover and the pictures of a text that lie on this site.
  ///
  /// Search engines accept pictures elsewhere only from sites that have proved to own both.
  fileprivate static func addresses(
    _ cover: Picture?, _ links: [ResolvedLink], _ base: BaseURL
  ) -> [String] {
    var addresses: [String] = []
    var seen: Set<Permalink> = []
    func add(_ picture: Picture) {
      guard case .site(let permalink) = picture.location, addresses.count < 1_000,
        seen.insert(permalink).inserted
      else { return }
      addresses.append(base.absolute(permalink))
    }
    if let cover { add(cover) }
    for case .picture(let picture) in links { add(picture) }
    return addresses
  }
}
