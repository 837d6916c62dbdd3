import Foundation
import SiteModel
import Syndication
import Testing

/// The small files that programs look for.
struct MachineFileTests {
  @Test("M-24: without a word on them, crawlers may read everything")
  func robots() throws {
    #expect(
      try text(of: "/robots.txt", in: SampleSite().build()) == """
        User-agent: *
        Disallow:

        Sitemap: https://news.example/sitemap.xml

        """)
  }

  @Test("M-24: kinds of crawlers and single ones can be refused")
  func refusedCrawlers() throws {
    var site = SampleSite()
    site.configuration.crawlers.training = .refuse
    site.configuration.crawlers.refused = ["NosyBot"]
    let robots = try text(of: "/robots.txt", in: site.build())
    let groups = robots.components(separatedBy: "\n\n")
    #expect(groups[0] == "User-agent: *\nDisallow:")
    let refused = groups[1].split(separator: "\n")
    #expect(refused.first == "User-agent: NosyBot" && refused.last == "Disallow: /")
    #expect(refused.contains("User-agent: GPTBot") && refused.contains("User-agent: CCBot"))
    #expect(!robots.contains("ChatGPT-User"), "answers are another matter")
    site.configuration.crawlers.answers = .refuse
    #expect(try text(of: "/robots.txt", in: site.build()).contains("User-agent: ChatGPT-User\n"))
  }

  @Test("M-50: security.txt says whom to tell, until when, and where it belongs")
  func security() throws {
    var site = SampleSite()
    #expect(try machineFiles(of: site.build())["/.well-known/security.txt"] == nil)
    var security = SecurityContact(
      expires: Located(Timestamp(secondsSince1970: 1_798_761_600), at: Place(file: "test")))
    security.contacts = ["mailto:security@news.example", "https://news.example/security/"]
    security.languages = ["en", "de"]
    security.policy = "https://news.example/disclosure/"
    site.configuration.security = security
    #expect(
      try text(of: "/.well-known/security.txt", in: site.build()) == """
        Contact: mailto:security@news.example
        Contact: https://news.example/security/
        Expires: 2027-01-01T00:00:00Z
        Preferred-Languages: en, de
        Canonical: https://news.example/.well-known/security.txt
        Policy: https://news.example/disclosure/

        """)
  }

  @Test("M-53: llms.txt names the sections and the newest articles, but none that was paid for")
  func guide() throws {
    var site = SampleSite()
    site.addPage("about") { $0.frontMatter.title = "About us" }
    site.add("ai/one.md", title: "Chips [again]") { $0.frontMatter.summary = "What\nhappened." }
    site.add("ai/paid.md") {
      $0.frontMatter.kind = .sponsored
      $0.frontMatter.sponsor = "ACME"
    }
    site.add("ai/hidden.md") { $0.frontMatter.isHiddenFromSearch = true }
    #expect(
      try text(of: "/llms.txt", in: site.build()) == """
        # The Daily Chip

        > News about computers.

        ## Sections

        - [AI](https://news.example/ai/)

        ## Newest articles

        - [Chips \\[again\\]](https://news.example/ai/one/): What happened.

        ## About the publication

        - [About us](https://news.example/about/)

        ## Optional

        - [Feed](https://news.example/feed.json): the newest articles in full, as JSON
        - [Archive](https://news.example/archive/): all articles by month
        - [Sitemap](https://news.example/sitemap.xml)

        """)
  }

  @Test("M-43: the web manifest has the theme's icons under the addresses that they have")
  func manifest() throws {
    let site = try SampleSite(baseURL: "https://x.example/news").build()
    let files = MachineFiles(
      site: site, assets: ["icons/icon-192.png": Permalink("/assets/icons/icon-192.abc.png")])
    let file = try #require(
      files.otherFiles().first { $0.permalink.path == "/site.webmanifest" })
    let manifest = try JSONDecoder().decode(JSON.self, from: Data(file.bytes))
    #expect(manifest["name"] == "The Daily Chip")
    #expect(manifest["start_url"] == "/news/" && manifest["scope"] == "/news/")
    #expect(
      manifest["icons"] == [
        [
          "src": "/news/assets/icons/icon-192.abc.png", "sizes": "192x192", "type": "image/png",
        ]
      ])
  }
}
