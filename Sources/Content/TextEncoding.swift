import SiteModel

/// Checks that files are written in UTF-8.
enum TextEncoding {
  /// The error of a file that is not, with the place of its first wrong byte.
  static func problem(in bytes: [UInt8], file: String) -> Diagnostic? {
    // Text that is ASCII throughout, as most is, needs no closer look.
    if bytes.reduce(0, |) < 0x80 || String(validating: bytes, as: UTF8.self) != nil { return nil }
    let offset = firstInvalidByte(bytes)
    let line = bytes[..<offset].reduce(1) { $1 == .newline ? $0 + 1 : $0 }
    let lineStart = bytes[..<offset].lastIndex(of: .newline).map { $0 + 1 } ?? 0
    return .error(
      .contentEncoding, "the file must be written in UTF-8, and this byte is not",
      hint: "Save the file again with the encoding UTF-8.",
      at: Place(file: file, line: line, column: offset - lineStart + 1))
  }

  /// The offset where the first ill-formed sequence begins.
  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    return offset
  }
}
