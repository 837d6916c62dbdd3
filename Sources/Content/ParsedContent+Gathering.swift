package import SiteModel

extension ParsedContent {
  /// Puts parsed files together, whatever the order in which they were parsed.
  package static func gathering(
    _ parsed: some Sequence<ParsedFile>, listing: SourceListing
  ) -> (ParsedContent, [Diagnostic]) {
    var content = ParsedContent()
    var diagnostics: [Diagnostic] = []
    content.articles.reserveCapacity(parsed.underestimatedCount)
    for file in parsed {
      diagnostics += file.diagnostics
      switch file.content {
      case .article(let document): content.articles.append(document)
      case .page(let document): content.pages.append(document)
      case .section(let document): content.sections.append(document)
      case .author(let author): content.authors.append(author)
      case .nothing:
        for case let place? in file.diagnostics.map(\.place) {
          content.broken.insert(String(place.file.dropFirst(ContentPath.contentFolder.count)))
        }
      }
    }
    content.articles.sort { $0.source < $1.source }
    content.pages.sort { $0.source < $1.source }
    content.sections.sort { $0.source < $1.source }
    content.authors.sort { $0.source < $1.source }
    content.hasAuthorProfiles = !content.authors.isEmpty || listing.hasAuthorProfiles
    content.files = listing.files.map { String($0.dropFirst(ContentPath.contentFolder.count)) }
    diagnostics += twins(
      in: content.sections.map { ($0.name, $0.source) }, described: { "the section \($0)" })
    diagnostics += twins(
      in: content.authors.map { ($0.id, $0.source) }, described: { "the author \($0)" })
    return (content, diagnostics.sortedByPlace())
  }

  /// Errors for names that two files claim.
  private static func twins(
    in named: [(name: String, source: String)], described: (String) -> String
  ) -> [Diagnostic] {
    var first: [String: String] = [:]
    return named.compactMap { entry in
      guard let other = first.updateValue(entry.source, forKey: entry.name) else { return nil }
      let folder = ContentPath.contentFolder
      return ContentMessage.twice(
        described(entry.name), folder + entry.source, and: folder + other)
    }
  }
}
