import Testing

@testable import SiteModel

/// Link slots are filled with paths for pages and full addresses for feeds.
@Suite struct BodyTests {
  static let base = BaseURL(origin: "https://news.example", path: "/tech")

  /// `<a href="">x</a>` and a picture with `alt="y"`, with the two slots.
  static var body: ArticleBody {
    var body = ArticleBody()
    body.html = Array("<a href=\"\">x</a> alt=\"y\"".utf8)
    let place = Place(file: "Content/ai/x.md")
    body.slots = [
      LinkSlot(offset: 9, purpose: .link, destination: "other.md", place: place),
      LinkSlot(offset: 16, purpose: .image, destination: "chart.png", place: place),
    ]
    body.slots[1].length = 8
    return body
  }

  static let picture = Picture(
    location: .site(Permalink("/ai/chart 1.png")), size: PixelSize(width: 40, height: 30))

  @Test(arguments: [
    (
      ResolvedLink.site(Permalink("/ai/other/"), suffix: "#a&b"), LinkStyle.path,
      "/tech/ai/other/#a&amp;b", "/tech/ai/chart%201.png"
    ),
    (
      .site(Permalink("/ai/other/"), suffix: ""), .absolute(page: Permalink("/ai/x/")),
      "https://news.example/tech/ai/other/", "https://news.example/tech/ai/chart%201.png"
    ),
    (.fragment("#part"), .path, "#part", "/tech/ai/chart%201.png"),
    (
      .fragment("#part"), .absolute(page: Permalink("/ai/x/")),
      "https://news.example/tech/ai/x/#part", "https://news.example/tech/ai/chart%201.png"
    ),
    (.unresolved("a\"b"), .path, "a&quot;b", "/tech/ai/chart%201.png"),
  ])
  func fills(link: ResolvedLink, style: LinkStyle, href: String, src: String) {
    let html = Self.body.html(links: [link, .picture(Self.picture)], base: Self.base, style: style)
    #expect(
      String(decoding: html, as: UTF8.self)
        == "<a href=\"\(href)\">x</a><img src=\"\(src)\" width=\"40\" height=\"30\" alt=\"y\">")
  }

  @Test("A picture elsewhere keeps its address, and has no size if none is known")
  func pictureElsewhere() {
    let picture = Picture(location: .elsewhere("https://cdn.example/a.png?b&c"))
    let html = Self.body.html(links: [.fragment("#a"), .picture(picture)], base: Self.base)
    #expect(
      String(decoding: html, as: UTF8.self)
        == "<a href=\"#a\">x</a><img src=\"https://cdn.example/a.png?b&amp;c\" alt=\"y\">")
  }

  @Test(arguments: [
    ("", ""), ("plain 東京", "plain 東京"), ("<a href=\"x\">", "&lt;a href=&quot;x&quot;&gt;"),
    ("R&D's", "R&amp;D&#39;s"), ("&amp;", "&amp;amp;"),
  ])
  func escapes(text: String, escaped: String) {
    #expect(htmlEscaped(text) == escaped)
  }
}
