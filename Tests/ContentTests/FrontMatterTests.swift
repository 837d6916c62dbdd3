import SiteModel
import Testing

@testable import Content

/// Every key in every form in which it may be written.
struct FrontMatterTests {
  @Test func readsTexts() throws {
    let found = try matter(
      """
      slug: a-b
      summary: >
        Two
        lines.
      sponsor: 3M
      disclosure: " We own shares. "
      canonical: https://example.com/a
      layout: essay
      language: pt_BR
      section: chips
      """)
    #expect(found.slug == "a-b")
    #expect(found.summary == "Two lines.")
    #expect(found.sponsor == "3M")
    #expect(found.disclosure == "We own shares.")
    #expect(found.canonical == "https://example.com/a")
    #expect(found.layout?.value == "essay")
    #expect(found.language == "pt-BR")
    #expect(found.section?.value == "chips")
    #expect(
      found.section?.place == Place(file: "Content/ai/story.md", line: 13, column: 10, length: 5))
  }

  /// Versions, years and answers stay as they were written where text is wanted.
  @Test func takesNumbersAndWordsAsText() throws {
    let found = try matter("slug: 1.10\ntags: [2026, no, on, 007, ~, '', x]")
    #expect(found.slug == "1.10")
    #expect(found.tags.map(\.value) == ["2026", "no", "on", "007", "x"])
  }

  @Test(arguments: [
    ("authors: ada", ["ada"]), ("author: Ada Lovelace", ["Ada Lovelace"]),
    ("authors: [ada, grace]", ["ada", "grace"]), ("authors:\n- ada\n- grace", ["ada", "grace"]),
    ("authors: [{name: Ada, url: x}, grace]", ["Ada", "grace"]),
    ("author: {name: Ada}", ["Ada"]), ("authors:", []), ("authors: []", []),
    ("author: a\nauthors: b", ["b"]), ("authors: b\nauthor: a", ["b"]),
  ])
  func readsAuthors(written: String, names: [String]) throws {
    #expect(try matter(written).authors.map(\.value) == names)
  }

  @Test(arguments: [
    ("tags: AI, chips", ["AI, chips"]), ("tags: [AI, chips]", ["AI", "chips"]),
    ("taxonomies:\n  tags: [AI]", ["AI"]), ("tags: null", []),
  ])
  func readsTags(written: String, tags: [String]) throws {
    #expect(try matter(written).tags.map(\.value) == tags)
  }

  @Test func readsConfiguredTaxonomies() throws {
    var configuration = SiteConfiguration()
    configuration.taxonomies.append(
      TaxonomySettings(name: "topics", title: "Topics", singular: "Topic", path: "topics"))
    let text = "---\ntitle: T\ndate: 2026-01-02\ntopics: [a]\ntaxonomies: {topics: [b]}\n---\n"
    let file = try parse(text, configuration: configuration)
    #expect(file.diagnostics == [])
    #expect(file.article?.frontMatter.terms["topics"]?.map(\.value) == ["a", "b"])
  }

  @Test(
    arguments: [
      ("series: Chips", "Chips", nil), ("series: {name: Chips, part: 2}", "Chips", 2),
      ("series: [Chips]", "Chips", nil),
    ] as [(String, String, Int?)])
  func readsSeries(written: String, name: String, part: Int?) throws {
    let series = try #require(try matter(written).series)
    #expect(series.name.value == name)
    #expect(series.part == part)
  }

  @Test func readsCovers() throws {
    #expect(try matter("cover: a.jpg").cover?.image.value == "a.jpg")
    #expect(try matter("cover: {image: ''}").cover == nil)
    let cover = try matter(
      "cover: {image: a.jpg, alt: A, caption: B, credit: C, aiGenerated: true, decorative: yes}"
    ).cover
    #expect(
      cover
        == Cover(
          image: Located(
            "a.jpg", at: Place(file: "Content/ai/story.md", line: 4, column: 16, length: 5)),
          alt: "A", caption: "B", credit: "C", isAIGenerated: true, isDecorative: true))
  }

  @Test(
    "The point that crops keep, in percent or in words",
    arguments: [
      ("30% 20%", FocalPoint(x: 30, y: 20)), ("0% 100%", FocalPoint(x: 0, y: 100)),
      ("top", FocalPoint(x: 50, y: 0)), ("Left bottom", FocalPoint(x: 0, y: 100)),
      ("bottom left", FocalPoint(x: 0, y: 100)), ("center", .center),
      ("center right", FocalPoint(x: 100, y: 50)),
    ])
  func readsFocus(written: String, point: FocalPoint) throws {
    #expect(try matter("cover: {image: a.jpg, focus: \(written)}").cover?.focus == point)
  }

  /// `type: submitted` and `submitted:` are the same thing (E-9).
  @Test(
    arguments: [
      ("type: submitted", ArticleKind.submitted, Submission()),
      ("submitted: true", .submitted, Submission()),
      ("submitted: {by: Jo}", .submitted, Submission(by: "Jo")),
      ("submitted: Jo", .submitted, Submission(by: "Jo")),
      ("submitted: Jo\ntype: opinion", .opinion, Submission(by: "Jo")),
      ("submitted: false", .news, nil), ("type: press-release", .pressRelease, nil),
    ] as [(String, ArticleKind, Submission?)])
  func readsKinds(written: String, kind: ArticleKind, submission: Submission?) throws {
    let found = try matter(written)
    #expect(found.kind == kind)
    #expect(found.submission == submission)
  }

  @Test(arguments: [
    ("related: false", RelatedRow(isListed: false)),
    ("related: [a.md]", RelatedRow(pins: ["a.md"])),
    ("related: {pins: a.md, exclude: [b.md]}", RelatedRow(pins: ["a.md"], excluded: ["b.md"])),
  ])
  func readsRelated(written: String, row: RelatedRow) throws {
    let related = try matter(written).related
    #expect(
      RelatedRow(
        isListed: related.isListed, pins: related.pins.map(\.value),
        excluded: related.excluded.map(\.value)) == row)
  }

  struct RelatedRow: Equatable, Sendable {
    var isListed = true
    var pins: [String] = []
    var excluded: [String] = []
  }

  @Test func readsDatesOfEveryKind() throws {
    let found = try matter(
      """
      lastmod: 2026-01-03
      publishDate: 2026-01-02 08:00
      expirydate: "2027-01-01"
      corrections: [{date: 2026-01-04, text: One}]
      updates: {date: 2026-01-05, text: Two}
      """)
    #expect(found.date?.iso8601 == "2026-01-02T00:00:00-05:00")
    #expect(found.updated?.iso8601 == "2026-01-03T00:00:00-05:00")
    #expect(found.publishDate?.iso8601 == "2026-01-02T08:00:00-05:00")
    #expect(found.expiryDate?.iso8601 == "2027-01-01T00:00:00-05:00")
    #expect(found.corrections.map(\.text) == ["One"])
    #expect(found.updates.map(\.date.iso8601) == ["2026-01-05T00:00:00-05:00"])
    #expect(try matter("embargoUntil: 2026-02-01").publishDate?.civil.date.month == 2)
  }

  @Test func readsTheRest() throws {
    let found = try matter(
      "draft: yes\naliases: /old/\nnoindex: true\nreadingTime: 7\nweight: -2\n"
        + "editors: Ingrid\nextra: {a: [1, x, null, false]}")
    #expect(found.isDraft)
    #expect(found.aliases.map(\.value) == ["/old/"])
    #expect(found.isHiddenFromSearch)
    #expect(found.readingMinutes == 7)
    #expect(found.order == -2)
    #expect(found.editors.map(\.value) == ["Ingrid"])
    #expect(found.extra == ["a": .list([.number("1"), .text("x"), .null, .bool(false)])])
  }

  /// Later stages find a value by its key's own name, whatever name was written.
  @Test func remembersPlacesByTheKeysOwnName() throws {
    let places = try matter("description: S\nTags:\n- a").places
    #expect(places["summary"] == Place(file: "Content/ai/story.md", line: 4, column: 14))
    #expect(places["tags"] == Place(file: "Content/ai/story.md", line: 5, column: 1, length: 4))
  }
}
