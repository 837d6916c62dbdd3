import SiteModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file of the project held open, to be read piece by piece.
package final class SourceFile: Sendable {
  package let size: Int
  private let path: String
  private let descriptor: Int32

  /// Opens a file; nil if it cannot be read.
  ///
  /// - Parameters:
  ///   - fullPath: where it is.
  ///   - path: what diagnostics call it.
  fileprivate init?(atPath fullPath: String, path: String) {
    descriptor = open(fullPath, O_RDONLY | O_CLOEXEC)
    self.path = path
    var info = stat()
    guard descriptor >= 0, fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    size = Int(info.st_size)
  }

  deinit { close(descriptor) }

  /// Bytes from an offset on, fewer than asked for if the file ends, none at its end.
  package func piece(at offset: Int, length: Int) -> Result<[UInt8], ReadFailure> {
    var piece = [UInt8](repeating: 0, count: max(0, min(length, size - offset)))
    let count = pread(descriptor, &piece, piece.count, off_t(offset))
    guard count >= 0 else {
      return .failure(ReadFailure(diagnostic: ContentReader.unreadable(path)))
    }
    piece.removeLast(piece.count - count)
    return .success(piece)
  }
}

extension ContentReader {
  /// Opens a file that may be too large to be in memory as a whole.
  package func openFile(_ path: String) -> Result<SourceFile, ReadFailure> {
    SourceFile(atPath: "\(root)/\(path)", path: path).map(Result.success)
      ?? .failure(ReadFailure(diagnostic: Self.unreadable(path)))
  }
}
