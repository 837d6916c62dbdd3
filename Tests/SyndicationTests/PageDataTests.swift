import SiteModel
import Syndication
import Testing

/// What pages other than articles tell search engines.
struct PageDataTests {
  private static func site() throws -> Site {
    var site = SampleSite()
    site.configuration.pageSize = 2
    site.addPage("about")
    site.addPage("contact")
    site.addPage("terms-of-service")
    site.addAuthor("ada", name: "Ada Zhang") {
      $0.role = "Chips editor"
      $0.body.plainText = "Ada writes about chips.\nAnd cats."
      $0.links = [
        AuthorLink(title: "Home", url: "https://ada.example/"),
        AuthorLink(title: "Mail", url: "mailto:ada@news.example"),
      ]
    }
    for number in 1...3 {
      site.add("ai/story\(number).md", title: "Story \(number)") {
        $0.frontMatter.date = Timestamp(day: number)
        $0.frontMatter.authors = [Located("ada")]
        $0.frontMatter.tags = [Located("Chips")]
        $0.frontMatter.series = SeriesPart(name: Located("Saga"))
        $0.frontMatter.aliases = number == 1 ? [Located("/old/")] : []
      }
    }
    return try site.build()
  }

  @Test("M-6: an author's page is the profile of a person")
  func profile() throws {
    let page = try structuredData(for: .author(0, page: 1), in: Self.site())
    #expect(
      page["ProfilePage"]?["mainEntity"] == [
        "@type": "Person", "@id": "https://news.example/authors/ada/#author", "name": "Ada Zhang",
        "url": "https://news.example/authors/ada/", "jobTitle": "Chips editor",
        "description": "Ada writes about chips.", "sameAs": ["https://ada.example/"],
        "worksFor": ["@id": "https://news.example/#publisher"],
      ])
  }

  @Test("M-7: the front page describes the site and its publisher")
  func home() throws {
    let page = try structuredData(for: .home, in: Self.site())
    let site = try #require(page["WebSite"])
    #expect(site["url"] == "https://news.example/")
    #expect(site["name"] == "The Daily Chip")
    #expect(site["publisher"]?["@type"] == "NewsMediaOrganization")
    #expect(site["publisher"]?["ownershipFundingInfo"] == "https://news.example/about/")
    #expect(page.count == 1)
  }

  @Test("M-7: the pages of a list count on")
  func list() throws {
    let site = try Self.site()
    let first = try structuredData(for: .section(0, page: 1), in: site)["CollectionPage"]
    let items = first?["mainEntity"]?["itemListElement"]
    #expect(
      items?[0] == [
        "@type": "ListItem", "position": 1, "url": "https://news.example/ai/story3/",
      ])
    #expect(items?[1]?["position"] == 2)
    #expect(items?[2] == nil)

    let second = try structuredData(for: .section(0, page: 2), in: site)["CollectionPage"]
    #expect(second?["url"] == "https://news.example/ai/page/2/")
    #expect(
      second?["mainEntity"]?["itemListElement"] == [
        ["@type": "ListItem", "position": 3, "url": "https://news.example/ai/story1/"]
      ])
  }

  @Test(
    "M-7: breadcrumbs lead from the list that a page belongs to",
    arguments: [
      (SitePage.article(0), ["AI", "Story 3"]),
      (.term(0, term: 0, page: 2), ["Tags", "Chips"]),
      (.author(0, page: 1), ["Authors", "Ada Zhang"]),
      (.series(0), ["Series", "Saga"]),
      (.archiveMonth(ArchiveMonth(year: 2025, month: 3), page: 1), ["Archive", "2025", "2025-03"]),
    ])
  func breadcrumbs(page: SitePage, names: [String]) throws {
    let site = try Self.site()
    let trail = try structuredData(for: page, in: site)["BreadcrumbList"]
    let steps = try #require(trail?["itemListElement"])
    for (index, name) in names.enumerated() {
      #expect(steps[index]?["position"] == .number(index + 1))
      #expect(steps[index]?["name"] == .text(name))
    }
    #expect(steps[names.count] == nil)
    let address = site.configuration.baseURL.absolute(site.permalink(of: page))
    #expect(steps[names.count - 1]?["item"] == .text(address))
  }

  @Test(
    "M-7: standing pages", arguments: zip(0...2, ["AboutPage", "ContactPage", "WebPage"]))
  func standing(index: Int, type: String) throws {
    let site = try Self.site()
    let page = try structuredData(for: .standing(index), in: site)
    #expect(page[type]?["name"] == .text(site.pages[index].frontMatter.title))
  }

  @Test("Error pages and redirects say nothing")
  func silent() throws {
    let data = try StructuredData(site: Self.site(), assets: [:])
    #expect(data.script(for: .notFound).isEmpty)
    #expect(data.script(for: .redirect(0)).isEmpty)
  }

  @Test("Every page of a site below a sub-path, even an empty one, gives data that can be read")
  func everyPage() throws {
    var sample = try Self.site()
    sample.configuration.baseURL = BaseURL(origin: "https://x.example", path: "/news")
    let empty = try SampleSite(baseURL: "https://x.example/news").build()
    for site in [sample, empty] {
      for page in site.outline {
        let data = try structuredData(for: page, in: site)
        for url in data.values.compactMap({ $0["url"] }) {
          guard case .text(let text) = url else { continue }
          #expect(text.hasPrefix("https://x.example/news/"))
        }
      }
    }
  }
}
