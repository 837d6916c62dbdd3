import SiteModel
import Syndication
import Testing

/// The sitemap and `robots.txt`, as a crawler sees them.
struct SitemapTests {
  private func urls(of site: Site) throws -> [XMLElement] {
    let urlset = try XMLElement.parse(text(of: "/sitemap.xml", in: site))
    #expect(urlset.name == "urlset")
    return urlset.all("url")
  }

  @Test("M-20: every page that search engines may keep, with an honest date")
  func pages() throws {
    var site = SampleSite(baseURL: "https://x.example/news")
    site.configuration.pageSize = 1
    site.addPage("about")
    site.addPage("corrections") { $0.frontMatter.updated = Timestamp(day: 1) }
    site.add("ai/one.md") {
      $0.frontMatter.date = Timestamp(day: 1)
      $0.frontMatter.corrections = [DatedNote(date: Timestamp(day: 28), text: "Wrong.")]
      $0.frontMatter.authors = [Located("Ada")]
    }
    site.add("ai/two.md") {
      $0.frontMatter.date = Timestamp(day: 2)
      $0.frontMatter.aliases = [Located("/old-two/")]
      $0.frontMatter.tags = [Located("Chips")]
      $0.frontMatter.series = SeriesPart(name: Located("Saga"))
    }
    let entries = try urls(of: site.build()).map {
      [$0.text(of: "loc"), $0.text(of: "lastmod")].compactMap(\.self).joined(separator: " ")
    }
    #expect(
      entries.map { $0.dropFirst("https://x.example/news".count) } == [
        "/ 2025-03-02T09:00:00-04:00",
        "/ai/two/ 2025-03-02T09:00:00-04:00",
        "/ai/one/ 2025-03-28T09:00:00-04:00",
        "/ai/ 2025-03-02T09:00:00-04:00",
        "/tags/ 2025-03-02T09:00:00-04:00",
        "/tags/chips/ 2025-03-02T09:00:00-04:00",
        "/authors/ 2025-03-02T09:00:00-04:00",
        "/authors/ada/ 2025-03-28T09:00:00-04:00",
        "/series/ 2025-03-02T09:00:00-04:00",
        "/series/saga/ 2025-03-02T09:00:00-04:00",
        "/archive/ 2025-03-02T09:00:00-04:00",
        "/archive/2025/ 2025-03-02T09:00:00-04:00",
        "/archive/2025/03/ 2025-03-02T09:00:00-04:00",
        "/about/",
        "/corrections/ 2025-03-28T09:00:00-04:00",
      ])
  }

  @Test("M-20: what is hidden, or kept elsewhere, stays out")
  func hidden() throws {
    var site = SampleSite()
    site.addPage("thanks") { $0.frontMatter.isHiddenFromSearch = true }
    site.add("ai/hidden.md") { $0.frontMatter.isHiddenFromSearch = true }
    site.add("ai/syndicated.md") { $0.frontMatter.canonical = "https://other.example/a" }
    site.add("ai/own.md") { $0.frontMatter.canonical = "https://news.example/ai/own/" }
    let addresses = try urls(of: site.build()).compactMap { $0.text(of: "loc") }
    #expect(
      addresses.filter { $0.contains("/ai/") && $0 != "https://news.example/ai/" }
        == ["https://news.example/ai/own/"])
    #expect(!addresses.contains("https://news.example/thanks/"))
  }

  @Test("M-20: addresses are percent-encoded and escaped")
  func encoding() throws {
    var site = SampleSite(baseURL: "https://x.example/r&d")
    site.add("ai/量子.md")
    #expect(
      try urls(of: site.build())[1].text(of: "loc")
        == "https://x.example/r&d/ai/%E9%87%8F%E5%AD%90/")
  }

  @Test("M-23: the pictures of an article that lie on the site, each once")
  func pictures() throws {
    var site = SampleSite()
    let cover = site.addPicture("ai/chip.jpg")
    let chart = site.addPicture("ai/chart.png")
    site.add("ai/one.md", html: "<img><img><img>") {
      $0.frontMatter.cover = Cover(image: Located(cover))
      let pictures = [chart, cover, "https://cdn.example/x.png"]
      $0.body.slots = zip([4, 9, 14], pictures).map { offset, picture in
        LinkSlot(
          offset: offset, purpose: .image, destination: picture, place: Place(file: "test"))
      }
    }
    let images = try urls(of: site.build())[1].all("image:image")
    #expect(
      images.map { $0.text(of: "image:loc") } == [
        "https://news.example/ai/chip.jpg", "https://news.example/ai/chart.png",
      ])
  }

  @Test(
    "M-20: beyond the limits there are parts and an index",
    arguments: [
      Sitemap.Limits(addresses: 3), Sitemap.Limits(bytes: 700),
      Sitemap.Limits(addresses: 1), Sitemap.Limits(bytes: 1),
    ])
  func split(limits: Sitemap.Limits) throws {
    var sample = SampleSite(baseURL: "https://x.example/news")
    for day in 1...9 { sample.add("ai/d\(day).md") { $0.frontMatter.date = Timestamp(day: day) } }
    let site = try sample.build()
    let files = Sitemap(site: site, limits: limits).files()
    let index = try XMLElement.parse(String(decoding: files[0].bytes, as: UTF8.self))
    #expect(index.name == "sitemapindex")
    #expect(files[0].permalink == Permalink("/sitemap.xml"))
    #expect(
      index.all("sitemap").compactMap { $0.text(of: "loc") }
        == files.dropFirst().map { site.configuration.baseURL.absolute($0.permalink) })
    #expect(index.all("sitemap")[0].text(of: "lastmod") == "2025-03-09T09:00:00-04:00")

    var found: [XMLElement] = []
    for part in files.dropFirst() {
      let urls = try XMLElement.parse(String(decoding: part.bytes, as: UTF8.self)).all("url")
      #expect(!urls.isEmpty && urls.count <= limits.addresses)
      #expect(part.bytes.count <= limits.bytes || urls.count == 1)
      found += urls
    }
    let whole = try urls(of: site)
    #expect(found.map { $0.text(of: "loc") } == whole.map { $0.text(of: "loc") })
  }

  @Test("M-24: robots.txt names the sitemap by its full address")
  func robots() throws {
    let site = try SampleSite(baseURL: "https://x.example/news").build()
    #expect(
      try text(of: "/robots.txt", in: site) == """
        User-agent: *
        Disallow:

        Sitemap: https://x.example/news/sitemap.xml

        """)
  }
}
