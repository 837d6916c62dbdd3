import SiteModel
import TestSupport
import Testing

@testable import Publishing

/// Whether the output folder holds what readers should see.
@Suite struct InspectionTests {
  private static let address = BaseURL(origin: "https://times.example", path: "")

  /// What is done to a publication that was built, and why it may then not go to readers.
  struct Doubt: Sendable {
    var reason: String
    var change: @Sendable (TemporarySite) throws -> Void

    init(_ reason: String, _ change: @escaping @Sendable (TemporarySite) throws -> Void) {
      self.reason = reason
      self.change = change
    }
  }

  private static func site() throws -> TemporarySite {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write("sitegen.yaml", "title: Test\nbaseURL: https://times.example\n")
    try site.write("Content/ai/one.md", "---\ntitle: One\ndate: 2025-01-01\n---\nText.\n")
    try site.write("Content/ai/two.md", "---\ntitle: Two\ndate: 2026-02-01\n---\nText.\n")
    return site
  }

  /// The paths of the publication, or what keeps it from readers.
  private static func inspect(
    _ site: TemporarySite, _ change: (inout PublishingOptions) -> Void = { _ in }
  ) async -> Result<[String], OutputFailure> {
    var options = PublishingOptions(
      source: site.path, output: site.output, now: TemporarySite.now)
    options.cache = "\(site.path)/.sitegen/build.cache"
    change(&options)
    let (files, problems) = await SitePublisher(options, stopwatch: { .zero }).withOutput(
      for: options.baseURL ?? address
    ) { $0.map(\.path) }
    return problems.first.map { .failure(OutputFailure(diagnostic: $0)) } ?? .success(files ?? [])
  }

  @Test("What was built just now may go to readers, all of it and nothing else")
  func isFit() async throws {
    let site = try Self.site()
    #expect(await site.build().succeeded)
    let files = try await Self.inspect(site).get()
    #expect(files == site.files().keys.sorted())
    #expect(TemporarySite.files(below: site.output).contains(".sitegen-lock") == false)
  }

  @Test(
    "What readers should not see stays",
    arguments: [
      Doubt("there is no publication") { try $0.remove("Site") },
      Doubt("was stopped in its middle") { try $0.write("Site/.sitegen-new/x", "") },
      Doubt("nothing says how") { try $0.remove(".sitegen") },
      Doubt("older than Content/ai/one.md") { try $0.write("Content/ai/one.md", "Other.") },
      Doubt("older than Content/ai/one.md") { try $0.remove("Content/ai/one.md") },
      Doubt("older than Content/ai/new.md") { try $0.write("Content/ai/new.md", "New.") },
      Doubt("older than sitegen.yaml") { try $0.write("sitegen.yaml", "title: Other\n") },
      Doubt("not as sitegen build left it") { try $0.write("Site/index.html", "Mine.") },
      Doubt("not as sitegen build left it") { try $0.remove("Site/feed.xml") },
    ])
  func isNotFit(_ doubt: Doubt) async throws {
    let site = try Self.site()
    #expect(await site.build().succeeded)
    try doubt.change(site)
    let failure = await Self.inspect(site)
    guard case .failure(let failure) = failure else {
      Issue.record("it would be published")
      return
    }
    #expect(failure.diagnostic.identifier == .deploySite)
    #expect(failure.diagnostic.summary.contains(doubt.reason), "\(failure.diagnostic.summary)")
  }

  @Test("An article that became due, a build that failed and other options are reasons too")
  func isNotFitAnyMore() async throws {
    let site = try Self.site()
    #expect(await site.build { $0.includesFuture = true }.succeeded)
    await Self.expect(site, "with articles before their time")
    #expect(await site.build().succeeded)
    await Self.expect(site, "an article is due") { $0.now += 60 * 86_400 }
    await Self.expect(site, "was built for https://times.example") {
      $0.baseURL = BaseURL(origin: "https://other.example", path: "")
    }
    try site.write("Content/ai/one.md", "No front matter.")
    #expect(await !site.build().succeeded)
    await Self.expect(site, "the last build failed")
  }

  private static func expect(
    _ site: TemporarySite, _ reason: String,
    _ change: (inout PublishingOptions) -> Void = { _ in }
  ) async {
    guard case .failure(let failure) = await inspect(site, change) else {
      Issue.record("it would be published: \(reason)")
      return
    }
    #expect(failure.diagnostic.summary.contains(reason), "\(failure.diagnostic.summary)")
  }
}
