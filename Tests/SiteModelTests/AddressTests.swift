import Testing

@testable import SiteModel

/// What addresses are made of, and what they are made to.
@Suite struct AddressTests {
  @Test(arguments: [
    ("Hello, World!", "hello-world"), ("  DeepSeek R1  ", "deepseek-r1"),
    ("Nvidia’s chips aren't cheap", "nvidias-chips-arent-cheap"),
    ("C++ and C#", "c-plus-plus-and-c-sharp"),
    ("C++", "c-plus-plus"), ("R&D", "r-and-d"), ("Zoë Übermut", "zoë-übermut"),
    ("東京の半導体", "東京の半導体"), ("AI：新しい波", "ai-新しい波"), ("हिन्दी", "हिन्दी"),
    ("a/../b", "a-b"), ("100 %", "100"), ("--a--", "a"), ("snake_case", "snake-case"),
    ("İstanbul", "i̇stanbul"),
  ])
  func slugs(name: String, slug: String) {
    #expect(Slug(name)?.text == slug)
    #expect(Slug(slug)?.text == slug)
  }

  @Test(arguments: ["", "   ", "!!!", "..", "/", "—", "🚀"])
  func noSlug(name: String) {
    #expect(Slug(name) == nil)
  }

  @Test(arguments: [
    ("/", "index.html", "/"), ("/ai/story/", "ai/story/index.html", "/ai/story/"),
    ("/feed.xml", "feed.xml", "/feed.xml"), ("/tags/c#/", "tags/c#/index.html", "/tags/c%23/"),
    ("/東/", "東/index.html", "/%E6%9D%B1/"), ("/a b?c/", "a b?c/index.html", "/a%20b%3Fc/"),
  ])
  func permalinks(path: String, file: String, encoded: String) {
    let permalink = Permalink(path)
    #expect(permalink.outputPath == file)
    #expect(permalink.encodedPath == encoded)
  }

  @Test(arguments: [
    ("https://news.example", "https://news.example", "", "news.example"),
    ("HTTPS://News.Example/", "https://news.example", "", "news.example"),
    ("http://localhost:1313/a/b//", "http://localhost:1313", "/a/b", "localhost"),
  ])
  func baseURLs(text: String, origin: String, path: String, host: String) throws {
    let base = try #require(BaseURL(text))
    #expect(base.origin == origin)
    #expect(base.path == path)
    #expect(base.host == host)
    #expect(base.href(Permalink("/ai/")) == "\(path)/ai/")
    #expect(base.absolute(Permalink("/ai/")) == "\(origin)\(path)/ai/")
  }

  @Test(arguments: [
    "", "news.example", "ftp://news.example", "https://", "https:///a", "https://a.example/?q",
    "https://a.example/#f", "https://a b.example", "javascript:alert(1)",
  ])
  func noBaseURL(text: String) {
    #expect(BaseURL(text) == nil)
  }

  @Test(arguments: [
    ("/:section/:slug/", "/ai/story/"), ("/:year/:month/:day/:slug/", "/2025/03/08/story/"),
    ("/news/:slug/", "/news/story/"), ("/:slug/", "/story/"), ("//:slug//", "/story/"),
    ("/:year-:month/:slug/", "/2025-03/story/"),
  ])
  func patterns(text: String, path: String) throws {
    let pattern = try PermalinkPattern(parsing: text)
    let date = CivilDate(year: 2025, month: 3, day: 8)
    #expect(pattern.permalink(section: "ai", slug: "story", date: date).path == path)
  }

  @Test(arguments: [
    ("/:section/", PermalinkPattern.Mistake.lacksSlug), (":slug/", .lacksSlashes),
    ("/:slug", .lacksSlashes), ("", .lacksSlashes), ("/:title/:slug/", .unknownPart(":title")),
    ("/:/:slug/", .unknownPart(":")),
  ])
  func wrongPatterns(text: String, mistake: PermalinkPattern.Mistake) {
    #expect(throws: mistake) { try PermalinkPattern(parsing: text) }
  }

  @Test(
    arguments: [
      ("autors", "authors"), ("TITLE", "title"), ("tilte", "title"), ("sumary", "summary"),
      ("xyzzy", nil), ("", nil), ("date", "date"),
    ] as [(String, String?)])
  func nearestNames(name: String, nearest: String?) {
    #expect(nearestName(to: name, in: ["title", "date", "authors", "summary"]) == nearest)
  }

  @Test("Of equally near names the first in the alphabet is offered, whatever their order")
  func nearestIsStable() {
    #expect(nearestName(to: "cat", in: ["hat", "bat"]) == "bat")
    #expect(nearestName(to: "cat", in: ["bat", "hat"]) == "bat")
  }
}
