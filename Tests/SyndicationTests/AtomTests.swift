import SiteModel
import Syndication
import Testing

/// The feeds in Atom.
struct AtomTests {
  private func feed(of site: SampleSite, at path: String = "/atom.xml") throws -> XMLElement {
    let feed = try XMLElement.parse(text(of: path, in: site.build()))
    #expect(feed.name == "feed")
    return feed
  }

  @Test("M-32: a feed has an id for ever, what it is, and when it last changed")
  func feed() throws {
    var site = SampleSite()
    site.configuration.feeds.hub = "https://hub.example/?a=1&b=2"
    site.add("ai/one.md") { $0.frontMatter.updated = Timestamp(day: 21) }
    site.add("ai/two.md")
    let feed = try feed(of: site)
    #expect(
      feed.children.map(\.name) == [
        "id", "title", "subtitle", "updated", "link", "link", "link", "author", "entry", "entry",
      ])
    #expect(feed.attributes["xml:lang"] == "en")
    #expect(feed.text(of: "id") == "https://news.example/atom.xml")
    #expect(feed.text(of: "title") == "The Daily Chip")
    #expect(feed.text(of: "subtitle") == "News about computers.")
    #expect(feed.text(of: "updated") == "2025-03-21T09:00:00-04:00")
    #expect(feed.first("author")?.text(of: "name") == "The Daily Chip")
    #expect(
      feed.all("link").map(\.attributes) == [
        [
          "href": "https://news.example/atom.xml", "rel": "self", "type": "application/atom+xml",
        ],
        ["href": "https://news.example/", "rel": "alternate", "type": "text/html"],
        ["href": "https://hub.example/?a=1&b=2", "rel": "hub"],
      ])
  }

  @Test("M-32: an entry has everything, and its text as HTML")
  func entry() throws {
    var site = SampleSite()
    let cover = site.addPicture("ai/chip.jpg", size: PixelSize(width: 1_600, height: 900))
    site.add("ai/one.md", html: "<p>Full ]]&gt; text.]]></p>") {
      $0.frontMatter.summary = "AT&T <3"
      $0.frontMatter.language = "de"
      $0.frontMatter.authors = [Located("Ada")]
      $0.frontMatter.tags = [Located("Chips")]
      $0.frontMatter.updated = Timestamp(day: 21)
      $0.frontMatter.cover = Cover(image: Located(cover), credit: "Bo")
    }
    let entry = try #require(try feed(of: site).first("entry"))
    #expect(
      entry.children.map(\.name) == [
        "id", "title", "published", "updated", "link", "author", "category", "category",
        "summary", "content", "media:content",
      ])
    #expect(entry.attributes == ["xml:lang": "de"])
    #expect(entry.text(of: "id") == "https://news.example/ai/one/")
    #expect(entry.text(of: "published") == "2025-03-18T14:20:00-04:00")
    #expect(entry.text(of: "updated") == "2025-03-21T09:00:00-04:00")
    #expect(entry.text(of: "summary") == "AT&T <3")
    #expect(entry.first("content")?.attributes == ["type": "html"])
    #expect(entry.text(of: "content") == "<p>Full ]]&gt; text.]]></p>")
    #expect(entry.first("author")?.text(of: "name") == "Ada")
    #expect(entry.first("author")?.text(of: "uri") == "https://news.example/authors/ada/")
    #expect(entry.all("category").map { $0.attributes["term"] } == ["AI", "Chips"])
  }

  @Test("M-32: a feed without articles has the instant that no feed can have")
  func empty() throws {
    #expect(try feed(of: SampleSite()).text(of: "updated") == "1970-01-01T00:00:00Z")
  }
}
