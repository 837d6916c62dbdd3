import Content
import Related
import SiteModel

extension SitePublisher {
  /// Makes the publication out of its parts, with the digests of what its pages are made of.
  ///
  /// The publication takes the content over.
  func model(
    _ sources: inout ParsedSources, of project: Project
  ) -> Checked<SiteFingerprints> {
    var edition = SiteBuilder.Edition(
      now: project.timeZone.timestamp(secondsSince1970: options.now))
    edition.includesDrafts = options.includesDrafts
    edition.includesFuture = options.includesFuture
    edition.includesExpired = options.includesExpired
    let builder = SiteBuilder(
      configuration: project.configuration, edition: edition, pictureSizes: sources.pictureSizes)
    var (site, diagnostics) = builder.build(sources.takeContent())
    site.adopt(project.shortcodes)
    var settings = Fingerprint("settings")
    settings.add(project.digests.configuration)
    settings.add(project.digests.theme)
    return Checked(
      value: SiteFingerprints(site, settings: settings), diagnostics: diagnostics)
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
