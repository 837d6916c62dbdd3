/// What a feed follows.
package enum FeedSubject: Hashable, Sendable {
  case publication
  /// Positions in the site's own lists.
  case section(Int)
  case term(Int, Int)
  case author(Int)
  case series(Int)
}

/// The formats in which every feed is written.
package enum FeedFormat: Hashable, Sendable, CaseIterable {
  /// RSS 2.0 (M-30).
  case rss
  /// RFC 4287 (M-32).
  case atom
  /// JSON Feed 1.1 (M-33).
  case json

  package var name: String {
    switch self {
    case .rss: "RSS"
    case .atom: "Atom"
    case .json: "JSON Feed"
    }
  }

  package var fileName: String {
    switch self {
    case .rss: "feed.xml"
    case .atom: "atom.xml"
    case .json: "feed.json"
    }
  }

  package var mediaType: String {
    switch self {
    case .rss: "application/rss+xml"
    case .atom: "application/atom+xml"
    case .json: "application/feed+json"
    }
  }
}

extension Site {
  /// Everything that has feeds: whatever readers may want to follow that has articles.
  package var feedSubjects: [FeedSubject] {
    let terms = taxonomies.indices.flatMap { taxonomy in
      taxonomies[taxonomy].terms.indices.map { FeedSubject.term(taxonomy, $0) }
    }
    return [.publication] + sections.indices.map { .section($0) } + terms
      + authors.indices.filter { !authors[$0].articles.isEmpty }.map { .author($0) }
      + series.indices.filter { !series[$0].articles.isEmpty }.map { .series($0) }
  }

  /// What the feeds of a page bring besides those of the publication; nil if it has none.
  package func feedSubject(of page: SitePage) -> FeedSubject? {
    switch page {
    case .article(let index): .section(articles[index].section)
    case .section(let index, _): .section(index)
    case .term(let taxonomy, let term, _): .term(taxonomy, term)
    case .author(let index, _): authors[index].articles.isEmpty ? nil : .author(index)
    case .series(let index): series[index].articles.isEmpty ? nil : .series(index)
    default: nil
    }
  }

  /// What a feed is called.
  package func feedTitle(_ subject: FeedSubject) -> String {
    let name: String? =
      switch subject {
      case .publication: nil
      case .section(let index): sections[index].title
      case .term(let taxonomy, let term): taxonomies[taxonomy].terms[term].name
      case .author(let index): authors[index].name
      case .series(let index): series[index].name
      }
    return name.map { "\(configuration.title): \($0)" } ?? configuration.title
  }

  /// The page that shows the same articles.
  package func feedHome(_ subject: FeedSubject) -> Permalink {
    switch subject {
    case .publication: Permalink("/")
    case .section(let index): sections[index].permalink
    case .term(let taxonomy, let term): taxonomies[taxonomy].terms[term].permalink
    case .author(let index): authors[index].permalink
    case .series(let index): series[index].permalink
    }
  }

  /// Where a feed is found.
  package func feedPermalink(_ subject: FeedSubject, _ format: FeedFormat) -> Permalink {
    Permalink(feedHome(subject).path + format.fileName)
  }

  /// Positions in ``articles``, newest first, and no more than a feed holds.
  package func feedArticles(_ subject: FeedSubject) -> [Int] {
    let (all, size) = feedCandidates(subject)
    return Array(all.prefix(max(0, size)))
  }

  private func feedCandidates(_ subject: FeedSubject) -> ([Int], size: Int) {
    let settings = configuration.feeds
    switch subject {
    case .publication: return (Array(articles.indices.prefix(max(0, settings.size))), settings.size)
    case .section(let index): return (sections[index].articles, settings.size)
    case .term(let taxonomy, let term):
      return (taxonomies[taxonomy].terms[term].articles, settings.listSize)
    case .author(let index): return (authors[index].articles, settings.listSize)
    // Articles of a site are sorted, so the lowest positions are the newest.
    case .series(let index): return (series[index].articles.sorted(), settings.listSize)
    }
  }
}
