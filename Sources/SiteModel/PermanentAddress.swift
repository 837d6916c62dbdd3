extension Site {
  /// Every address that must not vanish once it was published: those of articles and standing pages,
  /// and the first pages of sections, terms, authors and series.
  package var permanentAddresses: [Permalink] {
    outline.filter { page in
      switch page {
      case .article, .standing, .section(_, 1), .term(_, _, 1), .author(_, 1), .series: true
      default: false
      }
    }.map { permalink(of: $0) }
  }

  /// Whether something answers at an address, or had its time.
  package var knownAddresses: Set<String> {
    Set(outline.map { permalink(of: $0).path }).union(expired.map(\.path))
      .union(files.map(\.permalink.path))
  }
}
