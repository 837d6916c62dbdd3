import SiteModel

/// A page in the sitemap.
struct SitemapEntry {
  var address: String
  /// Nil when nothing honest can be said.
  var lastModified: Timestamp?
  /// Full addresses, at most as many as the protocol allows.
  var pictures: [String] = []

  /// Nil for pages that search engines should not keep under this address.
  init?(_ page: SitePage, of site: Site) {
    guard site.isForSearchEngines(page) else { return nil }
    let base = site.configuration.baseURL
    address = base.absolute(site.permalink(of: page))
    lastModified = site.lastModified(of: page)
    if case .article(let index) = page { pictures = site.articles[index].pictureAddresses(base) }
  }

  var bytes: [UInt8] {
    var xml = XMLBuffer.fragment
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

extension Site {
  /// Whether a page may be found under its own address; later pages of lists lead to nothing new.
  fileprivate func isForSearchEngines(_ page: SitePage) -> Bool {
    switch page {
    case .article(let index):
      let article = articles[index]
      return isForSearchEngines(article.frontMatter, at: article.permalink)
    case .standing(let index):
      return isForSearchEngines(pages[index].frontMatter, at: pages[index].permalink)
    case .section(let index, 1):
      return !(sections[index].page?.frontMatter.isHiddenFromSearch ?? false)
    case .term(_, _, let number), .section(_, let number), .author(_, let number),
      .archiveYear(_, let number), .archiveMonth(_, let number):
      return number == 1
    case .notFound, .redirect: return false
    case .home, .taxonomy, .authors, .seriesIndex, .series, .archive: return true
    }
  }

  private func isForSearchEngines(_ frontMatter: FrontMatter, at permalink: Permalink) -> Bool {
    if frontMatter.isHiddenFromSearch { return false }
    guard let canonical = frontMatter.canonical else { return true }
    return canonical == configuration.baseURL.absolute(permalink)
  }

  /// When a page last changed in substance: an article by its dates, a list by its newest article.
  ///
  /// Articles are newest first, so the newest of a list has the smallest position.
  fileprivate func lastModified(of page: SitePage) -> Timestamp? {
    let newest: Int?
    switch page {
    case .article(let index): newest = index
    case .home, .archive, .authors, .seriesIndex: newest = articles.indices.first
    case .section(let index, _): newest = sections[index].articles.first
    case .taxonomy(let index): newest = taxonomies[index].terms.compactMap(\.articles.first).min()
    case .term(let index, let term, _): newest = taxonomies[index].terms[term].articles.first
    case .author(let index, _): newest = authors[index].articles.first
    case .series(let index): newest = series[index].articles.min()
    case .archiveYear(let year, _): newest = archive.articles(in: year).first
    case .archiveMonth(let month, _): newest = archive.articles(in: month).first
    case .standing(let index): return lastModified(of: pages[index])
    case .notFound, .redirect: newest = nil
    }
    return newest.map { articles[$0].lastModified }
  }

  /// What its front matter says; the page with the log of corrections changes with each of them.
  private func lastModified(of page: Page) -> Timestamp? {
    var dates = [page.frontMatter.updated ?? page.frontMatter.date].compactMap(\.self)
    if page.name == configuration.policies.corrections, !dates.isEmpty {
      dates += articles.flatMap { $0.frontMatter.corrections.map(\.date) }
    }
    return dates.max()
  }
}

extension Article {
  /// The cover and the pictures of the text that lie on this site.
  ///
  /// Search engines accept pictures elsewhere only from sites that have proved to own both.
  fileprivate func pictureAddresses(_ base: BaseURL) -> [String] {
    var seen: Set<Permalink> = []
    var addresses: [String] = []
    let inText = links.compactMap { link in
      if case .picture(let picture) = link { picture } else { nil }
    }
    for picture in [cover].compactMap(\.self) + inText {
      guard case .site(let permalink) = picture.location, seen.insert(permalink).inserted,
        addresses.count < 1_000
      else { continue }
      addresses.append(base.absolute(permalink))
    }
    return addresses
  }
}
