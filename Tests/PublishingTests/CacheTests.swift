import Foundation
import SiteModel
import TestSupport
import Testing

@testable import Content
@testable import Publishing

/// What the cache saves, what it never hides, and that nothing depends on it.
@Suite struct CacheTests {
  static let cache = ".sitegen/build.cache"

  @Test("A build after which nothing changed is over when that is seen, and says the same")
  func nothingChanged() async throws {
    let site = try RebuildTests.site()
    try site.write("Content/ai/story-1.md", site.text(of: "Content/ai/story-2.md") + "<b>")
    let first = await site.build()
    let dates = try site.modificationDates()
    let second = await site.build { $0.jobs = 2 }
    #expect(second.stages.map(\.name) == ["recall", "list"])
    #expect(second.shownDiagnostics == first.shownDiagnostics)
    #expect(first.shownDiagnostics.contains("markdown/raw-html"))
    #expect(second.output.written == [])
    #expect(second.output.unchanged == first.output.total)
    #expect(second.articles == first.articles && second.pages == first.pages)
    #expect(try site.modificationDates() == dates)
  }

  @Test("A warning about a file that was not parsed again is told again")
  func warningsAreReplayed() async throws {
    let site = try RebuildTests.site()
    try site.write("Content/ai/story-1.md", site.text(of: "Content/ai/story-2.md") + "<b>")
    let first = await site.build()
    try site.write("Content/ai/story-3.md", site.text(of: "Content/ai/story-3.md") + "\nMore.\n")
    let second = await site.build()
    #expect(second.stages.count > 1)
    #expect(second.shownDiagnostics == first.shownDiagnostics)
  }

  @Test("Time alone publishes what is due and takes away what has expired (E-7)")
  func timePasses() async throws {
    let site = try RebuildTests.site()
    let text = try site.text(of: "Content/ai/story-1.md")
    try site.write(
      "Content/ai/due.md", text.replacing("date: 2025-06-01", with: "date: 2026-01-03"))
    try site.write(
      "Content/ai/old.md", text.replacing("tags:", with: "expiryDate: 2026-01-05\ntags:"))
    let day = 86_400
    _ = await site.build()
    #expect(site.page("ai/due/index.html").isEmpty && !site.page("ai/old/index.html").isEmpty)
    let soon = await site.build { $0.now += day }
    #expect(soon.stages.map(\.name) == ["recall", "list"])
    _ = await site.build { $0.now += 3 * day }
    #expect(!site.page("ai/due/index.html").isEmpty && !site.page("ai/old/index.html").isEmpty)
    _ = await site.build { $0.now += 5 * day }
    #expect(!site.page("ai/due/index.html").isEmpty && site.page("ai/old/index.html").isEmpty)
    _ = await site.build()
    #expect(site.page("ai/due/index.html").isEmpty && !site.page("ai/old/index.html").isEmpty)
  }

  @Test("Without the cache nothing is read from it and nothing written to it")
  func withoutCache() async throws {
    let site = try RebuildTests.site()
    _ = await site.build { $0.cache = nil }
    #expect(!FileManager.default.fileExists(atPath: "\(site.path)/.sitegen"))
    _ = await site.build()
    let bytes = FileManager.default.contents(atPath: "\(site.path)/\(Self.cache)")
    #expect(bytes != nil)
    let report = await site.build { $0.cache = nil }
    #expect(report.stages.count > 1)
    #expect(FileManager.default.contents(atPath: "\(site.path)/\(Self.cache)") == bytes)
  }

  @Test("Options that change the publication are not answered from the cache")
  func otherOptions() async throws {
    let site = try RebuildTests.site()
    _ = await site.build()
    let report = await site.build { $0.baseURL = BaseURL("https://other.example/news") }
    #expect(report.stages.count > 1)
    #expect(site.page("index.html").contains("/news/"))
    let program = await site.build { $0.program = "another" }
    #expect(program.diagnostics.map(\.identifier) == [.outputCache])
    #expect(!site.page("index.html").contains("/news/"))
  }

  @Test("A file that was spoilt, removed or added in the output is noticed")
  func outputWasTouched() async throws {
    let site = try RebuildTests.site()
    _ = await site.build()
    let files = site.files()
    try site.write("Site/ai/story-1/index.html", "spoilt")
    try site.remove("Site/ai/story-2/index.html")
    #expect(await site.build().output.written.count == 2)
    expectSame(site.files(), files, "mended")
    try site.write("Site/ai/story-2/mine.txt", "mine")
    #expect(await site.build().diagnostics.map(\.identifier) == [.outputForeignFile])
    #expect(await site.build().diagnostics.map(\.identifier) == [.outputForeignFile])
  }

  @Test("A preview that remembers the theme tells of a mistake in it until it is mended")
  func rememberedTheme() async throws {
    let site = try RebuildTests.site()
    let memory = BuildMemory()
    _ = await site.build(with: memory)
    let good = site.files()
    let (template, article) = ("Templates/home.mustache", "Content/ai/story-1.md")
    let (layout, story) = (try site.text(of: template), try site.text(of: article))
    try site.write(template, layout + "{{nobody}}")
    let first = await site.build(with: memory)
    try site.write(article, story + "\nMore.\n")
    let second = await site.build(with: memory)
    #expect(!first.succeeded && second.shownDiagnostics == first.shownDiagnostics)
    try site.write(template, layout)
    try site.write(article, story)
    #expect(await site.build(with: memory).succeeded)
    expectSame(site.files(), good, "mended")
  }

  @Test("A preview that remembers the theme makes it anew for another address")
  func rememberedThemeElsewhere() async throws {
    let site = try RebuildTests.site()
    let memory = BuildMemory()
    _ = await site.build(with: memory)
    let address = BaseURL("https://other.example/news")
    _ = await site.build(with: memory) { $0.baseURL = address }
    let remembered = site.files()
    _ = await site.build {
      $0.baseURL = address
      $0.cache = nil
    }
    expectSame(remembered, site.files(), "as from nothing")
  }

  @Test(
    "A preview that remembers the publication reports what a build from nothing reports, edit by edit"
  )
  func rememberedPublication() async throws {
    let site = try RebuildTests.site()
    try site.write("sitegen.yaml", "title: Times\npageSize: 3\ncheck: {links: warning}\n")
    let memory = BuildMemory()
    let article = "Content/ai/story-1.md"
    let story = try site.text(of: article)
    let edits: [(String) -> String] = [
      { $0 + "\nMore.\n" }, { $0 + "\nA [link](/ai/nothing.md).\n" },
      // Now the link stands two lines further down.
      { $0.replacing("\n---\n\n", with: "\n---\n\nA lead.\n\n") },
      { $0.replacing("title: ", with: "title: Up\nsubtitle: ") },
      { $0.replacing("subtitle: ", with: "summary: Once more.\nsubtitle: ") }, { _ in story },
    ]
    _ = await site.build(with: memory)
    for (number, edit) in edits.enumerated() {
      try site.write(article, edit(try site.text(of: article)))
      let report = await site.build(with: memory) { $0.isChecked = true }
      let fresh = await site.build {
        $0.isChecked = true
        $0.cache = nil
        $0.output = "\(site.path)/Fresh"
      }
      #expect(report.shownDiagnostics == fresh.shownDiagnostics, "edit \(number)")
      guard fresh.succeeded else { continue }
      expectSame(site.files(), site.files(below: "Fresh"), "edit \(number)")
    }
  }

  @Test("What another text takes the place of is known by what the files say")
  func revisions() {
    func file(_ path: String, _ digest: UInt64, draft isDraft: Bool = false) -> RecalledFile {
      var document = ParsedDocument(
        source: path, name: path, frontMatter: FrontMatter(), body: ArticleBody())
      document.frontMatter.isDraft = isDraft
      document.body.html = Array("\(digest)".utf8)
      return RecalledFile(
        path: path, file: ParsedFile(content: .article(document)),
        record: SourceRecord(path: path, stamp: .blank, digest: digest))
    }
    let kept = KeptFiles([file("a", 1), file("b", 2)])
    #expect(kept.revisions(in: [file("a", 1), file("b", 2)])?.count == 0)
    #expect(kept.revisions(in: [file("a", 1), file("b", 3)])?.map(\.source) == ["b"])
    #expect(kept.revisions(in: [file("a", 1), file("b", 3, draft: true)]) == nil)
    #expect(kept.revisions(in: [file("a", 1), file("c", 2)]) == nil)
    #expect(kept.revisions(in: [file("a", 1)]) == nil)
    var unread = file("b", 2)
    unread.record = nil
    #expect(kept.revisions(in: [file("a", 1), unread]) == nil)
  }

  @Test("A cache that is damaged, cut off or nonsense is ignored, with a note")
  func damagedCache() async throws {
    let site = try RebuildTests.site()
    _ = await site.build()
    let path = "\(site.path)/\(Self.cache)"
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    let file = CacheFile(path: path, writer: "")
    #expect(file.cache(in: bytes) != nil)
    var random = SeededGenerator(seed: 1)
    for _ in 0..<400 {
      var damaged = bytes
      let position = Int.random(in: 0..<bytes.count, using: &random)
      damaged[position] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      #expect(file.cache(in: damaged) == nil, "byte \(position)")
    }
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 200) {
      #expect(file.cache(in: Array(bytes[..<length])) == nil, "\(length) bytes")
    }
    for length in 0..<200 {
      let nonsense = (0..<length * 7).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(file.cache(in: Array("sitegen cache\n".utf8) + nonsense) == nil)
    }
    try site.write(Self.cache, Array(bytes.dropLast()))
    let report = await site.build()
    #expect(report.diagnostics.map(\.identifier) == [.outputCache])
    #expect(report.output.written == [])
  }

  @Test("With another libvips everything is made anew")
  func otherLibrary() async throws {
    let site = try RebuildTests.site()
    _ = await site.build()
    #expect(await site.build().stages.count == 2, "nothing has changed")
    let file = CacheFile(path: "\(site.path)/\(Self.cache)", writer: "")
    var cache = file.read().value
    let library = try #require(cache.library)
    #expect(library.path.contains("vips") && library.holds)
    cache.library?.stamp.modified -= 1
    #expect(file.write(cache).isEmpty)
    #expect(await site.build().stages.count > 1)
    #expect(file.read().value.library == library)
  }

  @Test("Bytes that pass for a cache are read without a trap, whatever they are")
  func readerNeverTraps() async throws {
    let site = try RebuildTests.site()
    _ = await site.build()
    let file = CacheFile(path: "\(site.path)/\(Self.cache)", writer: "")
    let bytes = RecordWriter.bytes(of: file.read().value)
    var random = SeededGenerator(seed: 2)
    for _ in 0..<1_000 {
      var damaged = bytes
      for _ in 0..<3 {
        damaged[Int.random(in: 0..<bytes.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      let cache = RecordReader.value(BuildCache.self, from: damaged[...])
      for source in cache?.sources ?? [] {
        _ = RecordReader.value(ParsedFile.self, from: source.parsed)
      }
    }
  }
}
