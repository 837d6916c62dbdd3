#if os(Linux)
  import Foundation
  import Publishing

  /// The folders of a project that inotify watches, each by itself.
  struct WatchedFolders {
    /// A folder, and what counts in it.
    private struct Folder {
      /// Relative to the project; empty for the project's own folder.
      var path: String
      /// The names of sources; nil if all are.
      var names: Set<String>?
    }

    private let source: String
    private let realSource: String
    private let descriptor: Int32
    private var folders: [Int32: Folder] = [:]
    /// Those that were come to since the system last told something, since links may lead in circles.
    private var visited: Set<Int32> = []
    /// Why not all folders are watched.
    private(set) var problem: WatchingProblem?

    init(of source: String, descriptor: Int32) {
      self.source = source
      self.descriptor = descriptor
      realSource = URL(filePath: source).resolvingSymlinksInPath().path
    }

    /// Watches every folder with sources, and finds new ones.
    mutating func watchAll() {
      visited = []
      watch("", names: SourceNames.roots)
      for name in SourceNames.roots { _ = visit(name) }
    }

    /// Takes in what the system tells, and says which sources changed.
    mutating func take(_ notices: [InotifyNotice]) -> [SourceChange] {
      notices.flatMap { take($0) }
    }
  }

  extension WatchedFolders {
    private mutating func take(_ notice: InotifyNotice) -> [SourceChange] {
      if notice.has(IN_Q_OVERFLOW) {
        // Some notices are lost: there may be folders that nobody told about.
        watchAll()
        return [SourceChange(path: "Content")]
      }
      guard let folder = folders[notice.watch] else { return [] }
      if notice.has(IN_IGNORED) {
        folders[notice.watch] = nil
        return []
      }
      guard !notice.name.isEmpty else { return [] }
      if let names = folder.names {
        guard names.contains(notice.name) else { return [] }
      } else if SourceNames.isIgnored(notice.name) {
        return []
      }
      let path = folder.path.isEmpty ? notice.name : "\(folder.path)/\(notice.name)"
      return changes(notice, of: path)
    }

    private mutating func changes(_ notice: InotifyNotice, of path: String) -> [SourceChange] {
      if notice.has(IN_MOVED_FROM), notice.has(IN_ISDIR) { forget(path) }
      let isNew = notice.has(IN_CREATE) || notice.has(IN_MOVED_TO)
      visited = []
      // What came with a folder, or before it was watched, is told by nobody else.
      let found = isNew ? visit(path) : []
      let isUnderway =
        !notice.has(IN_ISDIR)
        && (notice.has(IN_MODIFY)
          || notice.has(IN_CREATE) && FileKind(ofFile: "\(source)/\(path)") != .link)
      return [SourceChange(path: path, stage: isUnderway ? .underway : .finished)] + found
    }

    /// Watches a folder and those in it, and gives the files that are there; for a link, where it
    /// leads.
    private mutating func visit(_ path: String) -> [SourceChange] {
      var kind = FileKind(ofFile: "\(source)/\(path)")
      if kind == .link {
        guard let target = target(of: path) else { return [] }
        // What is saved is the target, maybe by a rename in a folder that holds no other source.
        let parts = target.split(separator: "/")
        watch(parts.dropLast().joined(separator: "/"), names: parts.suffix(1).map(String.init))
        kind = FileKind(ofFile: "\(realSource)/\(target)")
      }
      guard kind == .folder else { return kind == nil ? [] : [SourceChange(path: path)] }
      guard watch(path) else { return [] }
      // A folder that was removed a moment ago holds nothing.
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(source)/\(path)")) ?? []
      return names.filter { !SourceNames.isIgnored($0) }.flatMap { visit("\(path)/\($0)") }
    }

    /// Watches a folder as a whole.
    ///
    /// - Returns: Whether what is in it should be looked at: not if that was done already.
    private mutating func watch(_ path: String) -> Bool {
      guard let number = addWatch(path), visited.insert(number).inserted else { return false }
      if let known = folders[number], known.names == nil, path.hasPrefix("\(known.path)/") {
        return false
      }
      folders[number] = Folder(path: path, names: nil)
      return true
    }

    /// Watches some files of a folder.
    private mutating func watch(_ path: String, names: [String]) {
      guard let number = addWatch(path) else { return }
      if let known = folders[number], known.names == nil { return }
      folders[number, default: Folder(path: path, names: [])].names?.formUnion(names)
    }

    private mutating func addWatch(_ path: String) -> Int32? {
      let number = inotify_add_watch(descriptor, "\(source)/\(path)", Self.mask)
      if number < 0, errno == ENOSPC { problem = .systemLimit(errno) }
      return number < 0 ? nil : number
    }

    /// Ends the watch over a folder that was moved away, and over those in it.
    private mutating func forget(_ path: String) {
      for (number, folder) in folders
      where folder.path == path || folder.path.hasPrefix("\(path)/") {
        inotify_rm_watch(descriptor, number)
        folders[number] = nil
      }
    }

    /// Where a link leads, relative to the project; nil if that is elsewhere.
    private func target(of link: String) -> String? {
      let target = URL(filePath: "\(source)/\(link)").resolvingSymlinksInPath().path
      return target.hasPrefix("\(realSource)/")
        ? String(target.dropFirst(realSource.count + 1)) : nil
    }

    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
        | IN_ONLYDIR)
  }
#endif
