/// Why a list is as it is.
package struct RelatedExplanation: Hashable, Sendable {
  /// One article of the list.
  package struct Entry: Hashable, Sendable {
    package var pick: RelatedPick
    package var daysApart: Int
    /// The factor for nearness in time, in thousandths.
    package var nearness: Int
    /// The terms that carried the cosine, the strongest first.
    package var terms: [SharedTerm]
    /// As the explained article spells them.
    package var sharedTags: [String]
  }

  /// A term that two articles share.
  package struct SharedTerm: Hashable, Sendable {
    /// The word, the two words, or the name after `#` (tag) or `@` (author).
    package var text: String
    /// Where it stands in the recommended article.
    package var fields: [Field]
    /// Its part of the cosine, in millionths.
    package var share: Int
  }

  /// What an article is compared by.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case title
    case summary
    case body
    case tags
    case authors
  }

  /// A similar article that was left out.
  package struct Dropped: Hashable, Sendable {
    package var document: Int
    /// In millionths, with the explained article or with the pick.
    package var cosine: Int
    /// The pick that it is too like; nil if it tells the explained article's story again.
    package var pick: Int?
  }

  package var document: Int
  package var language: String
  /// Articles in that language, and how many of them weigh the terms.
  package var articleCount: Int
  package var milestone: Int
  /// The most terms that an article is compared by.
  package var termLimit: Int
  package var entries: [Entry] = []
  package var dropped: [Dropped] = []
  /// The similar articles that come next, best first.
  package var next: [RelatedPick] = []
}
