import Testing

@testable import SiteModel

/// What search engines would miss, where the folders of faults would say too little.
@Suite struct MetadataCheckTests {
  private func diagnostics(
    _ articles: [ParsedDocument], authors: [String] = [],
    _ change: (inout SiteConfiguration) -> Void = { _ in }
  ) -> [Diagnostic] {
    var content = ParsedContent()
    content.articles = articles
    content.authors = authors.enumerated().map { number, name in
      ParsedAuthor(
        source: "authors/a\(number).md", id: "a\(number)", name: name, body: ArticleBody())
    }
    content.hasAuthorProfiles = !authors.isEmpty
    var configuration = SiteConfiguration()
    change(&configuration)
    let now = Timestamp(secondsSince1970: 1_767_225_600)
    return SiteBuilder(configuration: configuration, edition: SiteBuilder.Edition(now: now))
      .build(content).diagnostics.filter { !$0.identifier.isLint }
  }

  @Test("M-2: hundreds of articles without an author are twenty findings with a count")
  func manyArticles() {
    let articles = (1...300).map { SiteBuilderTests.article("ai/a\($0).md") }
    let found = diagnostics(articles, authors: ["Ada"])
    #expect(found.map(\.identifier) == Array(repeating: .metadataAuthor, count: 20))
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.last?.summary.hasSuffix("; so it is with 280 older articles") ?? false)
  }

  @Test("M-2: a publication that shows no authors is not asked for any")
  func noProfiles() {
    #expect(diagnostics([SiteBuilderTests.article("ai/a.md")]) == [])
  }

  @Test(
    "M-2: an author is one name",
    arguments: [
      ("Ada Byron", true), ("Byron Katie", true), ("Martin King, Jr.", true),
      ("Marks & Spencer", true), ("Andy Andrews", true), ("by Ada Byron", false),
      ("Ada Byron and Grace Hopper", false), ("Ada Byron, Grace Hopper", false), ("A; B", false),
    ])
  func names(name: String, isOne: Bool) {
    let article = SiteBuilderTests.article("ai/a.md") {
      $0.frontMatter.authors = [Located("a0", at: Place(file: "test"))]
    }
    let found = diagnostics([article], authors: [name])
    #expect(found.map(\.identifier) == (isOne ? [] : [.metadataAuthor]))
    #expect(found.first?.place == (isOne ? nil : Place(file: "Content/authors/a0.md")))
  }

  @Test("M-4: a change in the future is none, apart from articles that are in it themselves")
  func future() {
    let late = Timestamp(secondsSince1970: 1_900_000_000)
    let early = SiteBuilderTests.article("ai/a.md") { $0.frontMatter.updated = late }
    #expect(diagnostics([early]).map(\.identifier) == [.metadataDate])
    #expect(
      diagnostics([early]) { $0.check.metadata = .error }.map(\.severity) == [.error])
    #expect(diagnostics([early]) { $0.check.metadata = nil } == [])
    let past = SiteBuilderTests.article("ai/a.md") { $0.frontMatter.updated = $0.frontMatter.date }
    #expect(diagnostics([past]) == [])
  }
}
