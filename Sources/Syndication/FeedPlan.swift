package import SiteModel

/// A feed in one format, before it is written.
package struct FeedPlan: Hashable, Sendable {
  package var subject: FeedSubject
  package var format: FeedFormat
  package var permalink: Permalink
  /// The articles that it shows in full, as positions in ``Site/articles``.
  package var articles: [Int]
}

extension Site {
  /// All feeds of the publication.
  package var feedPlans: [FeedPlan] {
    feedSubjects.flatMap { subject in
      let articles = feedArticles(subject)
      return FeedFormat.allCases.map { format in
        FeedPlan(
          subject: subject, format: format, permalink: feedPermalink(subject, format),
          articles: articles)
      }
    }
  }
}
