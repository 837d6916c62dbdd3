import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// What the output folder holds after a build, whatever was in it before.
@Suite struct OutputFolderTests {
  @Test("What a killed build has left is removed, and files that it never moved are written")
  func leftovers() async throws {
    let site = try RebuildTests.site()
    #expect(await site.build().succeeded)
    let expected = site.files()
    try site.write("Site/.sitegen-new/ai/story-1/index.html", "half of a pa")
    try site.remove("Site/ai/story-2")
    let report = await site.build()
    #expect(report.output.written == ["ai/story-2/index.html"])
    expectSame(site.files(), expected, "after a killed build")
  }

  @Test("A folder that is there already gets the publication beside what it holds")
  func folderWithForeignFiles() async throws {
    let site = try RebuildTests.site()
    try site.write("Site/ai/mine.txt", "mine")
    try site.write("Site/.gitignore", "*\n")
    let report = await site.build()
    #expect(report.diagnostics.map(\.identifier) == [.outputForeignFile])
    #expect(site.page("ai/mine.txt") == "mine")
    #expect(site.page("ai/story-1/index.html").contains("Story 1"))
    #expect(await site.build().output.written == [])
  }

  @Test("Nothing is written through a link that stands where a folder has to be")
  func linkInPlaceOfFolder() async throws {
    let site = try RebuildTests.site()
    let elsewhere = try TemporarySite(["precious.txt": "precious"])
    try FileManager.default.createDirectory(atPath: site.output, withIntermediateDirectories: true)
    try site.link("Site/ai", to: elsewhere.path)
    let report = await site.build()
    #expect(report.diagnostics.map(\.identifier) == [.outputForeignFile])
    #expect(!report.succeeded)
    #expect(TemporarySite.files(below: elsewhere.path) == ["precious.txt"])
  }

  @Test("A page that a folder of somebody else's blocks leaves everything as it was")
  func foreignFolderInPlaceOfFile() async throws {
    let site = try RebuildTests.site()
    try site.write("Site/index.html/mine.txt", "mine")
    let report = await site.build()
    #expect(report.diagnostics.map(\.identifier) == [.outputForeignFile])
    #expect(site.files() == ["index.html/mine.txt": Array("mine".utf8)])
  }

  @Test("A name that the disk cannot hold is an error that leaves the output as it was")
  func nameTooLong() async throws {
    let site = try RebuildTests.site()
    #expect(await site.build().succeeded)
    let before = site.files()
    let name = String(repeating: "x", count: 300)
    try site.write(
      "Content/ai/long.md", "---\ntitle: Long\nslug: \(name)\ndate: 2025-06-01\n---\n")
    try site.write("Content/ai/story-1.md", "---\ntitle: Changed\ndate: 2025-06-01\n---\n")
    let report = await site.build()
    // Its card for social networks cannot be written either.
    #expect(Set(report.diagnostics.map(\.identifier)) == [.outputWrite])
    #expect(report.shownDiagnostics.contains("File name too long"))
    expectSame(site.files(), before, "after a name that is too long")
  }

  @Test("Large files of the content are copied whole, and copied again if a byte changes")
  func largeFiles() async throws {
    let site = try RebuildTests.site()
    var bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    try site.write("Content/chips/bundle/large.bin", bytes)
    #expect(await site.build().succeeded)
    #expect(site.files()["chips/bundle/large.bin"] == bytes)
    #expect(await site.build().output.written == [])
    bytes[600_000] ^= 1
    try site.write("Content/chips/bundle/large.bin", bytes)
    #expect(await site.build().output.written == ["chips/bundle/large.bin"])
    #expect(site.files()["chips/bundle/large.bin"] == bytes)
  }
}
