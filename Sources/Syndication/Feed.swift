import SiteModel

/// What a feed brings, whatever its format.
struct Feed: Hashable, Sendable {
  var title: String
  var description: String
  /// Where the feed itself is found.
  var permalink: Permalink
  /// The page that shows the same articles.
  var home: Permalink
  /// Positions in ``Site/articles``, newest first, and no more than a feed may hold.
  var articles: [Int]
}

extension Site {
  /// The publication's feed and one for each section.
  var feeds: [Feed] {
    let title = configuration.title
    let all = Feed(
      title: title,
      description: configuration.description.isEmpty ? title : configuration.description,
      permalink: Permalink("/feed.xml"), home: Permalink("/"),
      articles: Array(articles.indices.prefix(max(0, configuration.feedSize))))
    return [all] + sections.map { feed(of: $0) }
  }

  private func feed(of section: Section) -> Feed {
    let title = configuration.title
    return Feed(
      title: "\(title): \(section.title)",
      description: section.summary ?? "\(section.title) news from \(title).",
      permalink: Permalink("\(section.permalink.path)feed.xml"), home: section.permalink,
      articles: Array(section.articles.prefix(max(0, configuration.feedSize))))
  }
}
