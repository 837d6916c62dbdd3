import Foundation
import SiteModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path leads to, links not followed.
enum FileKind {
  case file(FileStamp)
  case folder
  case link
  case other
}

extension FileKind {
  fileprivate init(_ info: stat) {
    self =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file(FileStamp(info))
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }
}

/// What lies at a path.
func kind(ofFile path: String) -> FileKind {
  var info = stat()
  return lstat(path, &info) == 0 ? FileKind(info) : .other
}

/// What is in a folder, as far as its names are wanted; nil if it cannot be listed.
///
/// The folder is held open meanwhile, so that the system need not follow its path for every name.
func entries(
  ofFolder path: String, where isWanted: (String) -> Bool
) -> [(name: String, kind: FileKind)]? {
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  // Whatever is wrong with it, the folder cannot be listed.
  guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return nil }
  return names.filter(isWanted).map { name in
    var info = stat()
    let isThere = fstatat(descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0
    return (name, isThere ? FileKind(info) : .other)
  }
}

/// The bytes of a file; nil when it cannot be read.
package func contents(ofFile path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var info = stat()
  guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
  // One byte more than expected, so that the end of the file shows in the first read.
  let expected = Int(info.st_size)
  var count = 0
  var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, length in
    count = read(descriptor, buffer.baseAddress, expected + 1)
    length = max(0, count)
  }
  if count < 0 { return nil }
  // The file may be read in parts, and it may grow.
  var buffer = [UInt8](repeating: 0, count: count > 0 ? 1 << 12 : 0)
  while count > 0 {
    count = read(descriptor, &buffer, buffer.count)
    if count < 0 { return nil }
    bytes += buffer[..<count]
  }
  return bytes
}

/// A path without links in it, as far as it exists.
package func realPath(_ path: String) -> String {
  URL(fileURLWithPath: path).resolvingSymlinksInPath().path
}
