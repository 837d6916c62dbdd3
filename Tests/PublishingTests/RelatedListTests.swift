import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// Which articles stand under an article of a small publication, rule by rule.
@Suite struct RelatedListTests {
  /// An article that all of them resemble, and one that keeps them company.
  private static let story = "Foundries raise wafer prices as demand for accelerators grows."

  @Test(
    "What is not published, or not to be recommended, stands in no list",
    arguments: [
      "draft: true", "embargoUntil: 2026-02-01", "publishDate: 2026-02-01",
      "expiryDate: 2025-12-01", "related: false", "language: de", "tags: [Jobs]",
      "type: sponsored\nsponsor: Acme", "section: partner",
    ])
  func absent(frontMatter: String) async throws {
    let lists = try await lists([
      "ai/shown.md": "tags: [Chips]", "ai/hidden.md": frontMatter, "ai/other.md": "",
      "policy/last.md": "",
    ])
    #expect(lists["ai/shown.md"] == ["ai/other.md", "policy/last.md"])
    for (article, list) in lists where article != "ai/hidden.md" {
      #expect(!list.contains("ai/hidden.md") && !list.contains(article))
    }
  }

  @Test("Pins come first, in the editor's order, and what is excluded stays out")
  func editorsHand() async throws {
    let lists = try await lists([
      "ai/story.md": "related: {pins: [policy/far.md, ai/near.md], exclude: [ai/not.md]}",
      "ai/near.md": "", "ai/not.md": "", "policy/far.md": "", "policy/more.md": "",
    ])
    #expect(lists["ai/story.md"] == ["policy/far.md", "ai/near.md", "policy/more.md"])
    #expect(lists["ai/near.md"]?.contains("ai/not.md") == true)
  }

  @Test("The next part of a series comes first, then the others")
  func series() async throws {
    let lists = try await lists([
      "ai/a.md": "series: {name: Steps, part: 1}", "ai/b.md": "series: {name: Steps, part: 2}",
      "ai/c.md": "series: {name: Steps, part: 3}", "ai/d.md": "", "ai/e.md": "",
    ])
    #expect(lists["ai/a.md"]?.prefix(2) == ["ai/b.md", "ai/c.md"])
    #expect(lists["ai/b.md"]?.prefix(2) == ["ai/c.md", "ai/a.md"])
  }

  @Test(
    "Where nothing is similar, the fallback decides",
    arguments: [
      ("section", ["ai/b.md", "policy/c.md"]), ("site", ["policy/c.md", "ai/b.md"]), ("none", []),
    ])
  func fallback(setting: String, expected: [String]) async throws {
    let site = try TemporarySite([
      "sitegen.yaml": "title: T\nrelated: {fallback: \(setting)}\n",
      "Content/ai/a.md": "---\ntitle: Alpha\ndate: 2025-06-10\n---\n\nOne.\n",
      "Content/ai/b.md": "---\ntitle: Beta\ndate: 2025-06-01\n---\n\nTwo.\n",
      "Content/policy/c.md": "---\ntitle: Gamma\ndate: 2025-06-09\n---\n\nThree.\n",
    ])
    #expect(try await lists(of: site)["ai/a.md"] == expected)
  }

  @Test("The number of articles and the weights are the publication's choice")
  func options() async throws {
    let files = Dictionary(
      uniqueKeysWithValues: (1...6).map {
        ("ai/\($0).md", "tags: [\($0 % 2 == 0 ? "Even" : "Odd"), Number \($0)]")
      })
    let lists = try await lists(
      files, settings: "{count: 2, weights: {title: 0, summary: 0, body: 0, tags: 1, authors: 0}}")
    #expect(lists["ai/2.md"]?.sorted() == ["ai/4.md", "ai/6.md"])
    #expect(lists["ai/3.md"]?.sorted() == ["ai/1.md", "ai/5.md"])
  }

  private func lists(
    _ articles: [String: String],
    settings: String = "{excludeTags: [Jobs], excludeSections: [partner]}"
  ) async throws -> [String: [String]] {
    var files = [
      "sitegen.yaml": "title: T\nrelated: \(settings)\n",
      "Content/partner/_index.md": "---\ntitle: Partner\n---\n",
    ]
    for (day, (path, frontMatter)) in articles.sorted(by: { $0.key < $1.key }).enumerated() {
      files["Content/\(path)"] =
        "---\ntitle: \(path.dropLast(3)) on wafers\ndate: 2025-06-1\(day)\n\(frontMatter)\n---\n\n"
        + "\(Self.story) Note \(path).\n"
    }
    return try await lists(of: TemporarySite(files))
  }

  private func lists(of site: TemporarySite) async throws -> [String: [String]] {
    let options = PublishingOptions(source: site.path, output: "", now: TemporarySite.now)
    let overview = await SitePublisher(options, stopwatch: { .zero }).relatedArticles()
    #expect(overview.report.diagnostics.allSatisfy { $0.severity != .error })
    return try JSONDecoder().decode([String: [String]].self, from: Data(overview.json().utf8))
  }
}
