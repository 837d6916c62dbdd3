import SiteModel
import Syndication
import Testing

/// The sitemap for Google News.
struct NewsSitemapTests {
  /// A publication with an article on each of a few days, built on the evening of one of them.
  private func site(now day: Int, change: (inout SampleSite) -> Void = { _ in }) throws -> Site {
    var site = SampleSite()
    for day in 1...6 {
      site.add("ai/day\(day).md", title: "Day \(day)") {
        $0.frontMatter.date = Timestamp(day: day)
      }
    }
    change(&site)
    var built = try site.build()
    built.now = Timestamp(day: day, hour: 20)
    return built
  }

  private func titles(_ site: Site) throws -> [String?] {
    try XMLElement.parse(text(of: "/news-sitemap.xml", in: site)).all("url").map {
      $0.first("news:news")?.text(of: "news:title")
    }
  }

  @Test("M-21: it has what appeared within two days, with the name of the publication")
  func entries() throws {
    let site = try site(now: 4)
    let urls = try XMLElement.parse(text(of: "/news-sitemap.xml", in: site)).all("url")
    #expect(urls.map { $0.text(of: "loc") }.first == "https://news.example/ai/day4/")
    let news = try #require(urls.first?.first("news:news"))
    #expect(
      news.children.map(\.name) == ["news:publication", "news:publication_date", "news:title"])
    #expect(news.first("news:publication")?.text(of: "news:name") == "The Daily Chip")
    #expect(news.first("news:publication")?.text(of: "news:language") == "en")
    #expect(news.text(of: "news:publication_date") == "2025-03-04T09:00:00-04:00")
    #expect(try titles(site) == ["Day 4", "Day 3"])
    #expect(
      try text(of: "/robots.txt", in: site).hasSuffix(
        """
        Sitemap: https://news.example/sitemap.xml
        Sitemap: https://news.example/news-sitemap.xml

        """))
  }

  @Test(
    "M-21: Google knows a publication by its name without parentheses",
    arguments: [("The Wire (staging)", "The Wire"), ("(Almost) News", "(Almost) News")])
  func publicationName(title: String, name: String) throws {
    let site = try site(now: 4) { $0.configuration.title = title }
    let news = try XMLElement.parse(text(of: "/news-sitemap.xml", in: site)).first("url")?
      .first("news:news")
    #expect(news?.first("news:publication")?.text(of: "news:name") == name)
  }

  @Test("M-21: neither what was paid for is news, nor what search engines should not keep")
  func noNews() throws {
    let site = try site(now: 6) { site in
      site.add("ai/paid.md", title: "Paid") {
        $0.frontMatter.date = Timestamp(day: 6, hour: 12)
        $0.frontMatter.kind = .sponsored
        $0.frontMatter.sponsor = "ACME"
      }
      site.add("ai/hidden.md", title: "Hidden") {
        $0.frontMatter.date = Timestamp(day: 6, hour: 12)
        $0.frontMatter.isHiddenFromSearch = true
      }
    }
    #expect(try titles(site) == ["Day 6", "Day 5"])
  }

  @Test("M-22: without news there is no file, and robots.txt names none")
  func nothingNew() throws {
    let site = try site(now: 28)
    #expect(machineFiles(of: site)["/news-sitemap.xml"] == nil)
    #expect(try !text(of: "/robots.txt", in: site).contains("news-sitemap"))
  }

  @Test("M-21: the language is that of the article, in the two letters that Google News takes")
  func language() throws {
    for (tag, expected) in [("pt-BR", "pt"), ("zh-Hant-TW", "zh-tw"), ("zh", "zh-cn")] {
      let site = try site(now: 6) { $0.configuration.language = tag }
      #expect(try text(of: "/news-sitemap.xml", in: site).contains("<news:language>\(expected)<"))
    }
  }

  @Test("M-21: more than a thousand articles are spread over several files")
  func large() throws {
    let files = try NewsSitemap(site: site(now: 4), limits: Sitemap.Limits(addresses: 1)).files()
    #expect(
      files.map(\.permalink.path) == [
        "/news-sitemap.xml", "/news-sitemap-1.xml", "/news-sitemap-2.xml",
      ])
  }
}
