import Publishing
import TestSupport
import Testing

/// Builds each folder of `Sites/` and compares it with what the folder expects.
@Suite struct SiteTests {
  @Test("A site becomes what its folder expects", arguments: Scenario.all(in: "Sites"))
  func becomesWhatIsExpected(scenario: Scenario) async throws {
    let site = try scenario.site()
    let report = try await scenario.build(site)
    let files = site.files()
    #expect(scenario.expected("diagnostics.txt").difference(from: report.shownDiagnostics) == nil)
    #expect(scenario.expected("files.txt").difference(from: listing(of: files)) == nil)
    #expect(report.succeeded == !files.isEmpty)
    for page in TemporarySite.files(below: "\(scenario.folder)/expected/site") {
      #expect(scenario.expected("site/\(page)").difference(from: site.page(page)) == nil)
    }
    guard scenario.exists("expected/absent.txt") else { return }
    for word in try scenario.text(of: "expected/absent.txt").split(separator: "\n") {
      for (file, bytes) in files {
        let text = file + "\n" + String(decoding: bytes, as: UTF8.self)
        #expect(!text.lowercased().contains(word.lowercased()), "\(file) says \"\(word)\"")
      }
    }
  }
}
