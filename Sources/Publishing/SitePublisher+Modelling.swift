import Content
import Related
import SiteModel

extension SitePublisher {
  /// Makes the publication out of its parts, with the digests of what its pages are made of; or brings
  /// that of the last build of this process up to date, if no more than articles' texts changed.
  func model(
    _ sources: inout ParsedSources, of project: Project
  ) -> Checked<ModelledSite> {
    let now = project.timeZone.timestamp(secondsSince1970: options.now)
    let files = sources.takeFiles()
    let kept = memory?.site.take(for: use(of: sources, in: project))
    let site = kept?.brought(to: now, with: files) ?? modelled(files, now, sources, project)
    return Checked(value: site, diagnostics: site.diagnostics)
  }

  /// Keeps a publication for the next build of this process.
  func keep(_ site: consuming ModelledSite, of sources: ParsedSources, in project: Project) {
    guard let memory, let files = memory.files[project.digests.parser] else { return }
    site.keep(files)
    memory.site.keep(site, for: use(of: sources, in: project))
  }

  private func use(of sources: ParsedSources, in project: Project) -> ModelledSite.Use {
    ModelledSite.Use(
      project: project.digests, files: project.listing.files, pictures: sources.pictures,
      encoders: sources.encoders, includesDrafts: options.includesDrafts,
      includesFuture: options.includesFuture, includesExpired: options.includesExpired)
  }

  private func modelled(
    _ files: consuming [RecalledFile], _ now: Timestamp, _ sources: ParsedSources,
    _ project: Project
  ) -> ModelledSite {
    var edition = SiteBuilder.Edition(now: now)
    edition.includesDrafts = options.includesDrafts
    edition.includesFuture = options.includesFuture
    edition.includesExpired = options.includesExpired
    var configuration = project.configuration
    if let asset = configuration.shareImage?.asset.value, let bytes = project.assets[asset] {
      configuration.shareImage?.size = PixelSize(headOf: bytes)
    }
    let lacking = configuration.images.adapt(to: sources.encoders)
    var builder = SiteBuilder(
      configuration: configuration, edition: edition, pictures: sources.pictures)
    if configuration.images.makesCopies {
      builder.cardDesign = project.theme.cardDesign
    }
    let content = ParsedContent(of: files.lazy.map(\.file), listing: project.listing)
    let instants = InstantsOfChange(content, project.configuration)
    var (site, diagnostics) = builder.build(content)
    if !lacking.isEmpty { diagnostics.append(PictureMessage.lacksEncoders(lacking)) }
    site.adopt(project.shortcodes)
    var settings = Fingerprint("settings")
    settings.add(project.digests.configuration)
    settings.add(project.digests.theme)
    for format in configuration.images.formats { settings.add(format.rawValue) }
    return ModelledSite(
      SiteFingerprints(site, settings: settings), of: project.digests, instants, diagnostics)
  }
}

extension ImageSettings {
  /// Leaves out what cannot be written here, and says what that is; without libvips pictures are
  /// published as they are, which was said before.
  fileprivate mutating func adapt(to encoders: [String]) -> [PictureEncoding] {
    guard makesCopies, !encoders.isEmpty else {
      makesCopies = false
      return []
    }
    let needed: [PictureEncoding] = [.jpeg, .png]
    let lacking = (formats + needed).filter { !encoders.contains($0.rawValue) }
    formats.removeAll { lacking.contains($0) }
    if needed.contains(where: lacking.contains) { makesCopies = false }
    return lacking
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
