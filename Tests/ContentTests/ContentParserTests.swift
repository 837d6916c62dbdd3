import SiteModel
import Testing

@testable import Content

struct ContentParserTests {
  @Test(arguments: [
    ("ai/x.md", ContentPath.Kind.article, "x"), ("ai/x/index.md", .article, "x"),
    ("ai/2014/03/x.md", .article, "x"), ("ai/2014/x/index.md", .article, "x"),
    ("ai/_index.md", .sectionPage, "ai"), ("ai/index.md", .sectionPage, "ai"),
    ("ai/2014/_index.md", .folderIndex, "2014"), ("_index.md", .rootIndex, "_index"),
    ("index.md", .rootIndex, "index"), ("about.md", .standingPage, "about"),
    ("pages/about.md", .standingPage, "about"), ("pages/about/index.md", .standingPage, "about"),
    ("pages/_index.md", .folderIndex, "pages"), ("authors/ada.md", .author, "ada"),
    ("authors/ada/index.md", .author, "ada"), ("authors/_index.md", .folderIndex, "authors"),
  ])
  func knowsFilesByTheirPath(source: String, kind: ContentPath.Kind, name: String) {
    let path = ContentPath(source)
    #expect(path.kind == kind)
    #expect(path.name == name)
  }

  @Test func parsesAnArticle() throws {
    let file = try parse("---\ntitle: T\ndate: 2026-01-02\n---\n\nText\n")
    let article = try #require(file.article)
    #expect(article.source == "ai/story.md")
    #expect(article.name == "story")
    #expect(String(decoding: article.body.html, as: UTF8.self).contains("Text"))
  }

  /// Jekyll's and Eleventy's names: the date is no part of the slug, and a date if none is given.
  @Test(arguments: [
    ("2014-03-12-coming-soon.md", "", "coming-soon", "2014-03-12T00:00:00-04:00"),
    ("2014-03-12-x/index.md", "", "x", "2014-03-12T00:00:00-04:00"),
    ("2014-03-12-x.md", "date: 2015-01-01", "x", "2015-01-01T00:00:00-05:00"),
    ("2014-13-12-x.md", "date: 2015-01-01", "2014-13-12-x", "2015-01-01T00:00:00-05:00"),
    ("2014-03-12-.md", "date: 2015-01-01", "2014-03-12-", "2015-01-01T00:00:00-05:00"),
  ])
  func readsDatesOfNames(file: String, line: String, name: String, date: String) throws {
    let parsed = try parse("---\ntitle: T\n\(line)\n---\n", at: "Content/ai/\(file)")
    let article = try #require(parsed.article)
    #expect(parsed.diagnostics == [])
    #expect(article.name == name)
    #expect(article.frontMatter.date?.iso8601 == date)
  }

  @Test func aWrongDateDoesNotGiveWayToTheName() throws {
    let file = try parse(
      "---\ntitle: T\ndate: soon\n---\n", at: "Content/ai/2014-03-12-x.md")
    #expect(file.isNothing)
    #expect(file.diagnostics.map(\.identifier) == [.frontMatterDate])
  }

  @Test func titlesOfDatedNamesComeFromTheName() throws {
    let file = try parse("---\nslug: x\n---\n", at: "Content/ai/2018-09-24-big-news.md")
    #expect(file.article?.frontMatter.title == "Big News")
    #expect(file.diagnostics.map(\.severity) == [.warning])
  }

  @Test func parsesPagesAndSections() throws {
    let page = try parse("---\ntitle: About\n---\nUs\n", at: "Content/pages/about.md")
    #expect(page.diagnostics == [])
    #expect(page.page?.name == "about")
    let section = try parse("---\norder: 2\n---\n", at: "Content/open-source/_index.md")
    #expect(section.diagnostics == [])
    #expect(section.section?.frontMatter.title == "Open Source")
    let untitled = try parse("---\norder: 2\n---\n", at: "Content/pages/a.md")
    #expect(untitled.diagnostics.map(\.identifier) == [.frontMatterRequired])
  }

  @Test func ignoresIndexFilesThatNoPageShows() throws {
    let home = try parse("Any text", at: "Content/_index.md")
    #expect(home.isNothing)
    #expect(home.diagnostics.map(\.severity) == [.note])
    #expect(try parse("Any text", at: "Content/ai/2014/_index.md").diagnostics == [])
  }

  @Test(arguments: [
    ("links: [{title: Site, url: 'https://a.example'}]", ["Site https://a.example"]),
    ("links: {Site: 'https://a.example'}", ["Site https://a.example"]), ("links:", []),
  ])
  func parsesAuthors(links: String, found: [String]) throws {
    let file = try parse(
      "---\nname: Ada\nrole: Editor\nphoto: ada.jpg\nphotoAlt: Ada\nemail: a@b.example\n"
        + "\(links)\n---\nBio\n", at: "Content/authors/ada.md")
    #expect(file.diagnostics == [])
    let author = try #require(file.author)
    #expect(author.id == "ada")
    #expect(author.name == "Ada")
    #expect(author.role == "Editor")
    #expect(author.photo?.value == "ada.jpg")
    #expect(author.email == "a@b.example")
    #expect(author.links.map { "\($0.title) \($0.url)" } == found)
    #expect(!author.body.html.isEmpty)
  }

  @Test(arguments: [
    Mistake("role: x", "1:1+1 error front-matter/required: an author's profile must have a name"),
    Mistake(
      "title: Ada\nphotos: x", "3:1+6 warning front-matter/unknown-key: unknown key \"photos\"",
      hint: "Did you mean \"photo\"?"),
    Mistake(
      "name: Ada\nlinks: [{title: x}]",
      "3:9+10 error front-matter/required: each of links needs title: and url:"),
  ])
  func saysWhatIsWrongWithAuthors(_ row: Mistake) throws {
    row.check(try parse("---\n\(row.input)\n---\n", at: "Content/authors/ada.md").diagnostics)
  }

  /// Readers' and sponsors' links pass on no reputation, and readers bring no raw HTML (E-9).
  @Test(
    arguments: [
      ("type: news", true, nil), ("type: submitted", false, "ugc nofollow"),
      ("submitted: Jo\ntype: opinion", false, "ugc nofollow"),
      ("type: sponsored", true, "sponsored nofollow"),
      ("sponsor: ACME", true, "sponsored nofollow"),
      ("sponsor: ACME\nsubmitted: true", false, "sponsored nofollow"),
    ] as [(String, Bool, String?)])
  func rendersTheTextByItsOrigin(line: String, allowsRawHTML: Bool, relation: String?) throws {
    var configuration = SiteConfiguration()
    configuration.markdown.allowsRawHTML = true
    let file = try parse(
      "---\ntitle: T\ndate: 2026-01-02\n\(line)\n---\n<b>Bold</b> [x](https://x.example)\n",
      configuration: configuration)
    let html = String(decoding: try #require(file.article).body.html, as: UTF8.self)
    #expect(html.contains("<b>") == allowsRawHTML)
    #expect(html.contains("rel=\"\(relation ?? "")") == (relation != nil))
  }
}
