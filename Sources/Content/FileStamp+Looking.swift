package import SiteModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileStamp {
  /// How a file is now; nil if there is none, or if a symbolic link or something else is there.
  package init?(ofFile path: String) {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(info)
  }

  /// How a folder is now: whatever comes into it or leaves it changes its stamp.
  package init?(ofFolder path: String) {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { return nil }
    self.init(info)
  }

  init(_ info: stat) {
    #if canImport(Darwin)
      let (modified, changed) = (info.st_mtimespec, info.st_ctimespec)
    #else
      let (modified, changed) = (info.st_mtim, info.st_ctim)
    #endif
    self.init(
      size: Int(info.st_size), modified: nanoseconds(modified), changed: nanoseconds(changed),
      inode: UInt64(info.st_ino))
  }
}

private func nanoseconds(_ time: timespec) -> Int {
  Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}
