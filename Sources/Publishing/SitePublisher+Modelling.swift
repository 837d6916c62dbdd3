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
    var (site, diagnostics) = builder.build(sources.takeContent())
    if !lacking.isEmpty { diagnostics.append(PictureMessage.lacksEncoders(lacking)) }
    site.adopt(project.shortcodes)
    var settings = Fingerprint("settings")
    settings.add(project.digests.configuration)
    settings.add(project.digests.theme)
    for format in configuration.images.formats { settings.add(format.rawValue) }
    return Checked(
      value: SiteFingerprints(site, settings: settings), diagnostics: diagnostics)
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
