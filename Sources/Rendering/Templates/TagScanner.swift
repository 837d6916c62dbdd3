import SiteModel

/// A tag of a template and the line it stands on.
struct TemplateTag {
  /// The first character, unless the tag is a plain variable.
  var sigil: UInt8?
  var name: String
  /// Where its name stands.
  var place: Place
  /// The whole tag, in bytes.
  var range: Range<Int>
  /// Where its name begins, in bytes.
  var nameStart: Int
  /// Where its line begins, if only white space stands before the tag.
  var indentStart: Int?
  /// Where the next line begins, if only white space follows the tag.
  var lineEnd: Int?

  /// For example `{{#name}}`.
  var text: String {
    "{{\(sigil.map { String(UnicodeScalar($0)) } ?? "")\(name)}}"
  }
}

/// Finds the tags of a template.
struct TagScanner {
  let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: TemplateSource) {
    bytes = Array(source.text.utf8)
    file = source.path
  }

  /// The next tag; nil at the end of the file.
  mutating func next() -> TemplateTag? {
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") {
        return readTag()
      }
      advance()
    }
    position = bytes.count
    return nil
  }
}

extension TagScanner {
  private mutating func readTag() -> TemplateTag {
    let start = position
    let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
    let place = Place(file: file, line: line, column: start - lineStart + 1)
    position += isTriple ? 3 : 2
    var sigil: UInt8? = isTriple ? UInt8(ascii: "{") : nil
    if !isTriple, position < bytes.count, "#^/><$&!=*".utf8.contains(bytes[position]) {
      sigil = bytes[position]
      position += 1
    }
    while position < bytes.count, isSpace(bytes[position]) { advance() }
    let nameStart = position
    let closing = [UInt8](repeating: UInt8(ascii: "}"), count: isTriple ? 3 : 2)
    while position < bytes.count, !bytes[position...].starts(with: closing) { advance() }
    let nameEnd = bytes[nameStart..<position].lastIndex { !isSpace($0) }.map { $0 + 1 }
    let name = String(decoding: bytes[nameStart..<(nameEnd ?? nameStart)], as: UTF8.self)
    var namePlace = place
    namePlace.column += nameStart - start
    namePlace.length = max(1, name.utf8.count)
    if position >= bytes.count {
      diagnostics.append(
        .error(
          .templateSyntax, "the tag {{\(name.prefix(20)) is never closed",
          hint: "Write }} where the tag ends.", at: place))
      // What the tag would have meant is anyone's guess, so nothing else is said about it.
      sigil = UInt8(ascii: "!")
    } else {
      position += closing.count
    }
    return TemplateTag(
      sigil: sigil, name: name, place: namePlace, range: start..<position, nameStart: nameStart,
      indentStart: indentStart(before: start), lineEnd: lineEnd(after: position))
  }

  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }

  private func indentStart(before position: Int) -> Int? {
    var start = position
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    return start == 0 || bytes[start - 1] == UInt8(ascii: "\n") ? start : nil
  }

  private func lineEnd(after position: Int) -> Int? {
    var end = position
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if end == bytes.count { return end }
    if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count { end += 1 }
    return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }
}

/// White space within a line, or the end of one.
func isSpace(_ byte: UInt8) -> Bool {
  isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
}

/// White space within a line.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}
