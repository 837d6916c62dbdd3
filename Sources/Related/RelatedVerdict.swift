/// Why an article stands in a list, or does not.
///
/// Cosines and scores are in millionths.
package enum RelatedVerdict: Hashable, Sendable {
  /// At this place, counted from 1.
  case listed(place: Int)
  case itself
  case otherLanguage
  /// The article stands in no list: `related: false`, or its kind, tags or section.
  case notCandidate
  case translation
  /// The editor does not want it in this list.
  case excluded
  /// It tells the same story again.
  case sameStory(cosine: Int)
  /// It is too like an article of the list.
  case tooAlike(pick: Int, cosine: Int)
  /// Below the minimum.
  case notSimilar(cosine: Int)
  /// Others are more similar; its rank by score is counted from 1.
  case outranked(rank: Int, score: Int, cosine: Int)
}
