import SiteModel
import Testing

@testable import Content

/// A diagnostic on one line, with its place but without its hint.
func line(_ diagnostic: Diagnostic) -> String {
  let place = diagnostic.place.map { "\($0.line):\($0.column)+\($0.length)" } ?? "-"
  return "\(place) \(diagnostic.severity) \(diagnostic.identifier.rawValue): \(diagnostic.summary)"
}

/// Parses one file of `Content/` in a publication of New York.
func parse(
  _ text: String, at path: String = "Content/ai/story.md",
  configuration: SiteConfiguration = SiteConfiguration()
) throws -> ParsedFile {
  let zone = try #require(SiteTimeZone(identifier: "America/New_York"))
  return ContentParser(configuration: configuration, timeZone: zone)
    .parse(path, Array(text.utf8))
}

/// The front matter of an article whose title and date are given.
func matter(_ lines: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  -> FrontMatter
{
  let file = try parse("---\ntitle: T\ndate: 2026-01-02\n\(lines)\n---\n")
  #expect(file.diagnostics.map(line) == [], sourceLocation: sourceLocation)
  return try #require(file.article, sourceLocation: sourceLocation).frontMatter
}

extension ParsedFile {
  var article: ParsedDocument? {
    if case .article(let document) = content { document } else { nil }
  }

  var page: ParsedDocument? {
    if case .page(let document) = content { document } else { nil }
  }

  var section: ParsedDocument? {
    if case .section(let document) = content { document } else { nil }
  }

  var author: ParsedAuthor? {
    if case .author(let author) = content { author } else { nil }
  }

  var isNothing: Bool {
    if case .nothing = content { true } else { false }
  }
}

/// A row of a table of mistakes: what is written, and what is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  var input: String
  var found: [String]
  var hint: String?

  init(_ input: String, _ found: String..., hint: String? = nil) {
    self.input = input
    self.found = found
    self.hint = hint
  }

  var testDescription: String { input.debugDescription }

  /// Compares what was found with what was expected.
  func check(_ diagnostics: [Diagnostic]) {
    #expect(diagnostics.map(line) == found)
    if let hint { #expect(diagnostics.first?.hint == hint) }
  }
}
