import SiteModel

/// Digests of what the pages of a publication are made of, by which a rebuild sees what it need not
/// make again.
///
/// The rule that every template context and every machine file keeps to: **a page reads what all
/// pages share, the whole of what it is about, and the articles that it lists.** A kind of page of
/// which there are few may read anything. Whatever is read must be in ``fingerprint(of:)``; too much
/// there costs milliseconds, too little an outdated page.
struct SiteFingerprints: Sendable {
  var site: Site
  /// The lists of "You May Also Like", once they are known.
  var related: [[Int]] = []
  /// Of the theme, the configuration and the frame of every page.
  let shared: Fingerprint
  /// Of each article as any page may show it.
  private(set) var articles: [Fingerprint]
  /// Of each author without the list of articles.
  let authors: [Fingerprint]
  let sections: [Fingerprint]
  /// Of the whole publication.
  private(set) var everything: Fingerprint

  /// Takes the digest of the configuration and the theme as well.
  init(_ site: Site, settings: Fingerprint) {
    self.site = site
    authors = site.authors.map { $0.fingerprint }
    sections = site.sections.map { $0.fingerprint }
    articles = site.fingerprints(
      ofArticles: site.articles.indices, authors: authors, sections: sections)
    shared = site.fingerprintOfFrame(settings, sections)
    everything = shared
    everything = fingerprintOfEverything
  }

  /// Takes over what articles say now.
  ///
  /// - Returns: The positions of those that are published.
  mutating func take(_ revisions: [ArticleRevision], at now: Timestamp) -> [Int] {
    site.now = now
    let changed = revisions.compactMap { site.take($0) }
    let prints = site.fingerprints(ofArticles: changed, authors: authors, sections: sections)
    for (index, print) in zip(changed, prints) { articles[index] = print }
    everything = fingerprintOfEverything
    return changed
  }

  private var fingerprintOfEverything: Fingerprint {
    var print = shared
    for article in articles { print.add(article) }
    for (author, ofAuthor) in zip(site.authors, authors) {
      print.add(ofAuthor)
      print.add(author.articles.count)
    }
    for page in site.pages { print.add(page.fingerprint) }
    return print
  }

  /// Of everything that the making of a page reads.
  func fingerprint(of page: SitePage) -> UInt64 {
    var print = shared
    switch page {
    case .article(let index): add(article: index, to: &print)
    case .section(let index, let number):
      print.add(sections[index])
      add(site.sections[index].page?.body.shortcodes ?? [], to: &print)
      add(site.sections[index].articles, page: number, to: &print)
    case .term(let index, let term, let number):
      let taxonomy = site.taxonomies[index]
      print.add(taxonomy.permalink.path)
      print.add(taxonomy.terms[term].name)
      add(taxonomy.terms[term].articles, page: number, to: &print)
    case .author(let index, let number):
      print.add(authors[index])
      add(site.authors[index].page?.body.shortcodes ?? [], to: &print)
      add(site.authors[index].articles, page: number, to: &print)
    case .series(let index):
      print.add(site.series[index].name)
      for article in site.series[index].articles { print.add(articles[article]) }
    case .archiveYear(let year):
      for period in site.archive.months where period.month.year == year {
        print.add(period.month.month)
        print.add(period.articles.count)
      }
      add(site.archive.articles(in: year), page: 1, to: &print)
    case .archiveMonth(let month, let number):
      add(site.archive.articles(in: month), page: number, to: &print)
    case .home, .taxonomy, .authors, .seriesIndex, .archive, .standing, .notFound, .redirect,
      .removed:
      print.add(everything)
    }
    print.add(site.permalink(of: page).path)
    return print.value
  }

  /// Of a file that shows articles in full, such as a feed.
  func fingerprint(ofFile permalink: Permalink, showing list: [Int]) -> UInt64 {
    var print = shared
    print.add(permalink.path)
    for article in list {
      print.add(articles[article])
      guard !site.articles[article].body.shortcodes.isEmpty else { continue }
      add(site.articles[article].body.shortcodes, to: &print)
      addRelated(to: article, &print)
    }
    return print.value
  }
}

extension SiteFingerprints {
  private func add(article index: Int, to print: inout Fingerprint) {
    print.add(articles[index])
    // The profiles under an article say how many articles there are.
    for author in site.articles[index].authors { print.add(site.authors[author].articles.count) }
    for editor in site.articles[index].editors { print.add(site.authors[editor].articles.count) }
    for neighbour in [site.articles[index].previousInSection, site.articles[index].nextInSection] {
      if let neighbour { print.add(articles[neighbour]) } else { print.add(0) }
    }
    addRelated(to: index, &print)
    add(site.articles[index].body.shortcodes, to: &print)
    for article in site.articles[index].series.map({ site.series[$0].articles }) ?? [] {
      print.add(articles[article])
    }
  }

  private func addRelated(to index: Int, _ print: inout Fingerprint) {
    let list = related.indices.contains(index) ? related[index] : []
    print.add(list.count)
    for article in list { print.add(articles[article]) }
  }

  /// The articles that shortcodes name.
  private func add(_ shortcodes: [ShortcodeCall], to print: inout Fingerprint) {
    for article in shortcodes.articles { print.add(articles[article]) }
  }

  /// A page of a list, with its way to the other pages.
  private func add(_ list: [Int], page number: Int, to print: inout Fingerprint) {
    print.add(list.count)
    print.add(number)
    for article in site.articles(list, onPage: number) { print.add(articles[article]) }
  }
}
