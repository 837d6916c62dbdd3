import SiteModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file held open, which is closed with the value.
struct OpenFile: ~Copyable {
  private var descriptor: Int32
  private let path: String

  /// - Parameters:
  ///   - descriptor: what the system calls it.
  ///   - path: what errors call it.
  init(_ descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes bytes behind those that were written.
  func append(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      written += try system(path) {
        bytes.withUnsafeBytes {
          write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
        }
      }
    }
  }

  /// Whether the next bytes of the file are these.
  func continues(with bytes: [UInt8]) -> Bool {
    var compared = 0
    var buffer = [UInt8](repeating: 0, count: min(bytes.count, 1 << 16))
    while compared < bytes.count {
      let count = read(descriptor, &buffer, min(buffer.count, bytes.count - compared))
      let isSame = bytes.withUnsafeBytes { bytes in
        guard count > 0, let start = bytes.baseAddress else { return false }
        return memcmp(start + compared, buffer, count) == 0
      }
      guard isSame else { return false }
      compared += count
    }
    return true
  }

  /// All bytes from here on; nil if they cannot be read.
  func remainingBytes() -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(stamp?.size ?? 0)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count <= 0 { return count == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  /// Closes a file that was written; some disks say only now that they are full.
  ///
  /// - Returns: How the file was left.
  consuming func finish() throws(SystemError) -> FileStamp {
    let stamp = stamp
    let result = close(descriptor)
    descriptor = -1
    guard result == 0, let stamp else { throw SystemError(path: path, code: errno) }
    return stamp
  }

  /// How the file is; nil if it is none, but a folder or a device.
  var stamp: FileStamp? {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? FileStamp(info) : nil
  }
}

private func nanoseconds(_ time: timespec) -> Int {
  Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}

extension FileStamp {
  /// Nil for what is no file.
  init?(_ info: stat) {
    guard info.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(fields: info)
  }

  /// Nil for what is no folder.
  init?(ofFolder info: stat) {
    guard info.st_mode & S_IFMT == S_IFDIR else { return nil }
    self.init(fields: info)
  }

  private init(fields info: stat) {
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
