#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path leads to.
package enum FileKind: Hashable, Sendable {
  case file
  case folder
  case link
  case other

  /// Looks without following links; nil if there is nothing.
  package init?(ofFile path: String) {
    var info = stat()
    guard lstat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  fileprivate init(_ info: stat) {
    switch info.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// What the system says about an opened file.
package struct OpenedFileInfo: Hashable, Sendable {
  package var kind: FileKind
  package var size: Int
  /// When it was last written, in seconds since 1970.
  package var modified: Double

  /// Nil if the system says nothing.
  package init?(of descriptor: Int32) {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    kind = FileKind(info)
    size = Int(info.st_size)
    #if canImport(Darwin)
      let time = info.st_mtimespec
    #else
      let time = info.st_mtim
    #endif
    modified = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
