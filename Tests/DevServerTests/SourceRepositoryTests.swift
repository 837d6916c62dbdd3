import Foundation
import Testing

@testable import DevServer

@Suite("Repositories of sources")
struct SourceRepositoryTests {
  /// Where a project's repository may be: what to write for it, and where its lock is.
  struct Place: Sendable {
    var name: String
    /// Paths and texts of files, relative to a folder that has the project in `site/main`.
    var files: [String: String]
    var lock: String
  }

  private static let places = [
    Place(name: "the project is one", files: [:], lock: "site/main/.git/index.lock"),
    Place(name: "the project is in one", files: [:], lock: ".git/index.lock"),
    Place(
      name: "a further work tree",
      files: ["site/main/.git": "gitdir: ../../store/worktrees/main\n"],
      lock: "store/worktrees/main/index.lock"),
  ]

  private func inFolder(_ test: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "repository-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try RunningPreview.write("", to: folder.appending(path: "site/main/Content/a.md"))
    try test(folder)
  }

  @Test("Git is at work as long as it holds its lock", arguments: places)
  func lock(place: Place) throws {
    try inFolder { folder in
      for (path, text) in place.files {
        try RunningPreview.write(text, to: folder.appending(path: path))
      }
      let lock = folder.appending(path: place.lock)
      let repository = SourceRepository(of: folder.appending(path: "site/main").path)
      #expect(!repository.isBeingSwitched)
      try RunningPreview.write("", to: lock)
      #expect(repository.isBeingSwitched)
      try FileManager.default.removeItem(at: lock)
      #expect(!repository.isBeingSwitched)
    }
  }

  @Test("a lock that was left behind says nothing")
  func oldLock() throws {
    try inFolder { folder in
      let lock = folder.appending(path: "site/main/.git/index.lock")
      try RunningPreview.write("", to: lock)
      try FileManager.default.setAttributes(
        [.modificationDate: Date.now.addingTimeInterval(-90)], ofItemAtPath: lock.path)
      #expect(!SourceRepository(of: folder.appending(path: "site/main").path).isBeingSwitched)
    }
  }
}
