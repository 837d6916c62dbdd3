import Testing

@testable import SiteModel

/// What is made of parsed files, where whole publications would be too coarse a measure.
@Suite struct SiteBuilderTests {
  /// An article of 1 January of a year, with changes.
  static func article(
    _ source: String, _ year: Int = 2025, _ change: (inout ParsedDocument) -> Void = { _ in }
  ) -> ParsedDocument {
    let name = source.split(separator: "/").last.map { String($0.dropLast(3)) } ?? source
    var matter = FrontMatter()
    matter.title = name
    matter.date = Timestamp(
      secondsSince1970: CivilDate(year: year, month: 1, day: 1).daysSince1970 * 86_400)
    var document = ParsedDocument(
      source: source, name: name, frontMatter: matter, body: ArticleBody())
    change(&document)
    return document
  }

  static func site(
    _ articles: [ParsedDocument], _ configuration: SiteConfiguration = SiteConfiguration()
  ) -> Site {
    var content = ParsedContent()
    content.articles = articles
    let now = Timestamp(secondsSince1970: 1_767_225_600)
    return SiteBuilder(configuration: configuration, edition: SiteBuilder.Edition(now: now))
      .build(content).site
  }

  @Test(
    "Reading time is 238 words or 500 CJK characters a minute, rounded up, at least one (E-3)",
    arguments: [
      (0, 0, 1), (1, 0, 1), (238, 0, 1), (239, 0, 2), (476, 0, 2), (477, 0, 3), (0, 500, 1),
      (0, 501, 2), (119, 250, 1), (119, 251, 2), (120, 250, 2), (23_800, 0, 100),
    ])
  func readingTime(words: Int, characters: Int, minutes: Int) {
    let document = Self.article("ai/x.md") {
      $0.body.wordCount = words
      $0.body.cjkCharacterCount = characters
    }
    #expect(Self.site([document]).articles.first?.readingMinutes == minutes)
  }

  @Test("Articles come newest first, those of one instant by their source, whatever their order")
  func order() {
    let articles = [
      Self.article("ai/b.md"), Self.article("chips/a.md", 2026), Self.article("ai/a.md"),
      Self.article("chips/c.md", 2024),
    ]
    let expected = ["chips/a.md", "ai/a.md", "ai/b.md", "chips/c.md"]
    #expect(Self.site(articles).articles.map(\.source) == expected)
    #expect(Self.site(articles.reversed()).articles.map(\.source) == expected)
  }

  @Test("The previous article of a section is the older one")
  func neighbours() {
    let site = Self.site([
      Self.article("ai/new.md", 2025), Self.article("chips/x.md", 2024),
      Self.article("ai/old.md", 2023),
    ])
    #expect(site.articles.map(\.previousInSection) == [2, nil, nil])
    #expect(site.articles.map(\.nextInSection) == [nil, nil, 0])
  }

  @Test("The archive follows the clock on the publication's wall")
  func archive() {
    let instant = CivilDate(year: 2025, month: 1, day: 1).daysSince1970 * 86_400
    let document = Self.article("ai/x.md") {
      $0.frontMatter.date = Timestamp(secondsSince1970: instant, utcOffset: -18_000)
    }
    let site = Self.site([document, Self.article("ai/y.md", 2023)])
    #expect(site.archive.years.map(\.year) == [2024, 2023])
    #expect(site.archive.months.first?.month == ArchiveMonth(year: 2024, month: 12))
    #expect(site.archive.articles(in: 2023) == [1])
    #expect(site.archive.articles(in: 1999) == [])
  }

  @Test(
    "The outline has a page for every so many articles of each list",
    arguments: [
      (0, []), (1, [1]), (2, [1]), (3, [1, 2]), (4, [1, 2]), (5, [1, 2, 3]),
    ] as [(Int, [Int])])
  func outline(count: Int, pages: [Int]) {
    var configuration = SiteConfiguration()
    configuration.pageSize = 2
    let articles = (0..<count).map { Self.article("ai/\($0).md") }
    let site = Self.site(articles, configuration)
    let found = site.outline.compactMap { page in
      if case .section(_, let number) = page { number } else { nil }
    }
    #expect(found == pages)
    #expect(Set(site.outline.map { site.permalink(of: $0) }).count == site.outline.count)
    #expect(pages.flatMap { site.articles(Array(0..<count), onPage: $0) } == Array(0..<count))
  }

  @Test("A wrong slug is the only thing that is said about it")
  func wrongSlugs() {
    var content = ParsedContent()
    content.articles = ["ai/a.md", "ai/b.md"].map { source in
      Self.article(source) { $0.frontMatter.slug = "../x" }
    }
    let now = Timestamp(secondsSince1970: 1_767_225_600)
    let builder = SiteBuilder(
      configuration: SiteConfiguration(), edition: SiteBuilder.Edition(now: now))
    let found = builder.build(content).diagnostics.map(\.identifier).filter { !$0.isLint }
    #expect(found == [.contentSlug, .contentSlug])
  }
}
