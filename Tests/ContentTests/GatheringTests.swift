import SiteModel
import Testing

@testable import Content

struct GatheringTests {
  private let files = [
    ("Content/ai/b.md", "title: B\ndate: 2026-01-02"),
    ("Content/ai/a.md", "title: A\ndate: 2026-01-02\nmoon: 1"),
    ("Content/ai/_index.md", "title: AI"), ("Content/pages/about.md", "title: About"),
    ("Content/authors/ada.md", "name: Ada"), ("Content/ai/index.md", "title: AI again"),
  ]

  @Test func doesNotDependOnTheOrderOfParsing() throws {
    var listing = SourceListing()
    listing.files = ["Content/ai/a.png"]
    let parsed = try files.map { try parse("---\n\($1)\n---\n", at: $0) }
    let content = ParsedContent(of: parsed, listing: listing)
    let reversed = ParsedContent(of: parsed.reversed(), listing: listing)
    let diagnostics = parsed.diagnostics()
    #expect(content.articles.map(\.source) == ["ai/a.md", "ai/b.md"])
    #expect(content.articles == reversed.articles)
    #expect(content.sections == reversed.sections)
    #expect(content.pages.map(\.name) == ["about"])
    #expect(content.authors.map(\.id) == ["ada"])
    #expect(content.hasAuthorProfiles)
    #expect(content.files == ["ai/a.png"])
    #expect(diagnostics == parsed.reversed().diagnostics())
    #expect(
      diagnostics.map(line) == [
        "4:1+4 warning front-matter/unknown-key: unknown key \"moon\"",
        "0:1+1 error content/conflict: the section ai is described by two files,"
          + " Content/ai/_index.md and this one",
      ])
  }
}
