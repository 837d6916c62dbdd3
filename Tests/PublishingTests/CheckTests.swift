import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// What `sitegen check` finds in a publication as it was written.
@Suite struct CheckTests {
  /// Answers in the place of all other sites.
  private static let reports = ExternalCheck { _, address in
    address.hasSuffix("/gone") ? .status(404) : .status(200)
  }

  @Test("Of a publication with one fault of each kind, each is found at its line, and nothing else")
  func seeded() async throws {
    let scenario = Scenario(folder: "\(Scenario.root)/Seeded")
    let site = try scenario.site()
    #expect(await site.build().succeeded)
    var wishes = CheckOptions()
    wishes.isRelease = true
    wishes.external = Self.reports
    wishes.external?.pause = .zero
    let report = await site.check(wishes)
    #expect(
      scenario.expected("diagnostics.txt").difference(from: report.build.shownDiagnostics) == nil)
    let found = Set(report.build.diagnostics.map(\.identifier))
    let rules = Set(Diagnostic.Identifier.allCases.filter { $0.rawValue.hasPrefix("check/") })
    #expect(rules.subtracting(found) == [.checkOutput])
  }

  @Test("A build finds on its pages what a check finds in the output, and then leaves it as it was")
  func whileBuilding() async throws {
    let site = try Scenario(folder: "\(Scenario.root)/Seeded").site()
    _ = await site.build()
    let before = site.files()
    let built = await site.build {
      $0.isChecked = true
      $0.jobs = 2
    }
    #expect(!built.succeeded)
    #expect(site.files() == before)
    let checked = await site.check { $0.isChecked = true }.build.diagnostics
    #expect(built.diagnostics == checked.filter { $0.identifier != .checkEmbargo })
    #expect(built.diagnostics.contains { $0.identifier == .checkFragment })
  }

  @Test("A page that stands is judged again when what it leads to goes or comes")
  func rebuilding() async throws {
    let site = try sound()
    let other = "---\ntitle: Another article\ndate: 2025-01-02\n---\nText.\n"
    try site.write("Templates/partials/footer.mustache", "<a href=\"/ai/two/\">x</a>")
    try site.write("Content/ai/two.md", other)
    #expect(await checkedBuild(of: site) == [])
    try site.remove("Content/ai/two.md")
    #expect(await checkedBuild(of: site) == [.checkLink])
    try site.write("Content/ai/two.md", other)
    #expect(await checkedBuild(of: site) == [])
    #expect(!site.page("ai/one/index.html").isEmpty)
  }

  @Test("After an edit of a text, what is wrong elsewhere is told again, and what it mended is not")
  func edits() async throws {
    let site = try sound()
    func write(title: String = "One article of all", _ text: String) throws {
      try site.write("Content/ai/one.md", "---\ntitle: \(title)\ndate: 2025-01-01\n---\n\(text)\n")
    }
    try site.write(
      "Content/ai/two.md", "---\ntitle: One article of all\ndate: 2025-01-02\n---\nText.\n")
    #expect(await checkedBuild(of: site) == [.checkTitle])
    let long = String(repeating: "One text is far longer than the other. ", count: 5_000)
    try write(long)
    #expect(await Set(checkedBuild(of: site)) == [.checkTitle, .checkBudget])
    try write(long + long)
    #expect(await Set(checkedBuild(of: site)) == [.checkTitle, .checkBudget])
    try write("Another text.")
    #expect(await checkedBuild(of: site) == [.checkTitle])
    try write(title: "A title of its own", "Another text.")
    #expect(await checkedBuild(of: site) == [])
  }

  /// The rules that a build with its memory finds broken, apart from advice.
  private func checkedBuild(of site: TemporarySite) async -> [Diagnostic.Identifier] {
    await site.build { $0.isChecked = true }.diagnostics.map(\.identifier).filter { !$0.isLint }
  }

  @Test("A publication that lacks a file, or is not there, is no publication (check/output)")
  func output() async throws {
    let site = try sound()
    #expect(
      await site.check().build.diagnostics.map(\.summary) == [
        "there is no publication in \(site.output)"
      ])
    #expect(await site.build().succeeded)
    #expect(await site.check().build.diagnostics == [])
    try site.remove("Site/ai/one/index.html")
    let report = await site.check()
    #expect(report.build.diagnostics.map(\.summary) == ["the output lacks ai/one/index.html"])
    #expect(!report.succeeded)
  }

  @Test("A rule can be an error, a warning, or off")
  func severities() async throws {
    let site = try sound()
    try site.write("Templates/partials/footer.mustache", "<a href=\"/none/\">x</a>")
    for (choice, severity) in [("error", "error"), ("warning", "warning"), ("off", nil)] {
      try site.write("sitegen.yaml", Self.configuration + "  links: \(choice)\n")
      _ = await site.build()
      let found = await site.check().build.diagnostics
      #expect(found.map(\.severity.rawValue) == (severity.map { [$0] } ?? []))
    }
  }

  @Test("What was changed after the build is found as well")
  func foreignHand() async throws {
    let site = try sound()
    _ = await site.build()
    let page = site.page("ai/one/index.html")
    try site.write(
      "Site/ai/one/index.html", page.replacing("<h1>", with: "<p id='x'><p id='x'><h1>"))
    let found = await site.check().build.diagnostics
    #expect(found.map(\.summary) == ["the id \"x\" is on the page twice"])
    #expect(found.map(\.place?.file) == ["Content/ai/one.md"])
  }

  static let configuration = """
    title: The Test Times
    baseURL: https://times.example
    check:
      descriptions: off

    """

  /// A publication in which nothing is wrong.
  private func sound() throws -> TemporarySite {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write("sitegen.yaml", Self.configuration)
    try site.write(
      "Content/ai/one.md", "---\ntitle: One article of all\ndate: 2025-01-01\n---\nText.\n")
    return site
  }
}

/// That nothing of an article can be read before its time (E-7).
@Suite struct EmbargoTests {
  static let secret = """
    ---
    title: The merger of Example and Sample
    slug: merger
    date: 2026-03-01
    ---

    The two companies will announce on Monday that they become **one** company.

    """

  struct Row: Sendable, CustomTestStringConvertible {
    var file: String
    var text: String
    /// What is found; nil if it gives nothing away.
    var what: String?

    var testDescription: String { "\(file): \(text)" }
  }

  @Test(
    "A trace is found in a file of any kind, however it is written",
    arguments: [
      Row(file: "a.txt", text: "THE MERGER, of Example\nand “Sample”!", what: "the title"),
      Row(
        file: "a.json",
        text: #"{"t":"The\nmerger of \u003cem\u003eExample\u003c/em\u003e and Sample"}"#,
        what: "the title"),
      Row(
        file: "a.xml",
        text: "<t>The merger of &lt;b class=&quot;x y&quot;&gt;Example&lt;/b&gt; and Sample</t>",
        what: "the title"),
      Row(
        file: "a.html", text: "<p>The merger of <a href=\"/x/\">Example</a> and Sample",
        what: "the title"),
      Row(
        file: "a.html", text: "<img alt=\"The merger of Example &amp; and Sample\">",
        what: "the title"),
      Row(file: "a.js", text: "let t = 'the merger of example and sample'", what: "the title"),
      Row(
        file: "a.css",
        text: "/* The two companies will announce on Monday that they become one company */",
        what: "the sentence"),
      Row(file: "a.html", text: "<a href=\"/ai/merger/\">x</a>", what: "the address"),
      Row(file: "a.html", text: "<a href=\"/ai/merger\">x</a>", what: "the address"),
      Row(file: "a.txt", text: "https://times.example/ai/merger/?x", what: "the address"),
      Row(
        file: "a.html", text: "<img src=\"/assets/pictures/ai/merger/cover.jpg\">",
        what: "the address"),
      Row(file: "ai/merger/cover.jpg", text: "", what: "the address"),
      Row(file: "a.html", text: "The merger of Example", what: nil),
      Row(file: "a.html", text: "merger of Example and Sample", what: nil),
      Row(
        file: "a.html", text: "<a href=\"/ai/mergers/\">x</a><a href=\"/tags/ai/merger/\">x</a>",
        what: nil),
      Row(file: "a.html", text: "<a href=\"https://other.example/ai/merger/\">x</a>", what: nil),
      Row(file: "a.txt", text: "The two companies will announce on Monday", what: nil),
    ])
  func trace(row: Row) async throws {
    let site = try publication()
    _ = await site.build()
    try site.write("Site/\(row.file)", row.text)
    let found = await site.check().build.diagnostics.filter { $0.identifier == .checkEmbargo }
    #expect(found.count == (row.what == nil ? 0 : 1))
    #expect(found.allSatisfy { $0.summary.hasPrefix(row.what ?? "") })
    #expect(found.allSatisfy { $0.summary.hasSuffix("(in \(row.file))") })
    #expect(found.allSatisfy { $0.place?.file == "Content/ai/secret.md" })
  }

  @Test("Compressed files are read as well", arguments: ["gz", "br"])
  func compressed(ending: String) async throws {
    let site = try publication()
    try site.write(
      "Content/ai/open.md",
      "---\ntitle: The merger of Example and Sample!\ndate: 2025-01-01\n---\nText.\n")
    _ = await site.build { $0.isPrecompressed = true }
    let bytes = try #require(site.files()["ai/open/index.html.\(ending)"])
    // A published article of the same title makes it no secret.
    #expect(
      await site.check { $0.isPrecompressed = true }.build.diagnostics.map(\.identifier) == [])
    try site.remove("Content/ai/open.md")
    _ = await site.build()
    try site.write("Site/kept.html.\(ending)", bytes)
    let found = await site.check().build.diagnostics
    #expect(Set(found.map(\.identifier)) == [.checkEmbargo])
    #expect(found.contains { $0.summary.hasSuffix("(in kept.html.\(ending))") })
  }

  @Test("A sentence that a published article says too is no secret")
  func publishedSentence() async throws {
    let site = try publication()
    try site.write(
      "Content/ai/open.md",
      """
      ---
      title: What was announced
      date: 2025-01-01
      ---

      The two companies will announce on Monday that they become one company.

      """)
    _ = await site.build()
    #expect(await site.check().build.diagnostics == [])
    try site.write(
      "Site/a.txt", "The two companies will announce on Monday that they become one company.")
    #expect(await site.check().build.diagnostics == [])
  }

  @Test("With everything published there is nothing to hide")
  func everything() async throws {
    let site = try publication()
    _ = await site.build { $0.includesFuture = true }
    #expect(await site.check { $0.includesFuture = true }.build.diagnostics == [])
    #expect(await !site.check().succeeded)
  }

  private func publication() throws -> TemporarySite {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write("sitegen.yaml", CheckTests.configuration)
    try site.write("Content/ai/secret.md", Self.secret)
    return site
  }
}

/// That other sites are asked politely, and no more often than it takes.
@Suite struct ExternalCheckTests {
  /// Notes what is asked for.
  private actor Log {
    var asked: [String] = []
    private var busy: [String: Int] = [:]
    private(set) var mostAtOnce = 0

    func begin(_ method: ExternalCheck.Method, _ address: String) {
      asked.append("\(method.rawValue) \(address)")
      let host = String(address.split(separator: "/")[1])
      busy[host, default: 0] += 1
      mostAtOnce = max(mostAtOnce, busy[host] ?? 0)
    }

    func end(_ address: String) { busy[String(address.split(separator: "/")[1]), default: 1] -= 1 }
  }

  @Test("HEAD comes first, GET only if it fails, and good answers are kept for a week")
  func answers() async throws {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write("sitegen.yaml", CheckTests.configuration)
    try site.write(
      "Content/ai/one.md",
      """
      ---
      title: One article of all
      date: 2025-01-01
      ---

      [a](https://a.example/good) [b](https://a.example/no-head) [c](https://a.example/bad#x)
      [d](https://b.example/down) [e](https://b.example/shy) [f](mailto:x@b.example)

      """)
    _ = await site.build()
    let log = Log()
    var wishes = CheckOptions()
    wishes.external = ExternalCheck { method, address in
      await log.begin(method, address)
      await Task.yield()
      await log.end(address)
      return switch (address, method) {
      case ("https://a.example/no-head", .head): .status(405)
      case ("https://a.example/bad#x", _): .status(404)
      case ("https://b.example/shy", _): .status(403)
      case ("https://b.example/down", _): .failure("is not answered within 1 s")
      default: .status(200)
      }
    }
    wishes.external?.pause = .zero
    wishes.external?.cache = "\(site.path)/.sitegen/links"
    let first = await site.check(wishes)
    #expect(
      first.build.diagnostics.map { "\($0.place?.line ?? 0) \($0.severity) \($0.summary)" } == [
        "6 warning https://a.example/bad#x is not there any more (404)",
        "7 warning https://b.example/down is not answered within 1 s",
      ])
    #expect((first.externalLinks, first.asked) == (5, 5))
    #expect(
      await log.asked.filter { $0.contains("a.example") } == [
        "HEAD https://a.example/bad#x", "GET https://a.example/bad#x",
        "HEAD https://a.example/good",
        "HEAD https://a.example/no-head", "GET https://a.example/no-head",
      ])
    #expect(await log.mostAtOnce == 1)
    #expect(await site.check(wishes).asked == 2)
    #expect(await site.check(wishes) { $0.now += 8 * 86_400 }.asked == 5)
  }

  @Test("Without curl one error says so")
  func impossible() async throws {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write("sitegen.yaml", CheckTests.configuration)
    try site.write(
      "Content/ai/one.md",
      "---\ntitle: One article of all\ndate: 2025-01-01\n---\n<https://a.example/> <https://a.example/b>\n"
    )
    _ = await site.build()
    var wishes = CheckOptions()
    wishes.external = ExternalCheck { _, _ in .impossible("curl is not installed") }
    let found = await site.check(wishes).build.diagnostics
    #expect(found.map(\.summary) == ["other sites cannot be asked: curl is not installed"])
  }
}
