import Content
import Rendering
import SiteModel
import TestSupport

/// The demo publication and its theme, as the render stage gets them.
struct DemoSite {
  let site: Site
  let templates: [Rendering.TemplateSource]
  let assets: [String: Permalink]

  init() throws {
    let reader = ContentReader(root: ProjectFolder.path)
    let listing = reader.list()
    let configuration = ConfigurationParser.parse(
      try reader.readConfiguration().get(), environment: nil
    ).0
    let zone = SiteTimeZone(identifier: configuration.timeZone) ?? .utc
    let parser = ContentParser(configuration: configuration, timeZone: zone)
    let files = try listing.documents.map { parser.parse($0, try reader.read($0).get()) }
    let edition = SiteBuilder.Edition(now: zone.timestamp(secondsSince1970: 1_767_225_600))
    site =
      SiteBuilder(configuration: configuration, edition: edition)
      .build(ParsedContent(of: files, listing: listing)).0
    templates = reader.readTemplates(listing).0.map { source in
      Rendering.TemplateSource(
        name: source.name.replacing("partials/", with: ""), path: source.path,
        text: String(decoding: source.bytes, as: UTF8.self))
    }
    let paths = listing.assets.map { String($0.dropFirst("Templates/assets/".count)) }
    assets = Dictionary(uniqueKeysWithValues: paths.map { ($0, Permalink("/assets/\($0)")) })
  }

  /// A renderer of its pages, with the cards of all articles.
  func renderer() -> SiteRenderer {
    let library = TemplateLibrary.load(templates, for: site, assets: assets).library
    let related = site.articles.indices.map { index in
      (1...4).map { (index + $0) % site.articles.count }
    }
    let renderer = SiteRenderer(
      site: site, related: related, theme: Theme(templates: library, assets: assets)
    ) { _ in Array("<script type=\"application/ld+json\">{}</script>".utf8) }
    return renderer.withCards(site.articles.indices.map { renderer.card(of: $0) })
  }
}
