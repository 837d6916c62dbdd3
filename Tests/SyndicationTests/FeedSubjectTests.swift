import SiteModel
import Syndication
import Testing

/// What can be followed, and in which formats.
struct FeedSubjectTests {
  private func site() throws -> Site {
    var site = SampleSite()
    for day in 1...3 {
      site.add("ai/day\(day).md", title: "Day \(day)") {
        $0.frontMatter.date = Timestamp(day: day)
        $0.frontMatter.authors = [Located("Ada")]
        $0.frontMatter.tags = [Located("Chips")]
        // The parts of a series are in the order of their numbers, its feed in that of time.
        $0.frontMatter.series = SeriesPart(name: Located("Fabs"), part: 4 - day)
      }
    }
    site.configuration.feeds.listSize = 2
    return try site.build()
  }

  @Test(
    "M-30, M-32, M-33: the publication, sections, tags, authors and series have feeds",
    arguments: [
      ("/", "The Daily Chip", 3), ("/ai/", "The Daily Chip: AI", 3),
      ("/tags/chips/", "The Daily Chip: Chips", 2), ("/authors/ada/", "The Daily Chip: Ada", 2),
      ("/series/fabs/", "The Daily Chip: Fabs", 2),
    ])
  func subjects(home: String, title: String, count: Int) throws {
    let site = try site()
    let rss = try XMLElement.parse(text(of: "\(home)feed.xml", in: site)).first("channel")
    #expect(rss?.text(of: "title") == title)
    #expect(
      rss?.all("item").map { $0.text(of: "title") }
        == ["Day 3", "Day 2", "Day 1"].prefix(count).map(\.self))
    let atom = try XMLElement.parse(text(of: "\(home)atom.xml", in: site))
    #expect(atom.all("entry").count == count)
    #expect(try text(of: "\(home)feed.json", in: site).contains("\"title\":\"\(title)\""))
  }

  @Test("M-34: pages offer the feeds of the publication and of what they are about")
  func offered() throws {
    let site = try site()
    #expect(site.feedSubject(of: .article(0)) == .section(0))
    #expect(site.feedSubject(of: .term(0, term: 0, page: 1)) == .term(0, 0))
    #expect(site.feedSubject(of: .series(0)) == .series(0))
    #expect(site.feedSubject(of: .archive) == nil)
  }
}
