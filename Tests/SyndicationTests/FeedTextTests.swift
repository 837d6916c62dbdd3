import SiteModel
import Testing

/// What becomes of a page's HTML in a feed (M-30).
struct FeedTextTests {
  private func feedText(of html: String) throws -> String? {
    var site = SampleSite(baseURL: "https://x.example/news")
    site.add("ai/one.md", html: html)
    let rss = try XMLElement.parse(text(of: "/feed.xml", in: site.build()))
    return rss.first("channel")?.first("item")?.text(of: "content:encoded")
  }

  @Test(
    "What only works on the page goes",
    arguments: [
      (
        "<h2 id=\"a\">Why <a class=\"anchor\" href=\"#a\" aria-label=\"Link to: Why\">#</a></h2>",
        "<h2 id=\"a\">Why</h2>"
      ),
      (
        "<div class=\"table\" tabindex=\"0\" role=\"region\">",
        "<div class=\"table\" role=\"region\">"
      ),
      ("a<script>if (a < b) { x(\"</p>\") }</script>b", "ab"),
      ("a<SCRIPT src=x></Script >b", "ab"),
      ("a<script>never closed", "a"),
      ("a<script>x</scripted></script\n>b", "ab"),
      ("<h2>a<a class=\"anchor\"><abbr>#</abbr></a></h2>", "<h2>a</h2>"),
      ("a<style>p { x: y }</style>b<!-- note > --->c<!doctype x>d", "abcd"),
      ("a<iframe src=\"https://v.example/\"></iframe>b", "ab"),
      ("<p style='color: red' onclick=\"go()\" CLASS=lead>x</p>", "<p CLASS=lead>x</p>"),
      ("a<link rel=stylesheet href=x><meta name=y>b", "ab"),
      (
        "<picture><source srcset=\"a.webp 2x\"><img src=\"https://c.example/a.png\" sizes=\"1px\">",
        "<picture><img src=\"https://c.example/a.png\">"
      ),
    ])
  func removed(html: String, expected: String) throws {
    #expect(try feedText(of: html) == expected)
  }

  @Test(
    "Addresses get scheme and host",
    arguments: [
      ("href=\"#note-1\"", "href=\"https://x.example/news/ai/one/#note-1\""),
      ("href=\"/about/?a=1&amp;b=2\"", "href=\"https://x.example/about/?a=1&amp;b=2\""),
      ("href=\"part.pdf\"", "href=\"https://x.example/news/ai/one/part.pdf\""),
      ("HREF='a\"b'", "href=\"https://x.example/news/ai/one/a&quot;b\""),
      ("href=//cdn.example/x", "href=\"https://cdn.example/x\""),
      ("href=\"mailto:a@b.example\"", "href=\"mailto:a@b.example\""),
      ("href=\"https://other.example/\"", "href=\"https://other.example/\""),
      ("href=\"\"", "href=\"https://x.example/news/ai/one/\""),
      ("href", "href"),
    ])
  func absolute(attribute: String, expected: String) throws {
    #expect(try feedText(of: "<a \(attribute)>x</a>") == "<a \(expected)>x</a>")
  }

  @Test(
    "Everything else stays, even what is no HTML",
    arguments: [
      "<p>a &lt; b &amp; c</p>\n<br />", "1 < 2 <> </p> <", "<p", "<p title=\"", "<p title='a>b'>",
      "<a class=\"anchored\">x</a>", "</script>", "<scripture>x</scripture>",
    ])
  func kept(html: String) throws {
    #expect(try feedText(of: html) == html.replacing(" />", with: ">"))
  }

  @Test("Links and pictures within the site are full addresses")
  func slots() throws {
    var site = SampleSite(baseURL: "https://x.example/news")
    let picture = site.addPicture("ai/chart.png", size: PixelSize(width: 4, height: 3))
    site.add("ai/one.md", html: "<a href=\"\">x</a> alt=\"\"<a href=\"\">y</a>") {
      let place = Place(file: "test")
      $0.body.slots = [
        LinkSlot(offset: 9, purpose: .link, destination: "../chips/two.md#why", place: place),
        LinkSlot(offset: 16, purpose: .image, destination: picture, place: place),
        LinkSlot(offset: 32, purpose: .link, destination: "#part", place: place),
      ]
      $0.body.slots[1].length = 7
      $0.body.fragments = ["part"]
    }
    site.add("chips/two.md") {
      $0.frontMatter.date = Timestamp(day: 1)
      $0.body.fragments = ["why"]
    }
    let rss = try XMLElement.parse(text(of: "/ai/feed.xml", in: site.build()))
    #expect(
      rss.first("channel")?.first("item")?.text(of: "content:encoded") == """
        <a href="https://x.example/news/chips/two/#why">x</a>\
        <img src="https://x.example/news/ai/chart.png" width="4" height="3" alt="">\
        <a href="https://x.example/news/ai/one/#part">y</a>
        """)
  }
}
