import Foundation
import SiteModel
import Testing

@testable import Content

/// Two publications that were written for other generators, by their folders in `SITEGEN_CORPORA`.
@Suite(.enabled(if: corpora != nil, "SITEGEN_CORPORA names no folder of corpora"))
struct CorpusTests {
  @Test(arguments: [
    (folder: "18f/posts", section: "posts", zone: "America/New_York", count: 508),
    (folder: "digitalgov/news", section: "news", zone: "America/New_York", count: 2_073),
  ])
  func parsesWithoutAnError(
    corpus: (folder: String, section: String, zone: String, count: Int)
  ) throws {
    let root = try #require(corpora)
    let zone = try #require(SiteTimeZone(identifier: corpus.zone))
    let parser = ContentParser(configuration: SiteConfiguration(), timeZone: zone)
    var walk = FolderWalk(root: root)
    walk.visit(corpus.folder)
    var articles = 0
    var identifiers: Set<Diagnostic.Identifier> = []
    for path in walk.files {
      let bytes = try #require(contents(ofFile: "\(root)/\(path)"))
      let inner = "Content/\(corpus.section)/\(path.dropFirst(corpus.folder.count + 1))"
      let file = parser.parse(inner, bytes)
      if file.article != nil { articles += 1 }
      for diagnostic in file.diagnostics {
        #expect(diagnostic.severity < .error, "\(path):\(line(diagnostic))")
        identifiers.insert(diagnostic.identifier)
      }
    }
    #expect(articles == corpus.count)
    // What an editor would agree with, and nothing else.
    #expect(
      identifiers.isSubset(of: [
        .frontMatterUnknownKey, .frontMatterSyntax, .frontMatterDate, .frontMatterRequired,
        .markdownRawHTML, .contentImage,
      ]))
  }
}

private let corpora = ProcessInfo.processInfo.environment["SITEGEN_CORPORA"]
