/// The list of a document, and what would change it.
struct FoundList: Hashable, Sendable {
  var picks: [RelatedPick]
  /// An article with a lower score, in tenths, has no place in the list.
  var bar: Int
  /// Whether similarity did not fill it: then any change elsewhere may change it.
  var isOpen: Bool
}
