import Foundation
import SiteModel
import Syndication
import Testing

/// The feeds in JSON.
struct JSONFeedTests {
  private func feed(of site: SampleSite, at path: String = "/feed.json") throws -> JSON {
    try JSONDecoder().decode(JSON.self, from: Data(text(of: path, in: site.build()).utf8))
  }

  @Test("M-33: a feed says what it is, and its entries have everything")
  func feed() throws {
    var site = SampleSite()
    site.configuration.feeds.hub = "https://hub.example/"
    let cover = site.addPicture("ai/chip.jpg", size: PixelSize(width: 1_600, height: 900))
    site.add("ai/one.md", html: "<p>\"Full\" text.</p>") {
      $0.frontMatter.summary = "AT&T <3"
      $0.frontMatter.authors = [Located("Ada")]
      $0.frontMatter.tags = [Located("Chips")]
      $0.frontMatter.cover = Cover(image: Located(cover))
    }
    #expect(
      try feed(of: site) == [
        "version": "https://jsonfeed.org/version/1.1", "title": "The Daily Chip",
        "home_page_url": "https://news.example/", "feed_url": "https://news.example/feed.json",
        "description": "News about computers.", "language": "en",
        "hubs": [["type": "WebSub", "url": "https://hub.example/"]],
        "items": [
          [
            "id": "https://news.example/ai/one/", "url": "https://news.example/ai/one/",
            "title": "A headline", "summary": "AT&T <3",
            "content_html": "<p>\"Full\" text.</p>",
            "image": "https://news.example/ai/chip.jpg",
            "date_published": "2025-03-18T14:20:00-04:00",
            "date_modified": "2025-03-18T14:20:00-04:00",
            "authors": [["name": "Ada", "url": "https://news.example/authors/ada/"]],
            "tags": ["AI", "Chips"],
          ]
        ],
      ])
  }

  @Test("M-33: an entry always has a text of one of the two kinds")
  func largeText() throws {
    var site = SampleSite()
    site.add("ai/one.md", html: String(repeating: "x", count: 1_000_001)) {
      $0.frontMatter.summary = "Summary."
    }
    let entry = try feed(of: site)["items"]?[0]
    #expect(entry?["content_html"] == nil)
    #expect(entry?["content_text"] == "Summary.")
  }

  @Test("A feed without articles has an empty list, two articles are two entries")
  func number() throws {
    var site = SampleSite()
    #expect(try feed(of: site)["items"] == [])
    site.add("ai/one.md")
    site.add("ai/two.md")
    guard case .list(let entries)? = try feed(of: site)["items"] else {
      Issue.record("no list")
      return
    }
    #expect(entries.count == 2)
  }
}
