import Foundation
import SiteModel
import Testing

@testable import Content

/// Articles that were written for Jekyll, Eleventy and Hugo (`Fixtures/README.md`).
struct FixtureTests {
  @Test(arguments: [
    Row(
      "18f/2014-03-12-coming-soon.md", "coming-soon", "2014-03-12T10:11:00-04:00",
      ["image", "tumblr_url"], authors: 1, others: [.markdownRawHTML]),
    Row(
      "18f/2014-05-14-hacking-bureaucracy-improving-hiring-and-software.md",
      "hacking-bureaucracy-improving-hiring-and-software", "2014-05-14T11:02:00-04:00",
      [
        "<p>In the movies, hackers are often dangerous criminals w…", "image", "tumblr_url",
      ], authors: 2),
    Row(
      "18f/2014-12-10-great-community-turnout-for-open-source-hack-night.md",
      "great-community-turnout-for-open-source-hack-night", "2014-12-10T00:00:00-05:00",
      ["image"], authors: 1),
    Row(
      "18f/2016-03-23-how-to-integrate-the-draft-us-web-design-standards-into-existing-projects.md",
      "how-to-integrate-the-draft-us-web-design-standards-into-existing-projects",
      "2016-03-23T09:00:00-04:00", ["image"], authors: 3),
    Row(
      "18f/2020-06-30-transforming-how-dojs-civil-rights-division-engages-with-the-public.md",
      "transforming-how-dojs-civil-rights-division-engages-with-the-public",
      "2020-07-06T20:00:00-04:00", ["image", "image_alt"], authors: 6),
    Row(
      "digitalgov/2014-06-30-social-media-accessibility-issues-and-solutions.md",
      "social-media-accessibility-issues-and-solutions", "2014-06-30T10:00:10-04:00",
      ["topics"], authors: 1, others: [.frontMatterSyntax]),
    Row(
      "digitalgov/2015-09-02-https-and-other-ranking-factors-what-impacts-the-seo-of-government"
        + "-websites.md",
      "https-and-other-ranking-factors-what-impacts-the-seo-of-government-websites",
      "2015-09-02T10:00:43-04:00", ["topics"], authors: 1),
    Row(
      "digitalgov/2018-09-24-example.md", "example", "2018-09-24T12:01:00-04:00",
      ["deck", "source", "source_url"], authors: 0, others: [.frontMatterRequired]),
    Row(
      "digitalgov/2023-05-15-a-digital-accessibility-catalyst-for-your-next-policy-refresh.md",
      "a-digital-accessibility-catalyst-for-your-next-policy-refresh",
      "2023-05-15T15:51:00-04:00", ["deck", "primary_image", "topics"], authors: 1),
    Row(
      "digitalgov/2023-09-14-making-the-case-for-sentence-case-on-usagov-websites.md",
      "making-the-case-for-sentence-case-on-usagov-websites", "2023-09-05T10:53:00-04:00",
      ["deck", "source", "source_url", "topics"], authors: 0),
  ])
  func parsesWithWarningsAtMost(_ row: Row) throws {
    let parser = try parser
    let file = parser.parse("Content/posts/\(row.file)", try bytes(row.file))
    let article = try #require(file.article)
    #expect(article.name == row.name)
    #expect(article.frontMatter.date?.iso8601 == row.date)
    #expect(article.frontMatter.authors.count == row.authors)
    #expect(file.diagnostics.allSatisfy { $0.severity == .warning })
    let unknown = file.diagnostics.filter { $0.identifier == .frontMatterUnknownKey }
    #expect(unknown.map(\.summary).sorted() == row.unknown.map { "unknown key \"\($0)\"" })
    let others = file.diagnostics.filter { $0.identifier != .frontMatterUnknownKey }
    #expect(others.map(\.identifier) == row.others)
  }

  @Test func parsesASectionOfHugo() throws {
    let file = try parser.parse("Content/news/_index.md", try bytes("digitalgov/_index.md"))
    #expect(file.section?.frontMatter.title == "Blogs")
    #expect(file.section?.frontMatter.aliases.map(\.value) == ["/posts/"])
  }

  struct Row: Sendable, CustomTestStringConvertible {
    var file: String
    var name: String
    var date: String
    var unknown: [String]
    var authors: Int
    var others: [Diagnostic.Identifier]

    init(
      _ file: String, _ name: String, _ date: String, _ unknown: [String], authors: Int,
      others: [Diagnostic.Identifier] = []
    ) {
      self.file = file
      self.name = name
      self.date = date
      self.unknown = unknown
      self.authors = authors
      self.others = others
    }

    var testDescription: String { file }
  }

  private var parser: ContentParser {
    get throws {
      let zone = try #require(SiteTimeZone(identifier: "America/New_York"))
      return ContentParser(configuration: SiteConfiguration(), timeZone: zone)
    }
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    return try #require(contents(ofFile: "\(folder)/Fixtures/\(file)"))
  }
}
