import Testing

@testable import SiteModel

/// An article that takes its own place gives the publication that would be made anew.
@Suite struct ArticleRevisionTests {
  private static let file = Place(file: "Content/ai/x.md", line: 9, column: 1)

  private static let old = SiteBuilderTests.article("ai/x.md") {
    $0.frontMatter.title = "A headline that is long enough"
    $0.frontMatter.summary = "What happened."
    $0.frontMatter.canonical = "/somewhere/"
    $0.body.wordCount = 100
    $0.body.fragments = ["why"]
    $0.body.slots = [
      LinkSlot(offset: 5, purpose: .link, destination: "/ai/y.md", place: file)
    ]
  }

  private static func revision(
    _ change: (inout ParsedDocument) -> Void
  ) -> (document: ParsedDocument, revision: ArticleRevision?) {
    var document = old
    change(&document)
    document.body.digest += 1
    return (document, ArticleRevision(from: old, to: document))
  }

  @Test(
    "A headline, a summary and a text that links as before leave the publication around them alone",
    arguments: [
      { $0.frontMatter.title = "Another headline, also long enough" },
      { $0.frontMatter.summary = nil },
      { $0.body.wordCount = 1_000 },
      { $0.body.html = [1, 2, 3] },
      { $0.body.headings = [Heading(level: 2, text: "Why", id: "why")] },
      {
        $0.body.slots[0].offset = 50
        $0.body.slots[0].place = Place(file: file.file, line: 12, column: 1)
      },
    ] as [@Sendable (inout ParsedDocument) -> Void])
  func takesItsPlace(change: @Sendable (inout ParsedDocument) -> Void) throws {
    let (document, revision) = Self.revision(change)
    var builder = SiteBuilder(
      configuration: SiteConfiguration(),
      edition: SiteBuilder.Edition(now: Timestamp(secondsSince1970: 1_767_225_600)))
    builder.configuration.images.makesCopies = true
    builder.cardDesign = SocialCardDesign(
      paper: "#fff", ink: "#000", accent: "#00f", headlineFonts: "serif", textFonts: "serif")
    var content = ParsedContent()
    content.articles = [Self.old, SiteBuilderTests.article("ai/y.md", 2024)]
    var site = builder.build(content).site
    #expect(site.cards.count == 2)
    #expect(site.take(try #require(revision)) == 0)
    content.articles[0] = document
    let anew = builder.build(content).site
    #expect(site.articles == anew.articles)
    #expect(site.cards == anew.cards)
  }

  @Test(
    "What may concern other pages is no revision",
    arguments: [
      { $0.source = "ai/z.md" },
      { $0.name = "z" },
      { $0.frontMatter.date = nil },
      { $0.frontMatter.slug = "z" },
      { $0.frontMatter.tags = [Located("Chips", at: file)] },
      { $0.frontMatter.isDraft = true },
      { $0.frontMatter.cover = Cover(image: Located("x.png", at: file)) },
      { $0.frontMatter.readingMinutes = 5 },
      { $0.body.fragments = [] },
      { $0.body.slots = [] },
      { $0.body.slots[0].destination = "/ai/z.md" },
      { $0.body.slots[0].purpose = .image },
      {
        $0.body.shortcodes = [
          ShortcodeCall(name: "x", arguments: [], display: .block, range: 0..<0)
        ]
      },
    ] as [@Sendable (inout ParsedDocument) -> Void])
  func isNone(change: @Sendable (inout ParsedDocument) -> Void) {
    #expect(Self.revision(change).revision == nil)
  }

  @Test("It knows whether something stands in another line, and whether editors are to hear of it")
  func reports() throws {
    let site = SiteBuilderTests.site([Self.old])
    let longer = try #require(Self.revision { $0.body.wordCount = 200 }.revision)
    #expect(!longer.movesPlaces && !site.changesAdvice(longer))
    let lower = try #require(
      Self.revision { $0.body.slots[0].place = Place(file: "x", line: 10, column: 1) }.revision)
    #expect(lower.movesPlaces && !site.changesAdvice(lower))
    let short = try #require(Self.revision { $0.frontMatter.title = "Up" }.revision)
    #expect(!short.movesPlaces && site.changesAdvice(short))
    let bare = try #require(Self.revision { $0.frontMatter.summary = nil }.revision)
    #expect(site.changesAdvice(bare))
  }

  @Test("An article that is not published has no place to take")
  func unpublished() throws {
    let revision = try #require(Self.revision { $0.body.wordCount = 200 }.revision)
    var site = SiteBuilderTests.site([SiteBuilderTests.article("ai/y.md")])
    #expect(site.take(revision) == nil)
    #expect(!site.changesAdvice(revision))
  }
}
