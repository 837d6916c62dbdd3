import SiteModel

/// A Markdown file taken apart into its front matter and its text.
struct SplitDocument {
  /// The language of the front matter.
  enum Language {
    case yaml
    case toml
    case json
  }

  var language: Language
  /// The front matter without its fences; for JSON all that follows, as only parsing finds its end.
  var data: SourceText
  /// Where the text begins; unknown (the end of the file) for JSON until it is parsed.
  var bodyStart: Int
  /// The number of the file's line in which the text begins.
  var bodyLine: Int
}

/// Finds front matter at the very start of a file.
///
/// A fence is a line that is exactly `---` or `+++`, so that these may occur within a title. Only
/// a byte order mark and empty lines may stand before the first one.
enum FrontMatterFence {
  static func split(_ bytes: [UInt8], file: String) -> Result<SplitDocument, DiagnosticFailure> {
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    while position < bytes.count, bytes[position].isWhitespace {
      let end = endOfLine(bytes, position)
      guard bytes[position..<end].allSatisfy(\.isWhitespace) else { break }
      position = min(end + 1, bytes.count)
      line += 1
    }
    guard position < bytes.count else { return failure(FrontMatterMessage.empty(file)) }
    if opensObject(bytes, position) {
      let data = SourceText(
        file: file, bytes: bytes, range: position..<bytes.count, firstLine: line)
      return .success(
        SplitDocument(language: .json, data: data, bodyStart: bytes.count, bodyLine: line))
    }
    guard let language = fence(bytes, position) else {
      return failure(FrontMatterMessage.missing(Place(file: file, line: line)))
    }
    let start = min(endOfLine(bytes, position) + 1, bytes.count)
    var lineStart = start
    var bodyLine = line + 1
    while lineStart < bytes.count {
      let end = endOfLine(bytes, lineStart)
      if fence(bytes, lineStart) == language {
        let data = SourceText(
          file: file, bytes: bytes, range: start..<lineStart, firstLine: line + 1)
        return .success(
          SplitDocument(
            language: language, data: data, bodyStart: min(end + 1, bytes.count),
            bodyLine: bodyLine + 1))
      }
      lineStart = end + 1
      bodyLine += 1
    }
    return failure(
      FrontMatterMessage.unclosed(
        language == .yaml ? "---" : "+++", Place(file: file, line: line, length: 3)))
  }
}

/// A diagnostic as the reason for a failure.
struct DiagnosticFailure: Error {
  var diagnostic: Diagnostic
}

extension FrontMatterFence {
  private static func failure(
    _ diagnostic: Diagnostic
  ) -> Result<SplitDocument, DiagnosticFailure> {
    .failure(DiagnosticFailure(diagnostic: diagnostic))
  }

  private static func endOfLine(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start...].firstIndex(of: .newline) ?? bytes.count
  }

  /// The language whose fence the line at an offset is.
  private static func fence(_ bytes: [UInt8], _ start: Int) -> SplitDocument.Language? {
    guard start + 3 <= bytes.count else { return nil }
    let mark = bytes[start]
    guard mark == .hyphen || mark == .plus, bytes[start + 1] == mark, bytes[start + 2] == mark
    else { return nil }
    var position = start + 3
    while position < bytes.count, bytes[position] != .newline {
      guard bytes[position].isWhitespace else { return nil }
      position += 1
    }
    return mark == .hyphen ? .yaml : .toml
  }

  /// Whether a JSON object begins here; `{{` and `{%` of other generators' text do not count.
  private static func opensObject(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard bytes[start] == UInt8(ascii: "{") else { return false }
    let next = bytes[(start + 1)...].first { !$0.isWhitespace }
    return next == .quotationMark || next == UInt8(ascii: "}")
  }
}
