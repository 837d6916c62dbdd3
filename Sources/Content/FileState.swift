import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the file system says about a file without reading it.
///
/// Two equal states mean equal bytes, with one exception (see ``isOlder(than:)``). The time of the
/// last change of the inode is among them because nobody can set it: a file that was given other
/// bytes of the same size and its old date back is told apart by it.
package struct FileState: Hashable, Sendable {
  package var size = 0
  /// Nanoseconds since 1970, as those below.
  package var modified = 0
  package var changed = 0
  package var inode = 0

  package init() {}

  /// The state of a file or folder, symbolic links followed; nil if there is none.
  package init?(ofFile path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  /// The state of a regular file that is no symbolic link; nil if there is none.
  package init?(ofRegularFile path: String) {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(info)
  }

  init(_ info: stat) {
    size = Int(info.st_size)
    inode = Int(truncatingIfNeeded: info.st_ino)
    #if canImport(Darwin)
      modified = Self.nanoseconds(info.st_mtimespec)
      changed = Self.nanoseconds(info.st_ctimespec)
    #else
      modified = Self.nanoseconds(info.st_mtim)
      changed = Self.nanoseconds(info.st_ctim)
    #endif
  }

  /// Whether the file was last touched before an instant.
  ///
  /// The clock of a file system ticks every few milliseconds, so a file that is written twice
  /// within a tick may keep its state. Only a file that is older than what was noted about it is
  /// known by its state; of any other the bytes decide, as Git has it.
  package func isOlder(than instant: Int) -> Bool {
    modified < instant && changed < instant
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
