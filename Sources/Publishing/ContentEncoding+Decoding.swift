import CCompression

extension ContentEncoding {
  /// Why no file can be read that is compressed; nil if they can.
  static var decodingProblem: String? {
    sitegen_decompression_problem().map { String(cString: $0) }
  }

  /// The text of a compressed file; nil if it is damaged, or longer than any that sitegen writes.
  func decompressed(_ file: [UInt8]) -> [UInt8]? {
    var room = file.count * 8 + 4_096
    while room <= 1 << 30 {
      var text = [UInt8](repeating: 0, count: room)
      let count =
        switch self {
        case .gzip: sitegen_gunzip(file, file.count, &text, room)
        case .brotli: sitegen_unbrotli(file, file.count, &text, room)
        }
      if count > 0 {
        text.removeLast(room - count)
        return text
      }
      room *= 8
    }
    return nil
  }
}
