import Publishing
import TestSupport
import Testing

/// Compressed files beside text files.
@Suite struct PrecompressionTests {
  private static func site() throws -> TemporarySite {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write(
      "sitegen.yaml", "title: Test\nprecompress: true\nredirects: [{from: /a/, to: /}]\n")
    try site.write("Content/ai/one.md", article("One"))
    try site.write("Content/ai/two.md", article("Two"))
    try site.write("Content/ai/data.csv", String(repeating: "1,2,3\n", count: 100))
    try site.write("Content/ai/small.txt", "Small.")
    try site.write("Content/ai/picture.png", PNG.black(side: 8))
    return site
  }

  private static func article(_ title: String) -> String {
    "---\ntitle: \(title)\ndate: 2025-01-01\n---\n\(String(repeating: "Words. ", count: 60))"
  }

  @Test("Text files have a smaller one of each kind beside them, and nothing else has")
  func files() async throws {
    let site = try Self.site()
    #expect(await site.build().succeeded)
    let files = site.files()
    for name in ["index.html", "ai/one/index.html", "ai/data.csv", "feed.xml", "404.html"] {
      let size = try #require(files[name]).count
      for ending in ["gz", "br"] {
        let compressed = try #require(files["\(name).\(ending)"], "\(name).\(ending)")
        #expect(compressed.count < size)
      }
    }
    // No name and no time: RFC 1952.
    #expect(files["feed.xml.gz"]?.prefix(10) == [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])
    for name in ["ai/picture.png", "_headers", "_redirects", "a/index.html"] {
      #expect(files[name] != nil, "\(name)")
      #expect(files["\(name).gz"] == nil, "\(name)")
    }
  }

  @Test("The same text gives the same bytes, and a rebuild compresses what changed")
  func rebuild() async throws {
    let site = try Self.site()
    #expect(await site.build().succeeded)
    #expect(await site.build().output.written == [])
    try site.write("Content/ai/two.md", Self.article("Two") + "More words.")
    let written = Set(await site.build { $0.jobs = 2 }.output.written)
    #expect(written.isSuperset(of: ["ai/two/index.html", "ai/two/index.html.gz"]))
    #expect(!written.contains("ai/one/index.html.br"))
    #expect(!written.contains("ai/data.csv.gz"))

    let fresh = try Self.site()
    try fresh.write("Content/ai/two.md", Self.article("Two") + "More words.")
    _ = await fresh.build()
    expectSame(site.files(), fresh.files(), "rebuilt")
  }

  @Test("A compressed file that is lost comes back, also of an article whose text is not at hand")
  func lost() async throws {
    let site = try Self.site()
    _ = await site.build()
    let files = site.files()
    for name in ["ai/one/index.html.br", "feed.xml.gz", "ai/data.csv.br"] {
      try site.remove("Site/\(name)")
    }
    let report = await site.build()
    #expect(
      Set(report.output.written) == ["ai/one/index.html.br", "feed.xml.gz", "ai/data.csv.br"])
    expectSame(site.files(), files, "after the loss")
  }

  @Test("Without the setting they are gone")
  func turnedOff() async throws {
    let site = try Self.site()
    _ = await site.build()
    try site.write("sitegen.yaml", "title: Test\n")
    #expect(await site.build().succeeded)
    #expect(site.files().keys.filter { $0.hasSuffix(".gz") || $0.hasSuffix(".br") } == [])
  }
}
