import SiteModel

/// The front matter of a file as data, and the text that follows it.
struct FrontMatterSource {
  var entries: [DataEntry]
  var body: ArraySlice<UInt8>
  /// The number of the file's line in which the text begins.
  var bodyLine: Int
  /// Warnings about the data as such.
  var diagnostics: [Diagnostic]
  /// The line of the opening fence.
  var line: Int

  /// Takes a file apart and parses its front matter, in whichever language it is.
  static func read(
    _ bytes: [UInt8], file: String
  ) -> Result<FrontMatterSource, DiagnosticFailure> {
    FrontMatterFence.split(bytes, file: file).flatMap { document in
      do throws(DataSyntaxError) {
        return try parse(document, bytes)
      } catch {
        return .failure(DiagnosticFailure(diagnostic: FrontMatterMessage.syntax(error)))
      }
    }
  }

  /// Where something is said to be missing from the front matter.
  func start(_ file: String) -> Place {
    Place(file: file, line: line)
  }

  private static func parse(
    _ document: SplitDocument, _ bytes: [UInt8]
  ) throws(DataSyntaxError) -> Result<FrontMatterSource, DiagnosticFailure> {
    var bodyStart = document.bodyStart
    var bodyLine = document.bodyLine
    let root: DataNode?
    var repeated: [Located<String>] = []
    switch document.language {
    case .yaml: (root, repeated) = try YAMLParser.parse(document.data)
    case .toml: root = try TOMLParser.parse(document.data)
    case .json:
      let (node, end) = try JSONParser.parseObject(document.data)
      root = node
      // The text begins on the line after the closing brace.
      bodyStart = min(document.data.endOfLine(from: end) + 1, bytes.count)
      bodyLine = document.data.place(at: end).line + 1
      if let rest = document.data.text(after: end) {
        throw DataSyntaxError(
          problem: "the text must begin on a line of its own",
          hint: "Put a line break after the closing brace of the front matter.", place: rest)
      }
    }
    let entries: [DataEntry]
    switch root?.value {
    case nil, .null: entries = []
    case .table(let found): entries = found
    default:
      let node = root ?? DataNode(.null, at: document.data.place(at: 0))
      return .failure(DiagnosticFailure(diagnostic: FrontMatterMessage.notATable(node)))
    }
    let isFenced = document.language != .json
    return .success(
      FrontMatterSource(
        entries: entries, body: bytes[bodyStart...], bodyLine: bodyLine,
        diagnostics: repeated.map { FrontMatterMessage.repeatedKey($0) },
        line: document.data.firstLine - (isFenced ? 1 : 0)))
  }
}

extension SourceText {
  /// The place of what follows an offset on its line, if it is more than blanks.
  fileprivate func text(after offset: Int) -> Place? {
    let end = endOfLine(from: offset)
    guard let first = bytes[offset..<end].firstIndex(where: { !$0.isWhitespace }) else {
      return nil
    }
    return placeOfRestOfLine(from: first)
  }
}
