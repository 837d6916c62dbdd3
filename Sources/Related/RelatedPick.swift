/// One article of a list.
package struct RelatedPick: Hashable, Sendable {
  /// Why it stands there, in the order in which a list is filled.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The editor named it.
    case pinned
    case series
    case similar
    /// Near in time, in the same section.
    case section
    /// Near in time, anywhere on the site.
    case site
  }

  /// Its position in the documents that the index was made of.
  package var document: Int
  package var reason: Reason
  /// The cosine times the nearness in time, in millionths.
  package var score: Int
  /// In millionths.
  package var cosine: Int
}
