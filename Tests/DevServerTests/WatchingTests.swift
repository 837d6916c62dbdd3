import Foundation
import Testing

@testable import DevServer

@Suite("Watching", .timeLimit(.minutes(10)))
struct WatchingTests {
  /// What an edit of a small project is called, what it does, and a path that it changes.
  struct Edit: Sendable {
    var name: String
    var path: String
    var run: @Sendable (URL) throws -> Void

    init(_ name: String, _ path: String, _ run: @escaping @Sendable (URL) throws -> Void) {
      (self.name, self.path, self.run) = (name, path, run)
    }
  }

  private static let ways: [PreviewOptions.Watching] = [
    .byNotices, .byLooking(every: .milliseconds(10)),
  ]

  private static var edits: [Edit] {
    let files = FileManager.default
    let article = "Content/ai/a.md"
    return [
      Edit("write in place", article) {
        let file = try FileHandle(forWritingTo: $0.appending(path: article))
        try file.seekToEnd()
        try file.write(contentsOf: Data("more".utf8))
        try file.close()
      },
      Edit("save by rename", article) {
        try Data("other text".utf8).write(to: $0.appending(path: "Content/ai/.a.md.new"))
        try rename($0, "Content/ai/.a.md.new", article)
      },
      Edit("keep the old one, write a new one", article) {
        try rename($0, article, article + "~")
        try Data("other text".utf8).write(to: $0.appending(path: article))
      },
      Edit("keep open", article) {
        let file = try FileHandle(forWritingTo: $0.appending(path: article))
        try file.write(contentsOf: Data("other text".utf8))
        // Left open for longer than anybody waits for it.
        Task {
          try await Task.sleep(for: .seconds(3))
          try file.close()
        }
      },
      Edit("add", "Content/ai/new.md") {
        try Data("text".utf8).write(to: $0.appending(path: "Content/ai/new.md"))
      },
      Edit("remove", article) { try files.removeItem(at: $0.appending(path: article)) },
      Edit("rename", "Content/ai/z.md") { try rename($0, article, "Content/ai/z.md") },
      Edit("add folders", "Content/new/deep/x.md") {
        try RunningPreview.write("text", to: $0.appending(path: "Content/new/deep/x.md"))
      },
      Edit("rename a folder", "Content/science/a.md") {
        try rename($0, "Content/ai", "Content/science")
      },
      Edit("remove a folder", article) {
        try files.removeItem(at: $0.appending(path: "Content/ai"))
      },
      Edit("bring in a folder", "Content/outside/o.md") {
        try rename($0, "outside", "Content/outside")
      },
      Edit("take out a folder", article) { try rename($0, "Content/ai", "elsewhere") },
      Edit("link to a folder", "Content/linked/o.md") {
        try files.createSymbolicLink(
          at: $0.appending(path: "Content/linked"),
          withDestinationURL: $0.appending(path: "outside"))
      },
      Edit("configuration", "sitegen.yaml") {
        try RunningPreview.write("title: Other", to: $0.appending(path: "sitegen.yaml"))
      },
      Edit("template", "Templates/partials/p.mustache") {
        try RunningPreview.write("other", to: $0.appending(path: "Templates/partials/p.mustache"))
      },
    ]
  }

  private static func rename(_ root: URL, _ old: String, _ new: String) throws {
    guard Foundation.rename(root.appending(path: old).path, root.appending(path: new).path) == 0
    else { throw CocoaError(.fileWriteUnknown) }
  }

  /// Watches a small project while a test changes it.
  private func watching(
    _ way: PreviewOptions.Watching, untilSwitched: Duration = .seconds(5),
    _ test: (URL, SourceChanges) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "watched-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for path in [
      "sitegen.yaml", "Content/ai/a.md", "Content/ai/b.md", "Templates/partials/p.mustache",
      "outside/o.md", "shared/s.md",
    ] {
      try RunningPreview.write("text", to: folder.appending(path: path))
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "Content/loop").path, withDestinationPath: "../Content")
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "Content/shared.md").path,
      withDestinationPath: "../shared/s.md")
    var options = PreviewOptions(source: folder.path, folder: "")
    options.watching = way
    let changes = SourceChanges(of: folder.path, untilSwitched: untilSwitched)
    let watch = options.startWatching(changes) { Issue.record("\($0.message)") }
    defer { watch.stop() }
    try await test(folder, changes)
  }

  @Test("every kind of edit is noticed, and what follows it too", arguments: ways)
  func edits(way: PreviewOptions.Watching) async throws {
    for edit in Self.edits {
      try await watching(way) { folder, changes in
        try edit.run(folder)
        let paths = try #require(await changes.next())
        let told = paths.contains { edit.path == $0 || edit.path.hasPrefix("\($0)/") }
        #expect(told, "\(edit.name): \(paths)")
        // The watch over what was moved or made goes on.
        guard !["remove", "take out a folder", "remove a folder"].contains(edit.name) else {
          return
        }
        try RunningPreview.write("text and more", to: folder.appending(path: edit.path))
        #expect(await changes.next()?.contains(edit.path) == true, "\(edit.name)")
      }
    }
  }

  @Test("where nothing changes for a time, there is an empty burst, and the watch goes on")
  func nothingChanges() async throws {
    try await watching(.byNotices) { folder, changes in
      #expect(await changes.next(within: .milliseconds(50)) == [])
      try RunningPreview.write("other text", to: folder.appending(path: "Content/ai/a.md"))
      #expect(await changes.next(within: .seconds(600)) == ["Content/ai/a.md"])
    }
  }

  @Test("a file that is linked to is watched where it is", arguments: ways)
  func linkedFile(way: PreviewOptions.Watching) async throws {
    try await watching(way) { folder, changes in
      for text in ["once", "once more"] {
        try RunningPreview.write(text, to: folder.appending(path: "shared/s.md"))
        #expect(await changes.next()?.isEmpty == false)
      }
    }
  }

  @Test("what is no source is not told", arguments: ways)
  func ignored(way: PreviewOptions.Watching) async throws {
    try await watching(way) { folder, changes in
      for path in [
        "Site/index.html", ".sitegen/preview/index.html", "Content/.a.md.swp", "Content/a.md~",
        "Content/ai/#a.md#", "notes.txt", "elsewhere/x.md", "shared/other.md",
      ] {
        try RunningPreview.write("text", to: folder.appending(path: path))
      }
      try await Task.sleep(for: .milliseconds(100))
      try RunningPreview.write("other", to: folder.appending(path: "Content/ai/b.md"))
      #expect(await changes.next()?.contains { !$0.hasPrefix("Content/ai") } == false)
    }
  }

  @Test("thousands of files at once are a burst or two, and none is missed", arguments: ways)
  func thousands(way: PreviewOptions.Watching) async throws {
    try await watching(way) { folder, changes in
      let expected = Set((0..<3_000).map { "Content/s\($0 / 300)/\($0).md" })
      for path in expected {
        try RunningPreview.write("text", to: folder.appending(path: path))
      }
      var told: Set<String> = []
      var bursts = 0
      while !expected.isSubset(of: told) {
        told.formUnion(try #require(await changes.next()))
        bursts += 1
      }
      #expect(bursts < 20)
      try RunningPreview.write("other", to: folder.appending(path: "Content/s9/2999.md"))
      #expect(await changes.next()?.contains("Content/s9/2999.md") == true)
    }
  }

  @Test("a switch of branches is one burst, however long Git pauses", arguments: ways)
  func switching(way: PreviewOptions.Watching) async throws {
    // So long, and a lock so new, that no busy machine can take it for the end.
    try await watching(way, untilSwitched: .seconds(600)) { folder, changes in
      let lock = folder.appending(path: ".git/index.lock")
      try RunningPreview.write("", to: lock)
      try FileManager.default.setAttributes(
        [.modificationDate: Date.now.addingTimeInterval(3_600)], ofItemAtPath: lock.path)
      let switching = Task {
        for name in ["a", "b", "c"] {
          try RunningPreview.write("other", to: folder.appending(path: "Content/ai/\(name).md"))
          try await Task.sleep(for: .milliseconds(900))
        }
        try FileManager.default.removeItem(at: lock)
      }
      let paths = try #require(await changes.next())
      #expect(!FileManager.default.fileExists(atPath: lock.path))
      #expect(Set(["a", "b", "c"].map { "Content/ai/\($0).md" }).isSubset(of: paths))
      try await switching.value
    }
  }

  @Test("waiting ends with its task")
  func cancellation() async throws {
    let waiting = Task { await SourceChanges(of: "/nowhere").next() }
    waiting.cancel()
    #expect(await waiting.value == nil)
  }

  #if os(Linux)
    @Test("when notices are lost, everything is looked at")
    func overflow() throws {
      let bytes: [UInt8] =
        [255, 255, 255, 255, 0, 0x40, 0, 0] + [UInt8](repeating: 0, count: 8)
        + [1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0] + Array("a.md".utf8)
      let notices = InotifyNotice.parse(bytes[...])
      #expect(notices.map(\.name) == ["", "a.md"])
      var folders = WatchedFolders(of: "/nowhere", descriptor: -1)
      #expect(folders.take(notices) == [SourceChange(path: "Content")])
    }
  #endif
}
