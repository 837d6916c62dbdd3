import Publishing
import SiteModel
import TestSupport
import Testing

/// An article that keeps the parser busy for longer than it may.
@Suite struct ArticleLimitTests {
  @Test("The build ends with its name, and changes nothing (content/time)", arguments: [1, 2])
  func overdue(jobs: Int) async throws {
    // The only article, since on a busy machine any other could be overdue too.
    let site = try TemporarySite(layering: [Scenario.theme])
    let start = "---\ntitle: Slow\ndate: 2025-06-01\n---\n\n"
    try site.write("sitegen.yaml", "title: Times\n")
    try site.write("Content/ai/slow.md", start)
    #expect(await site.build().succeeded)
    let before = site.files()
    // Many times the limit, however fast the machine is; the work goes on after the build, and others wait for it.
    let text = String(repeating: "*a **a _b [c](d) ", count: 8_000)
    try site.write("Content/ai/slow.md", "\(start)\(text)\n")
    try site.write("sitegen.yaml", "title: Times\nlimits: {articleSeconds: 0.01}\n")
    let report = await build(site, jobs: jobs)
    #expect(report.diagnostics.map(\.identifier) == [.contentTime])
    #expect(report.diagnostics.first?.place?.file == "Content/ai/slow.md")
    #expect(report.shownDiagnostics.contains("may take 10 ms to render"))
    expectSame(site.files(), before, "after an article that is too slow")
  }

  @Test("Nothing is measured unless it is asked for, and everything then")
  func profile() async throws {
    let site = try RebuildTests.site()
    #expect(await build(site, jobs: 2).profile == nil)
    try site.remove("Site")
    let time: Stopwatch = { .milliseconds(7) }
    let options = PublishingOptions(source: site.path, output: site.output, now: TemporarySite.now)
    let report = await SitePublisher(options, stopwatch: { .zero }, processorTime: time).publish()
    let profile = try #require(report.profile)
    #expect(profile.articles.count == 9)
    #expect(profile.templates.map(\.count).reduce(0, +) == report.pages)
    #expect(
      report.stages.first { $0.name == "write" }?.bytes
        == site.files().values.map(\.count).reduce(0, +))
    #expect(ProfileText(report).lines.contains("article"))
  }

  private func build(_ site: TemporarySite, jobs: Int) async -> BuildReport {
    var options = PublishingOptions(source: site.path, output: site.output, now: TemporarySite.now)
    options.jobs = jobs
    let clock = ContinuousClock()
    let start = clock.now
    return await SitePublisher(options, stopwatch: { start.duration(to: clock.now) }).publish()
  }
}
