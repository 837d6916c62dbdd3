import SiteModel

/// A line with the rule that it breaks.
private struct BlamedLine: Hashable {
  var file: String
  var line: Int
  var rule: Diagnostic.Identifier
}

extension [Diagnostic] {
  /// What a page shows that its source was blamed for already is not told twice.
  var withoutRepetitions: [Diagnostic] {
    let causes: [Diagnostic.Identifier: [Diagnostic.Identifier]] = [
      .checkLink: [.contentLink], .checkFragment: [.contentLink],
      .checkAsset: [.contentImage, .contentCover], .checkTitle: [.lintHeadline],
      .checkDescription: [.lintSummary],
    ]
    let known = Set(
      compactMap { diagnostic in
        diagnostic.place.map {
          BlamedLine(file: $0.file, line: $0.line, rule: diagnostic.identifier)
        }
      })
    return filter { diagnostic in
      guard let place = diagnostic.place else { return true }
      return !(causes[diagnostic.identifier] ?? []).contains {
        known.contains(BlamedLine(file: place.file, line: place.line, rule: $0))
      }
    }
  }
}
