package import SiteModel

extension ParsedContent {
  /// Puts parsed files together, whatever the order in which they were parsed.
  package init(of parsed: some Sequence<ParsedFile>, listing: SourceListing) {
    self.init()
    articles.reserveCapacity(parsed.underestimatedCount)
    for file in parsed {
      switch file.content {
      case .article(let document): articles.append(document)
      case .page(let document): pages.append(document)
      case .section(let document): sections.append(document)
      case .author(let author): authors.append(author)
      case .nothing:
        for case let place? in file.diagnostics.map(\.place) {
          broken.insert(String(place.file.dropFirst(ContentPath.contentFolder.count)))
        }
      }
    }
    articles.sort { $0.source < $1.source }
    pages.sort { $0.source < $1.source }
    sections.sort { $0.source < $1.source }
    authors.sort { $0.source < $1.source }
    hasAuthorProfiles = !authors.isEmpty || listing.hasAuthorProfiles
    files = listing.files.map { String($0.dropFirst(ContentPath.contentFolder.count)) }
  }
}

extension Sequence<ParsedFile> {
  /// What is wrong with each file, and errors for names that two files claim.
  package func diagnostics() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var sections: [(name: String, source: String)] = []
    var authors: [(name: String, source: String)] = []
    for file in self {
      diagnostics += file.diagnostics
      switch file.content {
      case .section(let section): sections.append((section.name, section.source))
      case .author(let author): authors.append((author.id, author.source))
      case .article, .page, .nothing: break
      }
    }
    diagnostics += Self.twins(in: sections) { "the section \($0)" }
    diagnostics += Self.twins(in: authors) { "the author \($0)" }
    return diagnostics.sortedByPlace()
  }

  private static func twins(
    in named: [(name: String, source: String)], described: (String) -> String
  ) -> [Diagnostic] {
    var first: [String: String] = [:]
    return named.sorted { $0.source < $1.source }.compactMap { entry in
      guard let other = first.updateValue(entry.source, forKey: entry.name) else { return nil }
      let folder = ContentPath.contentFolder
      return ContentMessage.twice(
        described(entry.name), folder + entry.source, and: folder + other)
    }
  }
}
