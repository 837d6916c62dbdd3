import SiteModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder held open, and what the system can do with the files below it.
///
/// Paths are relative to the folder. Nothing here goes through Foundation, which takes several times
/// as long for each file.
final class OpenFolder: Sendable {
  private let descriptor: Int32

  init(_ path: String) throws(SystemError) {
    descriptor = try system(path) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
  }

  deinit { close(descriptor) }
}

extension OpenFolder {
  /// Makes a file that is not there yet, and the folders above it.
  func makeFile(_ path: String) throws(SystemError) -> OpenFile {
    // Nearly every page has a folder of its own, so this is nearly always needed; asking first
    // whether the folder is there would cost as much as making it.
    try makeFolder(above: path)
    return try openFile(path, O_WRONLY | O_CREAT | O_EXCL)
  }

  /// Opens a file to compare it; nil if there is none at this very place.
  func file(_ path: String) -> OpenFile? {
    // What cannot be opened, or is a link or a pipe, cannot hold what it should.
    try? openFile(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  }

  /// The bytes of a file; nil if there is none that can be read.
  func contents(of path: String) -> [UInt8]? { file(path)?.remainingBytes() }

  /// Makes a folder and those above it; it may be there already.
  func makeFolder(_ path: String) throws(SystemError) {
    if mkdirat(descriptor, path, 0o777) == 0 || errno == EEXIST { return }
    if errno == ENOENT { try makeFolder(above: path) }
    if mkdirat(descriptor, path, 0o777) == 0 || errno == EEXIST { return }
    throw SystemError(path: path, code: errno)
  }

  /// How a file was left; nil if there is none.
  func stamp(of path: String) -> FileStamp? {
    var info = stat()
    guard fstatat(descriptor, path, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStamp(info)
  }

  /// How a folder was left, which whatever comes into it or leaves it changes; nil if there is none.
  func stamp(ofFolder path: String) -> FileStamp? {
    var info = stat()
    guard fstatat(descriptor, path, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileStamp(ofFolder: info)
  }

  /// Puts bytes in the place of a file's in one step; the file may not be there yet.
  func replaceFile(_ path: String, with parts: [[UInt8]]) throws(SystemError) {
    let staged = "\(path).new"
    try removeFile(staged)  // A build that was killed may have left it.
    let file = try makeFile(staged)
    for part in parts { try file.append(part) }
    _ = try file.finish()
    try move(staged, to: path)
  }

  /// Moves a file or a folder; a file that is at the new place is replaced in one step.
  func move(_ path: String, to place: String) throws(SystemError) {
    try system(place) { renameat(descriptor, path, descriptor, place) }
  }

  /// Removes a file; it may be gone already.
  func removeFile(_ path: String) throws(SystemError) {
    if unlinkat(descriptor, path, 0) != 0, errno != ENOENT {
      throw SystemError(path: path, code: errno)
    }
  }

  /// Removes a folder in which nothing is.
  func removeFolder(_ path: String) throws(SystemError) {
    try system(path) { unlinkat(descriptor, path, AT_REMOVEDIR) }
  }

  /// What is in a folder, which is this one if the path is empty.
  func entries(of path: String) throws(SystemError) -> [FolderEntry] {
    let opened = try system(path) {
      openat(
        descriptor, path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    guard let listing = fdopendir(opened) else {
      let code = errno
      close(opened)
      throw SystemError(path: path, code: code)
    }
    defer { closedir(listing) }
    var entries: [FolderEntry] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      let isFolder = isFolder(kind: entry.pointee.d_type, "\(path)/\(name)", below: path)
      entries.append(FolderEntry(name: name, isFolder: isFolder))
    }
    return entries
  }
}

/// A name in a folder.
struct FolderEntry: Hashable, Sendable {
  var name: String
  var isFolder: Bool
}

extension OpenFolder {
  private func openFile(_ path: String, _ flags: Int32) throws(SystemError) -> OpenFile {
    OpenFile(try system(path) { openat(descriptor, path, flags | O_CLOEXEC, 0o666) }, path)
  }

  private func makeFolder(above path: String) throws(SystemError) {
    if let folder = path.parentFolder { try makeFolder(folder) }
  }

  /// Some file systems do not say in a listing what a name stands for.
  private func isFolder(kind: UInt8, _ path: String, below folder: String) -> Bool {
    if kind != UInt8(DT_UNKNOWN) { return kind == UInt8(DT_DIR) }
    var info = stat()
    let path = folder.isEmpty ? String(path.dropFirst()) : path
    return fstatat(descriptor, path, &info, AT_SYMLINK_NOFOLLOW) == 0
      && info.st_mode & S_IFMT == S_IFDIR
  }
}

extension String {
  /// The path of the folder that a relative path lies in; nil at the top.
  var parentFolder: String? {
    utf8.lastIndex(of: UInt8(ascii: "/")).map { String(self[..<$0]) }
  }
}
