import SiteModel
import Yams

/// What YAML requires, in words for editors.
enum YAMLMessage {
  static func tooLarge(at place: Place) -> DataSyntaxError {
    DataSyntaxError(
      problem: "the data is nested too deeply or is too large",
      hint: "Write at most \(DataLimits.depth) levels and \(DataLimits.nodes) values.",
      place: place)
  }

  static func undefinedAlias(at place: Place) -> DataSyntaxError {
    DataSyntaxError(
      problem: "text that begins with * refers to an anchor, and there is none of that name",
      hint: "Put text that begins with * in quotation marks.", place: place)
  }

  static func repeatedKey(_ key: Located<String>) -> DataSyntaxError {
    DataSyntaxError(
      problem: "the key \"\(abridged(key.value))\" is given twice",
      hint: "Remove one of the two.", place: key.place)
  }

  /// Where a key stands again, in the same column as at a mark.
  static func nextPlace(
    of key: String, from mark: Mark, in source: SourceText
  ) -> Located<String> {
    let first = source.offset(of: mark)
    let column = source.place(at: first).column
    let line = source.lines.first { line in
      line.lowerBound > first && isKey(key, at: line.lowerBound + column - 1, line, source)
    }
    let offset = line.map { $0.lowerBound + column - 1 } ?? first
    return Located(key, at: source.place(at: offset, length: key.utf8.count))
  }

  /// Says what a parser's error means and where it is.
  static func syntaxError(_ error: any Error, in source: SourceText) -> DataSyntaxError {
    let start = source.place(at: source.range.lowerBound)
    guard let error = error as? YamlError else {
      return DataSyntaxError(problem: "the YAML cannot be read", hint: nil, place: start)
    }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // Where something begins that has no end says more than where the end was missed.
      let isOpen = beginsAtContext.contains(problem)
      let offset = source.offset(of: isOpen ? context?.mark ?? mark : mark)
      return explained(problem, at: offset, in: source)
    case .reader:
      return controlCharacter(in: source)
    default:
      return DataSyntaxError(problem: "the YAML cannot be read", hint: nil, place: start)
    }
  }
}

extension YAMLMessage {
  private static let beginsAtContext: Set<String> = [
    "did not find expected alphabetic or numeric character", "found unexpected end of stream",
    "did not find expected ',' or ']'", "did not find expected ',' or '}'",
  ]

  private static func reservedStart(at place: Place) -> DataSyntaxError {
    DataSyntaxError(
      problem: "text cannot begin with this character unless it is in quotation marks",
      hint: "Put the whole text in quotation marks.", place: place)
  }

  private static func explained(
    _ problem: String, at offset: Int, in source: SourceText
  ) -> DataSyntaxError {
    let place = source.place(at: offset)
    let byte = offset < source.range.upperBound ? source.bytes[offset] : nil
    switch problem {
    case "mapping values are not allowed in this context":
      return DataSyntaxError(
        problem: "a colon and a space cannot stand within text that has no quotation marks",
        hint: "Put the whole text in quotation marks.", place: place)
    case "found a tab character that violates indentation",
      "found character that cannot start any token" where byte == .tab:
      return DataSyntaxError(
        problem: "YAML must be indented with spaces, not with tabs",
        hint: "Replace the tab by two spaces.", place: place)
    case "found character that cannot start any token",
      "did not find expected alphabetic or numeric character":
      return reservedStart(at: place)
    case "found undefined alias":
      return undefinedAlias(at: place)
    case "but found another document":
      return DataSyntaxError(
        problem: "there must be one YAML document, and another one begins here",
        hint: "Remove this line.", place: place)
    case "could not find expected ':'":
      return DataSyntaxError(
        problem: "a key must be followed by a colon and a space, on one line",
        hint: "Write key: value, and indent the lines of a long text.", place: place)
    case "found unexpected end of stream":
      return DataSyntaxError(
        problem: "a quotation mark is opened and not closed",
        hint: "Close it; write \\\" within \"...\" and '' within '...' for the mark itself.",
        place: place)
    case "did not find expected key", "did not find expected '-' indicator":
      return DataSyntaxError(
        problem: "this does not continue what stands before it",
        hint: "Indent the keys of one group alike, and put text with quotation marks or colons"
          + " in quotation marks.", place: place)
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return DataSyntaxError(
        problem: "a list or group that was opened by a bracket is not closed",
        hint: "Put commas between the values and a closing bracket at the end.", place: place)
    default:
      return DataSyntaxError(
        problem: "the YAML cannot be read: \(problem)",
        hint: "Put text with special characters in quotation marks.", place: place)
    }
  }

  private static func isKey(
    _ key: String, at offset: Int, _ line: Range<Int>, _ source: SourceText
  ) -> Bool {
    let end = offset + key.utf8.count
    guard end < line.upperBound, source.bytes[end] == .colon else { return false }
    return source.bytes[offset..<end].elementsEqual(key.utf8)
  }

  private static func controlCharacter(in source: SourceText) -> DataSyntaxError {
    let offset = source.range.first { offset in
      let byte = source.bytes[offset]
      return (byte < 0x20 && !byte.isWhitespace) || byte == 0x7F
    }
    return DataSyntaxError(
      problem: "there is a control character that YAML does not allow",
      hint: "Delete the invisible character.",
      place: source.place(at: offset ?? source.range.lowerBound))
  }
}

extension SourceText {
  /// The offset of one of Yams's marks.
  func offset(of mark: Mark) -> Int {
    var cursor = MarkCursor()
    return cursor.offset(line: mark.line, column: mark.column, in: self)
  }
}
