import DevServer
import Foundation
import Publishing
import Testing

@Suite("Source snapshots")
struct SourceSnapshotTests {
  /// The changes that an edit makes to a small project.
  private func check(
    _ changes: [String], after edit: (URL) throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appending(path: "snapshot-\(UUID())")
    defer { try? files.removeItem(at: folder) }
    for path in ["sitegen.yaml", "Content/ai/a.md", "Content/ai/b.md", "Templates/home.mustache"] {
      try RunningPreview.write("text", to: folder.appending(path: path))
    }
    let before = SourceSnapshot(of: folder.path)
    #expect(SourceSnapshot(of: folder.path).changes(since: before) == [])
    try edit(folder)
    let after = SourceSnapshot(of: folder.path)
    #expect(after.changes(since: before) == changes, sourceLocation: sourceLocation)
  }

  @Test("sees what is added, changed, removed and renamed")
  func edits() throws {
    try check(["Content/ai/c.md"]) {
      try RunningPreview.write("new", to: $0.appending(path: "Content/ai/c.md"))
    }
    try check(["Templates/home.mustache", "sitegen.yaml"]) {
      try RunningPreview.write("longer text", to: $0.appending(path: "sitegen.yaml"))
      try RunningPreview.write("longer text", to: $0.appending(path: "Templates/home.mustache"))
    }
    try check(["Content/ai/a.md", "Content/ai/b.md"]) {
      try FileManager.default.removeItem(at: $0.appending(path: "Content/ai"))
    }
    try check(["Content/ai/a.md", "Content/ai/z.md"]) {
      try FileManager.default.moveItem(
        at: $0.appending(path: "Content/ai/a.md"), to: $0.appending(path: "Content/ai/z.md"))
    }
  }

  @Test("sees a change of the same length by its time")
  func sameLength() throws {
    try check(["Content/ai/a.md"]) {
      let file = $0.appending(path: "Content/ai/a.md")
      try RunningPreview.write("TEXT", to: file)
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: file.path)
    }
  }

  @Test("leaves out the output, hidden files, and what editors leave behind")
  func ignored() throws {
    try check([]) {
      for path in [
        "Site/index.html", ".sitegen/preview/index.html", "Content/.a.md.swp", "Content/a.md~",
        "Content/#a.md#", "notes.txt",
      ] {
        try RunningPreview.write("text", to: $0.appending(path: path))
      }
    }
  }

  @Test("follows links, but not in circles")
  func links() throws {
    try check(["Content/linked/x.md"]) {
      try RunningPreview.write("text", to: $0.appending(path: "elsewhere/x.md"))
      for (link, target) in [("Content/linked", "../elsewhere"), ("Content/loop", "..")] {
        try FileManager.default.createSymbolicLink(
          atPath: $0.appending(path: link).path, withDestinationPath: target)
      }
    }
  }
}
