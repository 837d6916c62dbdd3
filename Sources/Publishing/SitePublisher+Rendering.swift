import Rendering
import SiteModel
import Syndication

/// All files of the publication, and what makes the bytes of its pages.
struct PreparedSite: Sendable {
  var files: [PlannedFile]
  var renderer: SiteRenderer?
  var feeds: FeedWriter?
}

extension SitePublisher {
  /// Checks the theme, and gets ready what the making of the files takes; pages are rendered as they
  /// are written, so that they need not all be in memory at once.
  func prepare(
    _ site: Site, _ plan: OutputPlan, of project: Project
  ) async -> Checked<PreparedSite> {
    let assets = project.theme.assets.addresses
    let templates = compileTemplates(of: project, for: site)
    let diagnostics =
      templates.diagnostics + project.theme.thirdParties
      + FontCheck.diagnostics(site.configuration.fonts, in: assets)
      + ThemePictureCheck.diagnostics(site.configuration, in: assets)
    guard !diagnostics.hasErrors else {
      return Checked(value: PreparedSite(files: []), diagnostics: diagnostics)
    }
    let renderer = await makeRenderer(
      site, plan, Theme(templates: templates.library, assets: assets))
    let (expanded, finalRenderer) = await makeShortcodes(of: site, with: renderer)
    let texts = await feedTexts(of: plan.articlesInFeeds, in: expanded)
    return Checked(
      value: PreparedSite(
        files: plan.files, renderer: finalRenderer, feeds: FeedWriter(site: expanded, texts: texts)),
      diagnostics: diagnostics
        + HostCheck.diagnostics(for: plan.files, of: site, listing: project.listing))
  }

  private func compileTemplates(of project: Project, for site: Site) -> CheckedTemplates {
    let use = TemplateUse(digests: project.digests, layouts: site.usedLayouts)
    return remembering(\.templates, for: use) {
      let (library, diagnostics) = TemplateLibrary.load(
        project.templates, for: site, assets: project.theme.assets.addresses)
      return CheckedTemplates(library: library, diagnostics: diagnostics)
    }
  }

  private func feedTexts(of articles: Set<Int>, in site: Site) async -> FeedTexts {
    let articles = articles.sorted()
    let texts = await articles.concurrentMap(jobs: options.jobs) {
      FeedTexts.text(of: $0, in: site)
    }
    return FeedTexts(Dictionary(uniqueKeysWithValues: zip(articles, texts)))
  }

  /// Puts HTML in the place of the shortcodes in all texts that are shown, for pages and feeds alike.
  private func makeShortcodes(
    of site: Site, with renderer: SiteRenderer
  ) async -> (Site, SiteRenderer) {
    let pages = site.pagesWithShortcodes.filter {
      !(site.text(of: $0)?.body.isAbridged ?? false)
    }
    if pages.isEmpty { return (site, renderer) }
    let texts = await pages.concurrentMap(jobs: options.jobs) {
      renderer.textWithoutShortcodes(of: $0)
    }
    var site = site
    for case (let page, let text?) in zip(pages, texts) { site.replaceText(of: page, with: text) }
    return (site, renderer.withTexts(of: site))
  }

  private func makeRenderer(_ site: Site, _ plan: OutputPlan, _ theme: Theme) async -> SiteRenderer
  {
    let data = StructuredData(site: site, related: plan.related, assets: theme.assets)
    let renderer = SiteRenderer(site: site, related: plan.related, theme: theme) {
      data.script(for: $0)
    }
    // A few pages show fewer cards than the publication has.
    guard plan.pagesToRender * site.configuration.pageSize > site.articles.count else {
      return renderer.withCards([])
    }
    let cards = await site.articles.indices.concurrentMap(jobs: options.jobs) {
      renderer.card(of: $0)
    }
    return renderer.withCards(cards)
  }
}
