import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// Two publications that were written for other generators, by their folders in `SITEGEN_CORPORA`.
@Suite(.enabled(if: corpora != nil, "SITEGEN_CORPORA names no folder of corpora"))
struct CorpusTests {
  struct Corpus: Sendable, CustomTestStringConvertible {
    var folders: [String: String]
    var timeZone: String
    var section: String

    var testDescription: String { section }
  }

  @Test(
    "A publication of another generator builds without an error, and every post has its page",
    arguments: [
      Corpus(
        folders: ["18f/posts": "posts"], timeZone: "America/New_York", section: "posts"),
      Corpus(
        folders: ["digitalgov/news": "news", "digitalgov/topics": "topics"],
        timeZone: "America/New_York", section: "news"),
    ])
  func builds(corpus: Corpus) async throws {
    let root = try #require(corpora)
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write(
      "sitegen.yaml",
      "title: \(corpus.section)\ntimeZone: \(corpus.timeZone)\ncheck: {links: warning}\n"
        + "shortcodes: {unknown: keep}\nembeds: {allow: [www.slideshare.net, speakerdeck.com, "
        + "www.youtube.com, health.gov, platform.twitter.com, platform.instagram.com, "
        + "dap.digitalgov.gov]}\n")
    for (folder, name) in corpus.folders {
      for file in TemporarySite.files(below: "\(root)/\(folder)") {
        let bytes = try Data(contentsOf: URL(filePath: "\(root)/\(folder)/\(file)"))
        try site.write("Content/\(name)/\(file)", Array(bytes))
      }
    }
    let report = await site.build {
      $0.jobs = 2
      $0.includesDrafts = true
      $0.includesExpired = true
      $0.includesFuture = true
    }
    for diagnostic in report.diagnostics where diagnostic.severity == .error {
      let text = DiagnosticText(excerpts: report.excerpts).text(of: diagnostic)
      Issue.record(Comment(rawValue: text))
    }
    let posts = TemporarySite.files(below: "\(site.path)/Content/\(corpus.section)")
      .filter { $0.hasSuffix(".md") && !$0.hasSuffix("_index.md") }
    let pages = site.files().keys.filter {
      $0.hasPrefix("\(corpus.section)/") && $0.hasSuffix("/index.html")
        && !$0.hasPrefix("\(corpus.section)/page/")
    }
    #expect(pages.count >= posts.count)
    show(report)
  }

  /// The kinds of warnings with their numbers and an example, for a person to judge.
  private func show(_ report: BuildReport) {
    let kinds = Dictionary(grouping: report.diagnostics) { diagnostic in
      "\(diagnostic.severity) \(diagnostic.identifier.rawValue): "
        + diagnostic.summary.split(separator: "\"").enumerated()
        .map { $0 % 2 == 0 || diagnostic.identifier == .frontMatterUnknownKey ? String($1) : "…" }
        .joined(separator: "\"")
    }
    for (kind, found) in kinds.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      print(found.count, kind)
      for diagnostic in found.prefix(3) {
        print("    ", DiagnosticText(excerpts: report.excerpts).text(of: diagnostic).prefix(500))
      }
    }
  }
}

private let corpora = ProcessInfo.processInfo.environment["SITEGEN_CORPORA"]
