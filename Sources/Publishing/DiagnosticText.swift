package import SiteModel

/// How a diagnostic is shown: one line that editors and terminals can jump to, the line of source
/// with a caret, and what to do.
package struct DiagnosticText {
  private let excerpts: [Place: String]
  private let style: TextStyle

  /// Takes the lines of source that places lie on.
  package init(excerpts: [Place: String], style: TextStyle = .plain) {
    self.excerpts = excerpts
    self.style = style
  }

  /// Several lines without a final newline.
  package func text(of diagnostic: Diagnostic) -> String {
    var lines = [headline(diagnostic)]
    if let place = diagnostic.place, let source = excerpts[place] {
      var shown = excerpt(source, at: place)
      shown[1] = style.text(shown[1], of: diagnostic.severity)
      lines += shown
    }
    if let hint = diagnostic.hint { lines.append("  \(style.hint("hint:")) \(hint)") }
    return lines.joined(separator: "\n")
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place.map { place in
      place.line > 0 ? "\(place.file):\(place.line):\(place.column): " : "\(place.file): "
    }
    let severity = style.text("\(diagnostic.severity.rawValue):", of: diagnostic.severity)
    let rule = style.dim("[\(diagnostic.identifier.rawValue)]")
    return "\(place.map(style.bold) ?? "")\(severity) \(style.bold(diagnostic.summary)) \(rule)"
  }

  /// The line, cut to a window around the place, with a caret below it.
  private func excerpt(_ source: String, at place: Place) -> [String] {
    let bytes = Array(source.utf8)
    let start = min(max(0, place.column - 1), bytes.count)
    let before = String(decoding: bytes[..<start], as: UTF8.self)
    let rest = String(decoding: bytes[start...], as: UTF8.self)
    let underlined = String(decoding: bytes[start...].prefix(place.length), as: UTF8.self)
    let lead = before.count > 60 ? "…" + before.suffix(50) : before
    let tail = rest.count > 80 ? rest.prefix(80) + "…" : rest[...]
    let number = String(place.line)
    let indent = lead.map {
      $0 == "\t" ? "\t" : String(repeating: " ", count: displayWidth(of: $0))
    }
    let width = max(1, underlined.prefix(80).reduce(0) { $0 + displayWidth(of: $1) })
    let gutter = String(repeating: " ", count: number.count)
    return [
      "  \(number) | \(lead)\(tail.filter { $0 != "\r\n" && $0 != "\r" })",
      "  \(gutter) | \(indent.joined())^\(String(repeating: "~", count: width - 1))",
    ]
  }
}

/// How many cells of a terminal a character takes (Unicode Standard Annex 11, simplified).
func displayWidth(of character: Character) -> Int {
  guard let scalar = character.unicodeScalars.first else { return 0 }
  if character.isASCII { return 1 }
  if scalar.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") {
    return 2
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
    0xa000...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
    0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
    return 2
  default: return 1
  }
}
