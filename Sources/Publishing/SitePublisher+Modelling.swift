import Content
import Imaging
import Related
import SiteModel

extension SitePublisher {
  /// Makes the publication out of its parts.
  func model(_ content: ParsedContent, of project: Project) async -> Checked<Site> {
    var edition = SiteBuilder.Edition(
      now: project.timeZone.timestamp(secondsSince1970: options.now))
    edition.includesDrafts = options.includesDrafts
    edition.includesFuture = options.includesFuture
    edition.includesExpired = options.includesExpired
    let (sizes, problems) = await measurePictures(project.listing.files)
    let builder = SiteBuilder(
      configuration: project.configuration, edition: edition, pictureSizes: sizes)
    var (site, diagnostics) = builder.build(content)
    site.adopt(project.shortcodes)
    return Checked(value: site, diagnostics: problems + diagnostics)
  }

  /// The articles of "You May Also Like", for each article.
  func relate(_ site: Site) async -> Checked<RelatedLists> {
    Checked(value: RelatedLists(await RelatedIndex(site, jobs: options.jobs)))
  }

  private func measurePictures(
    _ files: [String]
  ) async -> (sizes: [String: PixelSize], diagnostics: [Diagnostic]) {
    let pictures = files.filter(PictureReader.isPicture)
    guard !pictures.isEmpty else { return ([:], []) }
    if let problem = PictureReader.problem {
      return ([:], [.warning(.contentImage, "the sizes of pictures are unknown: \(problem)")])
    }
    let root = options.source
    let sizes = await pictures.concurrentMap(jobs: options.jobs) { path in
      PictureReader.size(ofFile: "\(root)/\(path)")
    }
    var found: [String: PixelSize] = [:]
    var diagnostics: [Diagnostic] = []
    for (path, size) in zip(pictures, sizes) {
      if let size {
        found[String(path.dropFirst("Content/".count))] = PixelSize(
          width: size.width, height: size.height)
      } else {
        diagnostics.append(
          .warning(
            .contentImage, "the picture cannot be read",
            hint: "Open it in an image program and save it again.", at: Place(file: path)))
      }
    }
    return (found, diagnostics)
  }
}

/// The lists of "You May Also Like", as positions in ``Site/articles``.
struct RelatedLists: Sendable {
  var picks: [[RelatedPick]]
  /// How well the articles are connected.
  var report: RelatedReport

  init(_ index: RelatedIndex) {
    picks = index.lists
    report = index.report()
  }

  var articles: [[Int]] { picks.map { $0.map(\.document) } }
}
