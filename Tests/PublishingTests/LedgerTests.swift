import Publishing
import SiteModel
import TestSupport
import Testing

/// The list of published addresses, `sitegen.urls`.
@Suite struct LedgerTests {
  private static func site(_ ledger: String?) throws -> TemporarySite {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write("sitegen.yaml", "title: Test\n")
    try site.write("Content/ai/one.md", "---\ntitle: One\ndate: 2025-01-01\n---\nText.\n")
    if let ledger { try site.write("sitegen.urls", ledger) }
    return site
  }

  private static func build(_ site: TemporarySite, extending: Bool = true) async -> BuildReport {
    await site.build {
      $0.ledger = PublishingOptions.Ledger(path: "\(site.path)/sitegen.urls", isExtended: extending)
    }
  }

  @Test("A build adds what is published, sorted, and keeps comments and what is there")
  func extends() async throws {
    let site = try Self.site("# Ours.\n/ai/\n")
    try site.write("Content/pages/about.md", "---\ntitle: About\n---\nText.\n")
    #expect(await Self.build(site).succeeded)
    #expect(try site.text(of: "sitegen.urls") == "# Ours.\n/about/\n/ai/\n/ai/one/\n")
    let dates = try site.modificationDates()
    #expect(await Self.build(site).output.written == [])
    #expect(try site.modificationDates() == dates)
  }

  @Test("Without the file none is kept, and a build that shows more adds nothing")
  func isNotKept() async throws {
    let without = try Self.site(nil)
    #expect(await Self.build(without).succeeded)
    #expect(!TemporarySite.files(below: without.path).contains("sitegen.urls"))
    let site = try Self.site("")
    #expect(await Self.build(site, extending: false).succeeded)
    #expect(try site.text(of: "sitegen.urls") == "")
  }

  @Test("An address that vanishes is an error, unless something says where it went or why")
  func vanished() async throws {
    let site = try Self.site("/ai/two/\n")
    let report = await Self.build(site)
    #expect(report.diagnostics.map(\.identifier) == [.addressVanished])
    #expect(!report.succeeded && site.files().isEmpty)
    #expect(try site.text(of: "sitegen.urls") == "/ai/two/\n")

    let remedies = [
      ("sitegen.yaml", "title: Test\nredirects: [{from: /ai/two/, to: /ai/one/}]\n"),
      ("sitegen.yaml", "title: Test\nredirects: [{from: /ai/two/, status: 410}]\n"),
      ("sitegen.yaml", "title: Test\ncheck: {urls: off}\n"),
      ("Content/ai/one.md", "---\ntitle: One\ndate: 2025-01-01\naliases: [/ai/two/]\n---\nText.\n"),
      ("Content/ai/two.md", "---\ntitle: Two\ndate: 2025-01-01\n---\nText.\n"),
      (
        "Content/ai/two.md",
        "---\ntitle: Two\ndate: 2025-01-01\ntype: removed\nreason: Wrong.\n---\nText.\n"
      ),
      (
        "Content/ai/two.md",
        "---\ntitle: Two\ndate: 2025-01-01\nexpiryDate: 2025-02-01\n---\nText.\n"
      ),
    ]
    for (file, text) in remedies {
      let site = try Self.site("/ai/two/\n")
      try site.write(file, text)
      #expect(await Self.build(site).succeeded, "\(text)")
    }
  }

  @Test("A build from memory looks at the list again")
  func isLookedAtAgain() async throws {
    let site = try Self.site("")
    #expect(await Self.build(site).succeeded)
    try site.write("sitegen.urls", try site.text(of: "sitegen.urls") + "/ai/zero/\n")
    let report = await Self.build(site)
    #expect(report.diagnostics.map(\.identifier) == [.addressVanished])
    #expect(report.diagnostics.first?.place?.line == 3)
  }
}
