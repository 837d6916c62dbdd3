import Content
import SiteModel

/// Where the bytes of a file of the output come from.
enum FileSource: Sendable {
  case bytes([UInt8])
  /// A file of the project, which is never in memory as a whole.
  case file(SourceFile)

  /// How many bytes are handed over at once.
  private static let pieceSize = 1 << 18
}

/// Why a file of the output could not be made.
struct OutputFailure: Error {
  var diagnostic: Diagnostic
}

extension FileSource {
  /// Writes the bytes into a new file.
  func write(to file: borrowing OpenFile) throws(OutputFailure) {
    var offset = 0
    while let piece = try piece(at: offset), !piece.isEmpty {
      do {
        try file.append(piece)
      } catch {
        throw OutputFailure(diagnostic: OutputMessage.cannotWrite(error))
      }
      offset += piece.count
    }
  }

  /// The stamp of a file that holds these bytes; nil if it holds others.
  func stamp(ofEqual file: borrowing OpenFile) throws(OutputFailure) -> FileStamp? {
    guard let stamp = file.stamp, stamp.size == size else { return nil }
    var offset = 0
    while offset < stamp.size, let piece = try piece(at: offset), !piece.isEmpty {
      guard file.continues(with: piece) else { return nil }
      offset += piece.count
    }
    return offset == stamp.size ? stamp : nil
  }

  /// All bytes at once.
  func allBytes() throws(OutputFailure) -> [UInt8] {
    if case .bytes(let bytes) = self { return bytes }
    var bytes: [UInt8] = []
    while let piece = try piece(at: bytes.count), !piece.isEmpty { bytes += piece }
    return bytes
  }

  private var size: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .file(let file): file.size
    }
  }

  /// The bytes from an offset on, not necessarily all; nil at the end.
  private func piece(at offset: Int) throws(OutputFailure) -> [UInt8]? {
    switch self {
    case .bytes(let bytes): return offset == 0 ? bytes : nil
    case .file(let file):
      switch file.piece(at: offset, length: Self.pieceSize) {
      case .success(let piece): return piece
      case .failure(let failure): throw OutputFailure(diagnostic: failure.diagnostic)
      }
    }
  }
}
