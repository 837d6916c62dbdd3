/// What a word and a pair of words count in each field, in hundredths of a word in the body.
struct FieldWeights: Hashable, Sendable {
  /// In the order of ``DocumentWords/fields``.
  let words: [Int]
  /// Zero in fields whose words do not stand in a row.
  let pairs: [Int]

  init(_ weights: RelatedOptions.Weights) {
    let weights = weights.clamped
    words = [weights.title, weights.summary, weights.body, weights.tags, weights.authors]
    pairs = words.enumerated().map { field, weight in
      field < Self.runningFields ? weight * weights.pairs / 100 : 0
    }
  }

  /// Title, summary and body.
  private static let runningFields = 3
}
