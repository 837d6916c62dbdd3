import SiteModel

/// Finds the files below a folder, in the order of their paths.
struct FolderWalk {
  private let root: String
  /// The project's real path: links that lead out of it are not followed.
  private let realRoot: String
  private(set) var files: [String] = []
  /// By path; of what a link leads to, the stamp is that of the target.
  private(set) var stamps: [String: FileStamp] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter root: the project's folder.
  init(root: String) {
    self.root = root
    realRoot = realPath(root)
  }

  /// Adds the files below a folder of the project, if there is one of that name.
  mutating func visit(_ folder: String) {
    guard case .folder = kind(ofFile: "\(root)/\(folder)") else { return }
    walk(folder, above: [realPath("\(root)/\(folder)")])
    files.sort()
  }

  private mutating func walk(_ folder: String, above: [String]) {
    guard let entries = entries(ofFolder: "\(root)/\(folder)", where: { !isIgnored($0) }) else {
      diagnostics.append(ContentReader.unreadable(folder))
      return
    }
    for entry in entries {
      let path = "\(folder)/\(entry.name)"
      switch entry.kind {
      case .file(let stamp): add(path, stamp)
      case .folder: walk(path, above: above)
      case .link: follow(path, above: above)
      case .other: break
      }
    }
  }

  /// Follows a link within the project, unless it leads back to a folder that holds it.
  private mutating func follow(_ path: String, above: [String]) {
    let target = realPath("\(root)/\(path)")
    guard target.hasPrefix("\(realRoot)/") else {
      diagnostics.append(ContentReader.leavesProject(path))
      return
    }
    switch kind(ofFile: target) {
    case .file(let stamp): add(path, stamp)
    case .folder where !above.contains(where: { $0 == target || $0.hasPrefix("\(target)/") }):
      walk(path, above: above + [target])
    case .folder, .other: break
    case .link: diagnostics.append(ContentReader.unreadable(path))
    }
  }

  private mutating func add(_ path: String, _ stamp: FileStamp) {
    files.append(path)
    stamps[path] = stamp
  }

  /// Hidden files, and what editors leave behind.
  private func isIgnored(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name.utf8.last == UInt8(ascii: "~")
      || (name.hasPrefix("#") && name.hasSuffix("#"))
  }
}
