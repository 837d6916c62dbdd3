import Foundation
import Hummingbird
import Publishing

/// An opened file or folder.
///
/// A build may put another file in its place at any moment; its size, its date and its bytes stay
/// those of one and the same version.
final class ServedFile: Sendable {
  /// What the file middleware asks about.
  struct Attributes: FileMiddlewareFileAttributes {
    var isFolder: Bool
    var size: Int
    var modificationDate: Date
  }

  /// Nil for what is neither a file nor a folder.
  let attributes: Attributes?
  private let descriptor: Int32

  init?(opening path: String) {
    // Opening a pipe would wait for someone to write to it.
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    attributes = OpenedFileInfo(of: descriptor).flatMap { Attributes($0) }
  }

  deinit {
    close(descriptor)
  }

  /// Where it lies, whatever links led to it; nil if it is there no more.
  var realPath: String? {
    #if canImport(Darwin)
      var path = [CChar](repeating: 0, count: Int(MAXPATHLEN))
      guard fcntl(descriptor, F_GETPATH, &path) == 0 else { return nil }
      return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #else
      var path = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink("/proc/self/fd/\(descriptor)", &path, path.count)
      guard count > 0 else { return nil }
      return String(decoding: path.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    #endif
  }

  /// The bytes, read as they are sent.
  func body(_ range: ClosedRange<Int> = 0...Int.max) -> ResponseBody {
    guard let size = attributes?.size, range.lowerBound < size else { return ResponseBody() }
    let end = min(range.upperBound, size - 1) + 1
    return ResponseBody(contentLength: end - range.lowerBound) { writer in
      var position = range.lowerBound
      while position < end {
        let bytes = try self.bytes(at: position, atMost: min(end - position, 128 * 1_024))
        try await writer.write(ByteBuffer(bytes: bytes))
        position += bytes.count
      }
      try await writer.finish(nil)
    }
  }

  /// The whole file, for what the server itself reads.
  func contents() -> [UInt8]? {
    // A file that became shorter meanwhile is read again with the next request.
    guard let size = attributes?.size, size > 0, let bytes = try? bytes(at: 0, atMost: size) else {
      return nil
    }
    return Array(bytes)
  }

  private func bytes(at position: Int, atMost count: Int) throws -> ArraySlice<UInt8> {
    var buffer = [UInt8](repeating: 0, count: count)
    let read = pread(descriptor, &buffer, count, off_t(position))
    guard read > 0 else { throw CutShort() }
    return buffer[..<read]
  }

  /// The file became shorter while it was read.
  private struct CutShort: Error {}
}

extension ServedFile.Attributes {
  fileprivate init?(_ info: OpenedFileInfo) {
    guard info.kind == .file || info.kind == .folder else { return nil }
    isFolder = info.kind == .folder
    size = info.size
    // With its fraction, or two builds within a second would be one version to a browser.
    modificationDate = Date(timeIntervalSince1970: info.modified)
  }
}
