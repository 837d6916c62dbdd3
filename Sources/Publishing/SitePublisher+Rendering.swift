import Rendering
import SiteModel
import Syndication

/// All files of the publication, and what makes the bytes of its pages.
struct PreparedSite: Sendable {
  var files: [PlannedFile]
  var renderer: SiteRenderer?
}

extension SitePublisher {
  /// Checks the theme, and plans every file of the output; pages are rendered as they are written,
  /// so that they need not all be in memory at once.
  func prepare(
    _ site: Site, _ related: RelatedLists, of project: Project
  ) async -> Checked<PreparedSite> {
    let assets = AssetPipeline(project.assets, base: site.configuration.baseURL)
    let (library, problems) = TemplateLibrary.load(
      project.templates, for: site, assets: assets.addresses)
    let diagnostics =
      assets.diagnostics + problems
      + ThirdPartyCheck.diagnostics(project.templates, for: site.configuration)
      + FontCheck.diagnostics(site.configuration.fonts, in: assets.addresses)
    guard !diagnostics.hasErrors else {
      return Checked(value: PreparedSite(files: []), diagnostics: diagnostics)
    }
    let renderer = await makeRenderer(
      site, related, Theme(templates: library, assets: assets.addresses))
    let (site, finalRenderer) = await makeShortcodes(of: site, with: renderer)
    let pages = site.outline.map {
      PlannedFile(permalink: site.permalink(of: $0), content: .page($0))
    }
    let copies = site.files.map {
      PlannedFile(permalink: $0.permalink, content: .copy("Content/\($0.source)"))
    }
    let machine = MachineFiles(site: site).files().map {
      PlannedFile(permalink: $0.permalink, content: .bytes($0.bytes))
    }
    return Checked(
      value: PreparedSite(files: assets.files + copies + machine + pages, renderer: finalRenderer),
      diagnostics: diagnostics)
  }

  /// Puts HTML in the place of the shortcodes in all texts, for pages and feeds alike.
  private func makeShortcodes(
    of site: Site, with renderer: SiteRenderer
  ) async -> (Site, SiteRenderer) {
    let pages = site.pagesWithShortcodes
    if pages.isEmpty { return (site, renderer) }
    let texts = await pages.concurrentMap(jobs: options.jobs) {
      renderer.textWithoutShortcodes(of: $0)
    }
    var site = site
    for case (let page, let text?) in zip(pages, texts) { site.replaceText(of: page, with: text) }
    return (site, renderer.withTexts(of: site))
  }

  private func makeRenderer(
    _ site: Site, _ related: RelatedLists, _ theme: Theme
  ) async -> SiteRenderer {
    let data = StructuredData(site: site, related: related.articles, assets: theme.assets)
    let renderer = SiteRenderer(site: site, related: related.articles, theme: theme) {
      data.script(for: $0)
    }
    let cards = await site.articles.indices.concurrentMap(jobs: options.jobs) {
      renderer.cards(of: $0)
    }
    return renderer.withCards(cards)
  }
}
