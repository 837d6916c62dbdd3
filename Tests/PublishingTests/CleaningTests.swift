import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// `sitegen clean` takes away what sitegen made, and nothing else.
@Suite struct CleaningTests {
  @Test("Without its cache a project is built anew, to the same bytes")
  func cache() async throws {
    let site = try RebuildTests.site()
    #expect(await site.build().succeeded)
    let expected = site.files()
    #expect(publisher(of: site).removeCache(in: "\(site.path)/.sitegen") == [])
    #expect(!exists(".sitegen", in: site))
    try site.remove("Site")
    let report = await site.build()
    #expect(report.output.written.count == expected.count)
    expectSame(site.files(), expected, "after the cache was removed")
  }

  @Test("The publication goes with its folder")
  func output() async throws {
    let site = try RebuildTests.site()
    #expect(await site.build().succeeded)
    let files = site.files().keys.sorted()
    let report = await publisher(of: site).removeOutput()
    #expect(report.diagnostics == [])
    #expect(report.output.removed.sorted() == files)
    #expect(!exists("Site", in: site))
  }

  @Test("Files of others stay, and so do the folders that they lie in")
  func filesOfOthers() async throws {
    let site = try RebuildTests.site()
    #expect(await site.build().succeeded)
    try site.write("Site/ai/story-1/mine.txt", "mine")
    try site.write("Site/.gitignore", "*\n")
    _ = await publisher(of: site).removeOutput()
    #expect(site.files().keys.sorted() == [".gitignore", "ai/story-1/mine.txt"])
    #expect(!exists("Site/.sitegen-files", in: site))
    #expect(!exists("Site/chips", in: site))
  }

  @Test("What a build is at work on is left alone")
  func lockedOutput() async throws {
    let site = try RebuildTests.site()
    #expect(await site.build().succeeded)
    let files = site.files()
    let holder = try LockedFolder(site.output)
    let report = await publisher(of: site).removeOutput()
    #expect(report.diagnostics.map(\.identifier) == [.outputLock])
    holder.release()
    expectSame(site.files().filter { $0.key != ".sitegen-lock" }, files, "beside a build")
  }

  @Test("Where nothing is, there is nothing to do")
  func nothing() async throws {
    let site = try RebuildTests.site()
    let publisher = publisher(of: site)
    #expect(publisher.removeCache(in: "\(site.path)/.sitegen") == [])
    #expect(await publisher.removeOutput().diagnostics == [])
    #expect(!exists("Site", in: site))
  }
}

extension CleaningTests {
  private func publisher(of site: TemporarySite) -> SitePublisher {
    var options = PublishingOptions(
      source: site.path, output: site.output, now: TemporarySite.now)
    options.patience = .zero
    return SitePublisher(options, stopwatch: { .zero })
  }

  private func exists(_ file: String, in site: TemporarySite) -> Bool {
    FileManager.default.fileExists(atPath: "\(site.path)/\(file)")
  }
}
