import Foundation

/// The Git repository that a project is in, if it is in one.
struct SourceRepository: Sendable {
  private let project: URL

  init(of source: String) {
    let folder = URL(filePath: source, directoryHint: .isDirectory)
    project = folder.absoluteURL.resolvingSymlinksInPath()
  }

  /// Whether Git is putting files in their places.
  ///
  /// It holds the lock of its index from before the first file is changed until the last one is. Who
  /// writes the message of a commit may have the lock too, and a Git that was killed leaves it: so a
  /// lock says nothing after a minute.
  var isBeingSwitched: Bool {
    guard let folder, let change = Self.lastChange(of: folder.appending(path: "index.lock")) else {
      return false
    }
    return Date.now.timeIntervalSince(change) < 60
  }

  /// Where Git keeps its index: `.git` in the project or above it, or what a file of this name says,
  /// which further work trees and submodules have instead.
  private var folder: URL? {
    var place = project
    while true {
      let git = place.appending(path: ".git")
      if let text = try? String(contentsOf: git, encoding: .utf8) {
        guard text.hasPrefix(Self.pointer) else { return nil }
        let path = text.dropFirst(Self.pointer.count)
        return URL(
          filePath: path.trimmingCharacters(in: .whitespacesAndNewlines),
          directoryHint: .isDirectory, relativeTo: place)
      }
      if Self.lastChange(of: git) != nil { return git }
      let parent = place.deletingLastPathComponent().standardizedFileURL
      guard parent.path.utf8.count < place.path.utf8.count else { return nil }
      place = parent
    }
  }

  private static let pointer = "gitdir: "

  private static func lastChange(of file: URL) -> Date? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    return attributes?[.modificationDate] as? Date
  }
}
