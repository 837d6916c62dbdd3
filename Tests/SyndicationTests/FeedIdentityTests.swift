import Foundation
import SiteModel
import Syndication
import Testing

/// What feed readers know articles by: under a new id they show an article a second time.
struct FeedIdentityTests {
  private func ids(_ change: (inout ParsedDocument) -> Void) throws -> [String?] {
    var sample = SampleSite(baseURL: "https://x.example/news")
    sample.add("ai/one.md", change)
    let site = try sample.build()
    let item = try XMLElement.parse(text(of: "/feed.xml", in: site)).first("channel")?.first("item")
    let entry = try XMLElement.parse(text(of: "/atom.xml", in: site)).first("entry")
    let json = try JSONDecoder().decode(
      JSON.self, from: Data(text(of: "/feed.json", in: site).utf8))
    guard case .text(let id) = json["items"]?[0]?["id"] else { return [] }
    return [item?.text(of: "guid"), entry?.text(of: "id"), id]
  }

  private let first = "https://x.example/news/ai/one/"

  @Test("M-30, M-32, M-33: neither a title, nor a date, nor a text changes the id")
  func edits() throws {
    let found = try ids {
      $0.frontMatter.title = "Another headline"
      $0.frontMatter.date = Timestamp(day: 2)
      $0.frontMatter.updated = Timestamp(day: 20)
      $0.body.html = Array("<p>Other text.</p>".utf8)
    }
    #expect(found == [first, first, first])
  }

  @Test(
    "M-30, M-32, M-33: an article that moves keeps the id of its first address",
    arguments: [["/ai/one/"], ["one"], ["/ai/one/", "/ai/two/"]])
  func moves(aliases: [String]) throws {
    let found = try ids {
      $0.frontMatter.slug = "three"
      $0.frontMatter.aliases = aliases.map { Located($0) }
    }
    #expect(found == [first, first, first])
  }

  @Test("M-30: an id that is no address any more does not say that it is one")
  func permalinks() throws {
    var sample = SampleSite()
    sample.add("ai/one.md")
    sample.add("ai/two.md") {
      $0.frontMatter.date = Timestamp(day: 1)
      $0.frontMatter.aliases = [Located("/old/")]
    }
    let channel = try XMLElement.parse(text(of: "/feed.xml", in: sample.build())).first("channel")
    let flags = channel?.all("item").map { $0.first("guid")?.attributes["isPermaLink"] }
    #expect(flags == ["true", "false"])
    #expect(channel?.all("item")[1].text(of: "link") == "https://news.example/ai/two/")
  }
}
