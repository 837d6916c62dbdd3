import Rendering
import SiteModel
import Syndication

/// All files of the publication, and what makes the bytes of its pages.
struct PreparedSite: Sendable {
  var files: [PlannedFile]
  var renderer: SiteRenderer?
}

extension SitePublisher {
  /// Checks the theme, and gets ready what the making of the files takes; pages are rendered as they
  /// are written, so that they need not all be in memory at once.
  func prepare(
    _ site: Site, _ plan: OutputPlan, of project: Project, recalling cache: BuildCache
  ) async -> Checked<PreparedSite> {
    let (library, problems) = TemplateLibrary.load(
      project.templates, for: site, assets: plan.assets)
    let diagnostics =
      problems + ThirdPartyCheck.diagnostics(project.templates, for: site.configuration)
      + FontCheck.diagnostics(site.configuration.fonts, in: plan.assets)
    guard !diagnostics.hasErrors else {
      return Checked(value: PreparedSite(files: []), diagnostics: diagnostics)
    }
    let machine = MachineFiles(site: site)
    let shown = machine.articlesInFull.union(plan.articlesToRender)
    let completed = await self.completed(site, with: shown, of: project)
    let renderer = await makeRenderer(
      completed.value, plan, Theme(templates: library, assets: plan.assets))
    let machineFiles = MachineFiles(site: completed.value).files().map {
      PlannedFile(
        permalink: $0.permalink, content: .bytes($0.bytes),
        fingerprint: Fingerprint(of: $0.bytes).value)
    }
    let files = plan.files + (await settle(machineFiles, recalling: cache))
    return Checked(
      value: PreparedSite(files: files, renderer: renderer),
      diagnostics: diagnostics + completed.diagnostics)
  }

  private func makeRenderer(_ site: Site, _ plan: OutputPlan, _ theme: Theme) async -> SiteRenderer {
    let data = StructuredData(site: site, assets: theme.assets)
    let renderer = SiteRenderer(site: site, related: plan.related, theme: theme) {
      data.script(for: $0)
    }
    let cards = await site.articles.indices.concurrentMap(jobs: options.jobs) {
      renderer.cards(of: $0)
    }
    return renderer.withCards(cards)
  }
}
