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
    _ site: Site, _ plan: OutputPlan, of project: Project, beside standing: StandingOutput
  ) async -> Checked<PreparedSite> {
    async let thirdParties = ThirdPartyCheck.diagnostics(
      project.templates, for: site.configuration)
    async let completing = completed(site, with: plan.articlesInFull, of: project)
    let (library, problems) = TemplateLibrary.load(
      project.templates, for: site, assets: plan.assets)
    let diagnostics =
      await problems + thirdParties
      + FontCheck.diagnostics(site.configuration.fonts, in: plan.assets)
      + ThemePictureCheck.diagnostics(site.configuration, in: plan.assets)
    guard !diagnostics.hasErrors else {
      return Checked(value: PreparedSite(files: []), diagnostics: diagnostics)
    }
    let completed = await completing
    let renderer = await makeRenderer(
      completed.value, plan, Theme(templates: library, assets: plan.assets))
    let (expanded, finalRenderer) = await makeShortcodes(of: completed.value, with: renderer)
    let machine = MachineFiles(site: expanded, assets: plan.assets)
    async let texts = feedTexts(of: plan.articlesInFeeds, in: expanded)
    let machineFiles = standing.settle(planned(machine.otherFiles(), site.configuration))
    let files = plan.files + machineFiles
    return await Checked(
      value: PreparedSite(
        files: files, renderer: finalRenderer, feeds: FeedWriter(site: expanded, texts: texts)),
      diagnostics: diagnostics + completed.diagnostics
        + HostCheck.diagnostics(for: files, of: site, listing: project.listing))
  }

  private func feedTexts(of articles: Set<Int>, in site: Site) async -> FeedTexts {
    let articles = articles.sorted()
    let texts = await articles.concurrentMap(jobs: options.jobs) {
      FeedTexts.text(of: $0, in: site)
    }
    return FeedTexts(Dictionary(uniqueKeysWithValues: zip(articles, texts)))
  }

  /// These files read anything, but they are made faster than one could find out whether they change.
  private func planned(
    _ files: [MachineFile], _ configuration: SiteConfiguration
  ) -> [PlannedFile] {
    files.flatMap { file in
      let planned = PlannedFile(
        permalink: file.permalink, content: .bytes(file.bytes),
        fingerprint: Fingerprint(of: file.bytes).value)
      let isCompressed = configuration.isPrecompressed && file.reader == .visitors
      return [planned] + (isCompressed ? planned.compressed() : [])
    }
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
      renderer.cards(of: $0)
    }
    return renderer.withCards(cards)
  }
}
