import Foundation

/// How the sources of a publication were at one moment, as far as needed to see that they changed.
package struct SourceSnapshot: Hashable, Sendable {
  /// What changes when a file is saved.
  struct Stamp: Hashable, Sendable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  private(set) var files: [String: Stamp] = [:]

  /// - Parameter source: the folder with `sitegen.yaml`, `Content/` and `Templates/`.
  package init(of source: String) {
    var walk = Walk(source: source)
    for name in SourceNames.roots { walk.visit(name) }
    files = walk.files
  }

  /// The files that were added, removed or changed, in the order of their paths.
  package func changes(since old: SourceSnapshot) -> [String] {
    let changed = files.filter { old.files[$0.key] != $0.value }.keys
    let removed = old.files.keys.filter { files[$0] == nil }
    return (changed + removed).sorted()
  }
}

extension SourceSnapshot {
  /// Looks at files and folders; what cannot be looked at is as if it were not there.
  private struct Walk {
    /// A folder whatever the path that led to it, since links may lead around in circles.
    struct Folder: Hashable {
      var device: dev_t
      var number: ino_t
    }

    private let source: String
    private let realSource: String
    private(set) var files: [String: Stamp] = [:]
    private var folders: Set<Folder> = []

    init(source: String) {
      self.source = source
      realSource = URL(filePath: source).resolvingSymlinksInPath().path
    }

    mutating func visit(_ path: String) {
      var info = stat()
      guard lstat("\(source)/\(path)", &info) == 0 else { return }
      if info.st_mode & S_IFMT == S_IFLNK {
        guard staysInside(path), stat("\(source)/\(path)", &info) == 0 else { return }
      }
      switch info.st_mode & S_IFMT {
      case S_IFREG: files[path] = Stamp(info)
      case S_IFDIR:
        let folder = Folder(device: info.st_dev, number: info.st_ino)
        guard folders.insert(folder).inserted else { return }
        // A folder that was removed a moment ago holds nothing.
        let names =
          (try? FileManager.default.contentsOfDirectory(atPath: "\(source)/\(path)")) ?? []
        // Sorted, so that a folder with two names is always seen under the same one.
        for name in names.sorted() where !SourceNames.isIgnored(name) { visit("\(path)/\(name)") }
      default: return
      }
    }

    /// A link that leads out of the project is not followed when it is built, either.
    private func staysInside(_ link: String) -> Bool {
      let target = URL(filePath: "\(source)/\(link)").resolvingSymlinksInPath().path
      return target.hasPrefix("\(realSource)/")
    }
  }
}

extension SourceSnapshot.Stamp {
  fileprivate init(_ info: stat) {
    size = Int(info.st_size)
    #if canImport(Darwin)
      let modified = info.st_mtimespec
    #else
      let modified = info.st_mtim
    #endif
    seconds = modified.tv_sec
    nanoseconds = modified.tv_nsec
  }
}
