import SiteModel

/// A publication as it was put together, and what was found wrong with it as a whole.
///
/// A process that builds again keeps it. Most edits change what an article says and nothing around it;
/// then the article takes the place of what it was, and all else need not be put together again.
struct ModelledSite: Sendable {
  /// What a publication follows from, beside its Markdown files and the instant.
  struct Use: Equatable, Sendable {
    var project: ProjectDigests
    /// The files of `Content/` that are no Markdown.
    var files: [String]
    var pictures: [String: PictureFile]
    var encoders: [String]
    var includesDrafts: Bool
    var includesFuture: Bool
    var includesExpired: Bool
  }

  var prints: SiteFingerprints
  private(set) var documents: RelatedDocuments
  let instants: InstantsOfChange
  let diagnostics: [Diagnostic]
  private var files = KeptFiles.none

  init(
    _ prints: SiteFingerprints, of project: ProjectDigests, _ instants: InstantsOfChange,
    _ diagnostics: [Diagnostic]
  ) {
    self.prints = prints
    documents = RelatedDocuments(of: prints.site, in: project)
    self.instants = instants
    self.diagnostics = diagnostics
  }
}

extension ModelledSite {
  /// The same as of another instant, with what its files say now; nil if it has to be put together anew.
  consuming func brought(to now: Timestamp, with files: [RecalledFile]) -> ModelledSite? {
    let (earlier, later) = (prints.site.now.secondsSince1970, now.secondsSince1970)
    guard instants.last(upTo: earlier) == instants.last(upTo: later),
      let revisions = self.files.revisions(in: files),
      !revisions.contains(where: { isReported($0) || prints.site.changesAdvice($0) })
    else { return nil }
    let changed = prints.take(revisions, at: now)
    documents.takeTexts(of: changed, in: prints.site)
    return self
  }

  /// Makes it ready for the next build, for which the files are as this one found them.
  mutating func keep(_ files: KeptFiles) {
    self.files = files
    prints.related = []
    prints.site.forgetTexts()
  }

  /// Whether a place in an article was told, or may have to be, and is another one now.
  private func isReported(_ revision: ArticleRevision) -> Bool {
    guard revision.movesPlaces else { return false }
    let file = "Content/\(revision.source)"
    return diagnostics.contains { $0.place?.file == file }
      || prints.site.pictures.contains { $0.place.file == file }
  }
}
