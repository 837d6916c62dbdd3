/// The choices that a publication can make about its lists.
package struct RelatedOptions: Hashable, Sendable {
  /// Where articles come from when too few are similar.
  package enum Fallback: Hashable, Sendable, CaseIterable {
    /// The nearest in time of the same section, then of the site.
    case section
    case site
    case none
  }

  /// How much an occurrence in a field counts, in hundredths of one in the body.
  package struct Weights: Hashable, Sendable {
    package var title = 300
    package var summary = 150
    package var body = 100
    package var tags = 400
    package var authors = 100
    /// Of two adjacent words, in hundredths of what each of them counts.
    package var pairs = 50

    package init() {}

    /// Within what counts can hold.
    var clamped: Weights {
      var weights = self
      for field in [\Weights.title, \.summary, \.body, \.tags, \.authors, \.pairs] {
        weights[keyPath: field] = min(max(weights[keyPath: field], 0), 10_000)
      }
      return weights
    }
  }

  /// Articles in a list.
  package var count = 4
  /// Days after which nearness in time counts half; 0 turns it off.
  package var halfLife = 365
  /// Thousandths of cosine below which two articles are not similar.
  package var minimumCosine = 30
  package var fallback = Fallback.section
  package var weights = Weights()

  package init() {}
}
