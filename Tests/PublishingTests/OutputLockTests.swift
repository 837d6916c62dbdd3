import Foundation
import Publishing
import SiteModel
import Synchronization
import TestSupport
import Testing

/// Two builds of one output folder.
@Suite struct OutputLockTests {
  @Test("A build waits for the one that has the lock, and says who that is")
  func waits() async throws {
    let site = try RebuildTests.site()
    let holder = try LockedFolder(site.output)
    let told = Mutex<[LockHolder]>([])
    let build = Task {
      let options = PublishingOptions(
        source: site.path, output: site.output, now: TemporarySite.now)
      var listener = BuildListener()
      listener.onWait = { holder in told.withLock { $0.append(holder) } }
      let publisher = SitePublisher(options, stopwatch: { .zero }, listener: listener)
      return await publisher.publish()
    }
    while told.withLock({ $0.isEmpty }) { await Task.yield() }
    holder.release()
    #expect(await build.value.succeeded)
    #expect(told.withLock { $0.map(\.process) } == [4_711])
    #expect(!FileManager.default.fileExists(atPath: "\(site.output)/.sitegen-lock"))
  }

  @Test("A build that may not wait says who has the lock, and changes nothing (output/lock)")
  func refuses() async throws {
    let site = try RebuildTests.site()
    #expect(await site.build().succeeded)
    let before = site.files()
    let holder = try LockedFolder(site.output)
    try site.write("Content/ai/story-1.md", "---\ntitle: Changed\ndate: 2025-06-01\n---\n")
    let report = await site.build { $0.patience = .zero }
    #expect(report.diagnostics.map(\.identifier) == [.outputLock])
    #expect(report.shownDiagnostics.contains("process 4711, since 20"))
    holder.release()
    expectSame(site.files().filter { $0.key != ".sitegen-lock" }, before, "while it is locked")
  }

  @Test("Nobody waits for a build that was killed, though its file is still there")
  func stale() async throws {
    let site = try RebuildTests.site()
    try site.write("Site/.sitegen-lock", "4711")
    let report = await site.build { $0.patience = .zero }
    #expect(report.succeeded, "\(report.shownDiagnostics)")
    #expect(!FileManager.default.fileExists(atPath: "\(site.output)/.sitegen-lock"))
  }

  @Test("Builds at once end one after another, and with one result")
  func many() async throws {
    let site = try RebuildTests.site()
    #expect(await site.build { $0.output = "\(site.path)/Expected" }.succeeded)
    await withTaskGroup(of: BuildReport.self) { group in
      for _ in 0..<6 { group.addTask { await site.build { $0.patience = .seconds(600) } } }
      for await report in group { #expect(report.succeeded, "\(report.shownDiagnostics)") }
    }
    expectSame(site.files(), site.files(below: "Expected"), "after six builds at once")
  }

  @Test("A failing build leaves no folder that was not there")
  func noFolderOfAFailure() async throws {
    let site = try RebuildTests.site()
    try site.write("Content/ai/story-1.md", "---\ntitle: Changed\ndate: never\n---\n")
    #expect(await !site.build().succeeded)
    #expect(!FileManager.default.fileExists(atPath: site.output))
  }
}

/// A folder that another process, number 4711, seems to be building in.
final class LockedFolder: Sendable {
  private let file: Mutex<FileHandle?>

  init(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let url = URL(filePath: "\(folder)/.sitegen-lock")
    try Data("4711".utf8).write(to: url)
    let file = try FileHandle(forUpdating: url)
    #expect(flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    self.file = Mutex(file)
  }

  /// Ends as a killed process does: the file stays.
  func release() {
    file.withLock { $0 = nil }
  }
}
