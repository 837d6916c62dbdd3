import Publishing
import SiteModel
import TestSupport
import Testing

/// One publication for each thing that can be wrong.
@Suite struct FaultTests {
  /// Faults that no folder in the repository can hold, and the tests that make them instead.
  static let madeInCode: [Diagnostic.Identifier: String] = [
    .contentFile: "a link out of the project would break where the repository is copied",
    .pictureSupport: "what libvips can do depends on the machine",
    .outputForeignFile: "the output folder is not committed",
    .outputCache: "a damaged cache is in a folder that is not committed",
    .contentTime: "no clock runs in these tests",
    .outputLock: "it takes two builds at once",
    .outputWrite: "a folder that may not be written to is nothing that Git can keep",
    .deploySite: "it takes a build and another command",
    .deployTarget: "a build does not look for targets",
    .deployProgram: "a build runs no programs",
    .deployDeletions: "it takes two deploys",
    .deployTransfer: "no network is used in these tests",
    .notifyMessage: "no network is used in these tests",
  ]

  @Test("A fault is reported where it is, and only that", arguments: Scenario.all(in: "Faults"))
  func isReported(scenario: Scenario) async throws {
    let site = try scenario.site()
    let report = try await scenario.build(site)
    #expect(scenario.expected("diagnostics.txt").difference(from: report.shownDiagnostics) == nil)
    let rule = scenario.name.replacing("--", with: "/", maxReplacements: 1)
    #expect(Set(report.diagnostics.map(\.identifier.rawValue)) == [rule])
    #expect(report.succeeded == !site.files().isEmpty)
  }

  @Test("Every rule has a publication that breaks it")
  func everyRuleHasAFolder() {
    let folders = Set(Scenario.all(in: "Faults").map(\.name))
    // What is found in the output is all in one publication (CheckTests).
    let rules = Diagnostic.Identifier.allCases.filter {
      Self.madeInCode[$0] == nil && !$0.rawValue.hasPrefix("check/")
    }
    let wanted = Set(rules.map { $0.rawValue.replacing("/", with: "--") })
    #expect(wanted.subtracting(folders) == [], "write Tests/PublishingTests/Faults/NAME")
    #expect(folders.subtracting(wanted) == [], "no rule has this name")
  }

  @Test("Documentation/diagnostics.md explains every rule, in the order of the code")
  func everyRuleIsExplained() throws {
    let lines = try ProjectFolder.text(of: "Documentation/diagnostics.md").split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| `") }.map { $0.split(separator: "`")[1] }
    #expect(rows.map(String.init) == Diagnostic.Identifier.allCases.map(\.rawValue))
  }

  @Test("A link that leads out of the project is not followed (content/file)")
  func linkOutOfTheProject() async throws {
    let site = try TemporarySite(layering: [Scenario.theme])
    let other = try TemporarySite(["secret.md": "---\ntitle: Secret\ndate: 2025-01-01\n---\n"])
    try site.write("sitegen.yaml", "title: Test\n")
    try site.write("Content/ai/one.md", "---\ntitle: One\ndate: 2025-01-01\n---\nText.\n")
    try site.link("Content/ai/two.md", to: "\(other.path)/secret.md")
    let report = await site.build()
    #expect(report.diagnostics.map(\.identifier) == [.contentFile])
    #expect(report.diagnostics.first?.place?.file == "Content/ai/two.md")
    #expect(report.succeeded)
    #expect(!site.page("index.html").contains("Secret"))
  }

  @Test("A foreign file in the place of a page is not overwritten (output/foreign-file)")
  func foreignFileInTheWay() async throws {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write("sitegen.yaml", "title: Test\n")
    try site.write("Site/index.html", "mine")
    let report = await site.build()
    #expect(report.diagnostics.map(\.identifier) == [.outputForeignFile])
    #expect(!report.succeeded)
    #expect(site.files() == ["index.html": Array("mine".utf8)])
  }

  @Test("An output folder that cannot be made is an error (output/write)")
  func outputCannotBeWritten() async throws {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write("sitegen.yaml", "title: Test\n")
    try site.write("Site", "a file where the folder should be")
    let report = await site.build()
    #expect(report.diagnostics.map(\.identifier) == [.outputWrite])
    #expect(!report.succeeded)
    #expect(try site.text(of: "Site") == "a file where the folder should be")
  }
}
