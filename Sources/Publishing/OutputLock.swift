package import SiteModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps other builds out of an output folder while one is at work.
///
/// The system opens the lock when the process ends, however it ends: no build waits for a dead one.
final class OutputLock: Sendable {
  private let folder: String
  private let descriptor: Int32
  private let hasMadeFolder: Bool

  /// Takes the lock if nobody has it; the folder is made if there is none.
  static func take(_ folder: String) throws(SystemError) -> Attempt {
    let hasMadeFolder = try makeFolders(folder)
    let path = "\(folder)/\(fileName)"
    let descriptor = try system(path) { open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666) }
    let lock = OutputLock(folder, descriptor, hasMadeFolder)
    do {
      try system(path) { flock(descriptor, LOCK_EX | LOCK_NB) }
    } catch {
      if error.code == EWOULDBLOCK { return .held(LockHolder(descriptor)) }
      throw error
    }
    // The holder before may have removed the file, so that this is a lock on nothing.
    guard lock.isInPlace else { return .lost }
    lock.sign()
    return .taken(lock)
  }

  /// What came of an attempt.
  enum Attempt {
    case taken(OutputLock)
    case held(LockHolder)
    /// Somebody else had it in between; it is worth another attempt at once.
    case lost
  }

  /// Removes the file, and the folder if the build made it and left nothing there.
  func release() {
    unlink("\(folder)/\(Self.fileName)")
    if hasMadeFolder { rmdir(folder) }
  }

  static let fileName = ".sitegen-lock"

  private init(_ folder: String, _ descriptor: Int32, _ hasMadeFolder: Bool) {
    self.folder = folder
    self.descriptor = descriptor
    self.hasMadeFolder = hasMadeFolder
  }

  deinit { close(descriptor) }
}

/// Who is at work in an output folder.
package struct LockHolder: Hashable, Sendable {
  /// Nil if it is not known.
  package var process: Int?
  package var since: Timestamp
}

extension LockHolder {
  /// What the file of the lock says; it was written when the lock was taken.
  fileprivate init(_ descriptor: Int32) {
    var info = stat()
    fstat(descriptor, &info)
    let stamp = FileStamp(info)
    since = Timestamp(secondsSince1970: (stamp?.modified ?? 0) / 1_000_000_000)
    var text = [UInt8](repeating: 0, count: 20)
    let count = pread(descriptor, &text, text.count, 0)
    process = Int(String(decoding: text.prefix(max(0, count)), as: UTF8.self))
  }
}

extension OutputLock {
  private var isInPlace: Bool {
    var (mine, found) = (stat(), stat())
    return fstat(descriptor, &mine) == 0 && stat("\(folder)/\(Self.fileName)", &found) == 0
      && mine.st_ino == found.st_ino
  }

  /// Says for others who has the lock; if that cannot be written, the lock holds all the same.
  private func sign() {
    let text = Array(String(getpid()).utf8)
    ftruncate(descriptor, 0)
    pwrite(descriptor, text, text.count, 0)
  }

  /// Makes a folder and those above it.
  ///
  /// - Returns: Whether it was not there yet.
  private static func makeFolders(_ path: String) throws(SystemError) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    if errno == EEXIST { return false }
    guard errno == ENOENT, let parent = path.parentFolder, !parent.isEmpty else {
      throw SystemError(path: path, code: errno)
    }
    _ = try makeFolders(parent)
    try system(path) { mkdir(path, 0o777) }
    return true
  }
}
