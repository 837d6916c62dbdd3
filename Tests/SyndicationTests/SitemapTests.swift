import Foundation
import SiteModel
import TestSupport
import Testing

@testable import Syndication

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

  @Test("M-20: 120,000 pages fill two files and begin a third, and none is lost")
  func manyPages() throws {
    let files = Self.files((0..<120_000).map { "https://x.example/tags/t\($0)/" })
    #expect(files.map(\.permalink.path) == ["/sitemap.xml"] + (1...3).map { "/sitemap-\($0).xml" })
    #expect(files.map { Self.addresses(in: $0) } == [3, 50_000, 50_000, 20_000])
    // The first and the last of each file: what lies between is counted.
    for (file, range) in zip(files.dropFirst(), [0...49_999, 50_000...99_999, 100_000...119_999]) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.contains("/t\(range.lowerBound)/") && text.contains("/t\(range.upperBound)/"))
    }
  }

  @Test("M-20: a file ends before 50 MB, however few pages it has by then")
  func longAddresses() throws {
    let address = "https://x.example/" + String(repeating: "a", count: 2_000)
    let files = Self.files([String](repeating: address, count: 26_000))
    let sizes = files.dropFirst().map(\.bytes.count)
    #expect(sizes.count == 2 && sizes[0] > 49_990_000 && sizes[0] <= 50_000_000)
  }

  /// The files of generated entries, under the limits of the protocol.
  private static func files(_ addresses: [String]) -> [MachineFile] {
    let base = BaseURL(origin: "https://x.example", path: "")
    let writer = SitemapFiles(
      permalink: Permalink("/sitemap.xml"), namespace: "", base: base, limits: Sitemap.Limits())
    return writer.files(
      addresses.lazy.map { address in
        (bytes: Array("<url>\n<loc>\(address)</loc>\n</url>\n".utf8), modified: nil)
      })
  }

  private static func addresses(in file: MachineFile) -> Int {
    Data(file.bytes).split(separator: 0x0a).count { $0.starts(with: "<loc>".utf8) }
  }

  /// What `Tests/Browser` holds to the schemas; only a publication of more than 50,000 pages has it.
  @Test("M-20: the parts and the index are as recorded", arguments: ["sitemap", "news-sitemap"])
  func recorded(name: String) throws {
    var sample = SampleSite(baseURL: "https://x.example/r&d")
    let picture = sample.addPicture("ai/chip.jpg")
    for day in 1...4 {
      sample.add("ai/d\(day).md", title: "Day \(day) <of> 4 & more") {
        $0.frontMatter.date = Timestamp(day: day)
        $0.frontMatter.cover = day == 1 ? Cover(image: Located(picture)) : nil
      }
    }
    var site = try sample.build()
    site.now = Timestamp(day: 4, hour: 20)
    let files =
      name == "sitemap"
      ? Sitemap(site: site, limits: Sitemap.Limits(addresses: 5)).files()
      : NewsSitemap(site: site, limits: Sitemap.Limits(addresses: 1)).files()
    #expect(files.count == 3)
    for file in files {
      let golden = GoldenFile(
        "\(ProjectFolder.path)/Tests/SyndicationTests/Sitemaps\(file.permalink.path)")
      #expect(golden.difference(from: String(decoding: file.bytes, as: UTF8.self)) == nil)
    }
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
