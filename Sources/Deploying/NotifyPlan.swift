package import SiteModel

/// Who is to be told of what.
package struct NotifyPlan: Hashable, Sendable {
  /// Paths of feeds with news, for the hub.
  package var feeds: [String] = []
  /// Full addresses for search engines: pages that are new or other than they were.
  package var changed: [String] = []
  /// Addresses at which nothing is any more.
  package var gone: [String] = []

  /// Compares what there is with what others were told, as far as there is anybody to tell.
  package init(_ news: NotifyList, after known: NotifyList, in configuration: SiteConfiguration) {
    if configuration.feeds.hub != nil {
      feeds = news.feeds.filter { known.feeds[$0.key] != $0.value }.keys.sorted()
    }
    if configuration.indexNow != nil {
      changed = news.pages.filter { known.pages[$0.key] != $0.value }.keys.sorted()
      gone = Set(known.pages.keys).subtracting(news.pages.keys).sorted()
    }
  }

  package var isEmpty: Bool { feeds.isEmpty && changed.isEmpty && gone.isEmpty }

  /// As many addresses at once as the protocol takes.
  var batches: [[String]] {
    let all = changed + gone
    return stride(from: 0, to: all.count, by: Self.largestBatch).map {
      Array(all[$0..<min($0 + Self.largestBatch, all.count)])
    }
  }

  static let largestBatch = 10_000
}
