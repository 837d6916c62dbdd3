import SiteModel
import Testing

@testable import Deploying

/// Who is told of what.
@Suite struct NotifyPlanTests {
  private static var configuration: SiteConfiguration {
    var configuration = SiteConfiguration()
    configuration.feeds.hub = "https://hub.example/"
    configuration.indexNow = IndexNowSettings(key: "0123456789abcdef")
    return configuration
  }

  private static func list(_ feeds: [String: UInt64], _ pages: [String: String]) -> NotifyList {
    var list = NotifyList()
    (list.feeds, list.pages) = (feeds, pages)
    return list
  }

  private static let sitemap = """
    <?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url>
    <loc>https://a.example/x/?a=1&amp;b=2</loc>
    <lastmod>2025-03-01T00:00:00Z</lastmod>
    <image:image>
    <image:loc>https://a.example/x.jpg</image:loc>
    </image:image>
    </url>
    <url>
    <loc>https://a.example/tags/</loc>
    </url>
    </urlset>

    """

  @Test("Pages are read from the sitemaps, and feeds known by their names")
  func news() {
    let paths = ["feed.xml", "ai/atom.xml", "sitemap.xml", "index.html", "news-sitemap.xml"]
    let files = paths.map { PublishedFile(path: $0, size: 1, digest: 7) }
    let list = NotifyList(of: files) { path in
      path == "sitemap.xml" ? Array(Self.sitemap.utf8) : nil
    }
    #expect(list.feeds == ["feed.xml": 7, "ai/atom.xml": 7])
    #expect(
      list.pages == [
        "https://a.example/x/?a=1&b=2": "2025-03-01T00:00:00Z", "https://a.example/tags/": "",
      ])
    #expect(NotifyList(Array(list.text.utf8)) == list)
    #expect(NotifyList(Array(list.text.utf8.dropLast(9))) == nil)
  }

  @Test(
    "Only what is new, other than it was or gone is told",
    arguments: [
      // the day before, the day now; told as changed, as gone
      (nil, "1", ["a"], []), ("1", "1", [], []), ("1", "2", ["a"], []), ("1", nil, [], ["a"]),
      ("", "1", ["a"], []), ("", "", [], []),
    ] as [(String?, String?, [String], [String])])
  func pages(before: String?, now: String?, changed: [String], gone: [String]) {
    let known = Self.list([:], before.map { ["a": $0] } ?? [:])
    let news = Self.list([:], now.map { ["a": $0] } ?? [:])
    let plan = NotifyPlan(news, after: known, in: Self.configuration)
    #expect(plan.changed == changed && plan.gone == gone && plan.feeds == [])
    #expect(NotifyPlan(news, after: known, in: SiteConfiguration()).isEmpty)
  }

  @Test("A feed is told of when its bytes are others; one that is gone is not")
  func feeds() {
    let plan = NotifyPlan(
      Self.list(["a/feed.xml": 1, "feed.xml": 2], [:]),
      after: Self.list(["a/feed.xml": 1, "feed.xml": 1, "b/feed.xml": 1], [:]),
      in: Self.configuration)
    #expect(plan.feeds == ["feed.xml"])
  }

  @Test(
    "A message has at most 10,000 addresses",
    arguments: [(0, []), (1, [1]), (10_000, [10_000]), (20_001, [10_000, 10_000, 1])])
  func batches(count: Int, sizes: [Int]) {
    let pages = Dictionary(
      uniqueKeysWithValues: (0..<count).map { ("https://a.example/\($0)", "") })
    let plan = NotifyPlan(Self.list([:], pages), after: NotifyList(), in: Self.configuration)
    #expect(plan.batches.map(\.count) == sizes)
  }

  @Test(
    "A key has 8 to 128 letters, digits and hyphens",
    arguments: [
      ("0123456789abcdef", true), ("short", false), ("with_underscore", false),
      ("größe-größe", false), (String(repeating: "a", count: 129), false),
    ])
  func keys(text: String, isKey: Bool) {
    #expect(IndexNowSettings.isKey(text) == isKey)
  }
}
