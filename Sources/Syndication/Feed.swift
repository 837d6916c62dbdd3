import SiteModel

/// What a feed brings, whatever its format.
struct Feed: Hashable, Sendable {
  var title: String
  var description: String
  /// Where this format of it is found.
  var permalink: Permalink
  /// The page that shows the same articles.
  var home: Permalink
  /// Positions in ``Site/articles``, newest first, and no more than a feed may hold.
  var articles: [Int]
}

extension Site {
  /// A feed in one format.
  func feed(of subject: FeedSubject, as format: FeedFormat) -> Feed {
    Feed(
      title: feedTitle(subject), description: feedDescription(subject),
      permalink: feedPermalink(subject, format), home: feedHome(subject),
      articles: feedArticles(subject))
  }

  private func feedDescription(_ subject: FeedSubject) -> String {
    let title = configuration.title
    switch subject {
    case .publication: return configuration.description.isEmpty ? title : configuration.description
    case .section(let index):
      return sections[index].summary ?? "\(sections[index].title) news from \(title)."
    case .term(let taxonomy, let term):
      return "What \(title) published on \(taxonomies[taxonomy].terms[term].name)."
    case .author(let index): return "What \(authors[index].name) published in \(title)."
    case .series(let index): return "The series \(series[index].name) in \(title)."
    }
  }
}
