import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// Pictures from the folder of an article to the files of the publication.
@Suite struct PictureTests {
  /// A site with an article whose text is given, and a picture beside it.
  static func site(_ text: String, cover: Bool = true) throws -> TemporarySite {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write(
      "sitegen.yaml", "title: Test\nbaseURL: https://n.example\ncheck: {metadata: off}\n")
    let front = cover ? "cover: {image: cover.png, alt: A}\n" : ""
    try site.write(
      "Content/ai/story/index.md", "---\ntitle: Story\ndate: 2025-01-01\n\(front)---\n\n\(text)\n")
    if cover { try site.write("Content/ai/story/cover.png", PNG.black(side: 40)) }
    return site
  }

  static func pictures(of site: TemporarySite) -> [String] {
    site.files().keys.filter { $0.hasPrefix("assets/pictures/") }.sorted()
  }

  @Test("Copies take the place of a cover, in three formats and three shapes for search engines")
  func copies() async throws {
    let site = try Self.site("Text.")
    let report = await site.build()
    #expect(report.shownDiagnostics == "")
    let names = Self.pictures(of: site).map { name in
      name.split(separator: "/").last.map { part in
        part.split(separator: ".").enumerated().map { $0 == 1 ? "HASH" : String($1) }
          .joined(separator: ".")
      } ?? ""
    }
    #expect(
      names == [
        "card.HASH.png", "cover-16x9.HASH.jpg", "cover-1x1.HASH.jpg", "cover-40.HASH.avif",
        "cover-40.HASH.png", "cover-40.HASH.webp", "cover-4x3.HASH.jpg",
      ])
    #expect(site.files()["ai/story/cover.png"] == nil)
  }

  @Test("The original is published where a text links to it")
  func linkedOriginal() async throws {
    let site = try Self.site("See [the picture](cover.png).")
    #expect(await site.build().shownDiagnostics == "")
    #expect(site.files()["ai/story/cover.png"] == PNG.black(side: 40))
  }

  @Test("Without processing pictures are published as they are, and no card is drawn")
  func unprocessed() async throws {
    let site = try Self.site("![A](cover.png)")
    try site.write(
      "sitegen.yaml", "title: Test\nimages: {process: false}\ncheck: {metadata: off}\n")
    #expect(await site.build().shownDiagnostics == "")
    #expect(Self.pictures(of: site) == [])
    #expect(site.files()["ai/story/cover.png"] == PNG.black(side: 40))
    #expect(site.page("ai/story/index.html").contains("<img src=\"/ai/story/cover.png\""))
  }

  @Test("Only the newest articles without a cover get a card, whatever was built before")
  func newestCards() async throws {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write(
      "sitegen.yaml", "title: Test\nbaseURL: https://n.example\nimages: {cards: 2}\n")
    func add(_ day: Int) throws {
      try site.write("Content/ai/day\(day).md", "---\ntitle: Day\ndate: 2025-01-0\(day)\n---\n")
    }
    func days() -> [String] {
      Self.pictures(of: site).map { String($0.split(separator: "/")[3]) }
    }
    for day in [1, 3, 4] { try add(day) }
    _ = await site.build()
    #expect(days() == ["day3", "day4"])
    try add(5)
    _ = await site.build()
    #expect(days() == ["day4", "day5"])
    let rebuilt = site.files()
    _ = await site.build { $0.cache = nil }
    expectSame(site.files(), rebuilt, "the same as without a cache")
  }

  @Test("A picture in a text offers every format, and its size")
  func figure() async throws {
    let site = try Self.site("![A chart](cover.png)")
    _ = await site.build()
    let page = site.page("ai/story/index.html")
    let picture = try #require(page.split(separator: "<picture>").dropFirst().first)
    for part in [
      "<source type=\"image/avif\" srcset=\"/assets/pictures/ai/story/cover-40.",
      "<source type=\"image/webp\" srcset=\"/assets/pictures/ai/story/cover-40.",
      "<img src=\"/assets/pictures/ai/story/cover-40.", ".png 40w\" sizes=\"auto, ",
      "width=\"40\" height=\"40\"",
      "alt=\"A chart\" loading=\"lazy\" decoding=\"async\"></picture>",
    ] {
      #expect(picture.contains(part))
    }
  }

  @Test("E-7: a picture that only a draft shows is not published, wherever it lies")
  func pictureOfDraft() async throws {
    let site = try Self.site("![A](../shared.png)", cover: false)
    for (name, side) in [("shared", 8), ("secret", 9), ("other", 10)] {
      try site.write("Content/ai/\(name).png", PNG.black(side: side))
    }
    try site.write(
      "Content/ai/draft.md",
      "---\ntitle: Draft\ndate: 2025-01-01\ndraft: true\ncover: {image: secret.png, alt: A}\n---\n\n"
        + "![A](shared.png) [A](secret.png)\n")
    #expect(await site.build().shownDiagnostics.contains("draft") == false)
    let files = site.files().keys.filter { $0.hasSuffix(".png") }.sorted()
    #expect(files.filter { $0.contains("secret") } == [])
    #expect(files.contains("ai/other.png"))
    #expect(files.contains { $0.hasPrefix("assets/pictures/ai/shared-8.") })
    _ = await site.build { $0.includesDrafts = true }
    #expect(site.files().keys.contains { $0.hasPrefix("assets/pictures/ai/secret-9.") })
  }

  @Test("A second build encodes nothing and writes nothing")
  func secondBuild() async throws {
    let site = try Self.site("![A](cover.png)")
    let images = "\(site.path)/images"
    _ = await site.build { $0.images = images }
    let entries = try FileManager.default.contentsOfDirectory(atPath: images)
    #expect(entries.count == Self.pictures(of: site).count)
    try site.remove("images")
    let again = await site.build { $0.images = images }
    #expect(again.output.written == [])
    #expect(!FileManager.default.fileExists(atPath: images))
    // What the output lost comes back, from the cache or made anew.
    let before = site.files()
    try site.remove("Site/\(Self.pictures(of: site)[0])")
    _ = await site.build { $0.images = images }
    expectSame(site.files(), before, "a picture was removed")
  }

  @Test("One job or four, the bytes are the same")
  func jobs() async throws {
    let site = try Self.site("![A](cover.png)")
    for number in 0..<6 {
      try site.write("Content/ai/story/p\(number).png", PNG.black(side: 30 + number))
      try site.write(
        "Content/ai/s\(number).md",
        "---\ntitle: S\ndate: 2025-01-01\ncover: {image: story/p\(number).png, alt: A}\n---\n\nText.\n"
      )
    }
    for jobs in [1, 4] {
      _ = await site.build {
        $0.jobs = jobs
        $0.cache = nil
        $0.output = "\(site.path)/with-\(jobs)"
        $0.images = "\(site.path)/images-\(jobs)"
      }
    }
    #expect(site.files(below: "with-1").count > 40)
    expectSame(site.files(below: "with-4"), site.files(below: "with-1"), "4 jobs")
  }

  @Test("A drawing loses what could run, whether or not a text shows it")
  func drawing() async throws {
    let site = try Self.site("![A](chart.svg)", cover: false)
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"30\" onload=\"steal()\">"
      + "<script>steal()</script><rect width=\"40\" height=\"30\"/></svg>"
    for name in ["chart", "unused"] { try site.write("Content/ai/story/\(name).svg", drawing) }
    #expect(await site.build().shownDiagnostics == "")
    for name in ["chart", "unused"] {
      let text = site.page("ai/story/\(name).svg")
      #expect(text.contains("<rect") && !text.contains("steal"))
    }
    #expect(
      site.page("ai/story/index.html").contains(
        "<img src=\"/ai/story/chart.svg\" width=\"40\" height=\"30\""))
  }
}
