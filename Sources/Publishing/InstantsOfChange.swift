import SiteModel
import Syndication

/// When a publication changes though its files do not: articles appear and vanish, or are no longer new.
struct InstantsOfChange: Sendable {
  /// In seconds since 1970.
  private var instants: [Int]

  init(_ content: ParsedContent, _ configuration: SiteConfiguration) {
    instants = configuration.instantsOfChange
    // A document is large, so its parts are asked for one by one, and it is not copied.
    for index in content.articles.indices {
      let date = content.articles[index].frontMatter.date?.secondsSince1970
      if let date { instants.append(date + NewsSitemap.window) }
      let planned = content.articles[index].frontMatter.publishDate?.secondsSince1970
      if let due = date.map({ max($0, planned ?? $0) }) ?? planned { instants.append(due) }
      if let expiry = content.articles[index].frontMatter.expiryDate {
        instants.append(expiry.secondsSince1970)
      }
      // Changes that are said to be in the future are warned about until then.
      if let updated = content.articles[index].frontMatter.updated {
        instants.append(updated.secondsSince1970)
      }
      for note in content.articles[index].frontMatter.corrections {
        instants.append(note.date.secondsSince1970)
      }
      for note in content.articles[index].frontMatter.updates {
        instants.append(note.date.secondsSince1970)
      }
    }
  }

  /// The last change, seen from an instant; nil if there was none before.
  func last(upTo instant: Int) -> Int? {
    instants.filter { $0 <= instant }.max()
  }

  /// The next change, seen from an instant; nil if there is none.
  func next(after instant: Int) -> Int? {
    instants.filter { $0 > instant }.min()
  }
}
