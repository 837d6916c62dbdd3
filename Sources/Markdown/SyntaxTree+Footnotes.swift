import SiteModel

extension SyntaxTree {
  /// Takes out footnotes that are defined a second time, and reports what an author got wrong.
  ///
  /// The library moves the definitions that are referred to to the end of the document, in the order
  /// of their first references; it drops the others without a word and leaves second definitions
  /// where they stand.
  func checkFootnotes(in source: inout SourceText, reporting diagnostics: inout [Diagnostic]) {
    let codeLines = linesOfCode()
    var typed = FootnoteLines(of: &source)
    typed.labels = typed.labels.filter { !codeLines.contains($0.key) }

    let firstLines = typed.firstLineByLabel()
    let kept = removeStrayFootnotes { line in
      typed.labels[line].map { firstLines[$0] != line } ?? false
    }
    for (line, label) in typed.labels.sorted(by: { $0.key < $1.key }) {
      let place = source.place(line: line, column: 1)
      if firstLines[label] != line {
        diagnostics.append(.definedAgain(label, at: place))
      } else if !kept.contains(line) {
        diagnostics.append(.neverReferredTo(label, at: place))
      }
    }
  }
}

extension SyntaxTree {
  /// Leaves only the footnotes that the library has moved to the end, and gives all lines on which
  /// a definition was parsed.
  private func removeStrayFootnotes(isRepeated: (Int) -> Bool) -> Set<Int> {
    let firstMoved = firstOfLastFootnotes()
    var lines: Set<Int> = []
    var isAtEnd = false
    var current = root.firstChild
    while let node = current {
      if node == firstMoved { isAtEnd = true }
      current = node.nextBlock(below: root)
      guard node.kind == .footnoteDefinition else { continue }
      lines.insert(node.startLine)
      if !isAtEnd || node.parent != root || isRepeated(node.startLine) {
        current = node.nextAfterChildren(below: root)
        node.remove()
      }
    }
    return lines
  }

  private func firstOfLastFootnotes() -> Node? {
    var first: Node?
    var current = root.lastChild
    while let node = current, node.kind == .footnoteDefinition {
      first = node
      current = node.previous
    }
    return first
  }
}

/// The labels of the lines that look like footnote definitions: `[^label]: text`.
private struct FootnoteLines {
  var labels: [Int: String] = [:]

  init(of source: inout SourceText) {
    let bytes = source.bytes
    for (index, start) in SourceLines.starts(in: bytes).enumerated() {
      guard let label = Self.label(in: bytes[start...]) else { continue }
      labels[index + 1] = label
    }
  }

  func firstLineByLabel() -> [String: Int] {
    var lines: [String: Int] = [:]
    for (line, label) in labels {
      lines[label] = min(lines[label] ?? line, line)
    }
    return lines
  }

  private static func label(in line: ArraySlice<UInt8>) -> String? {
    guard let start = line.firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") })
    else { return nil }
    let rest = line[start...]
    guard rest.starts(with: "[^".utf8) else { return nil }
    let label = rest.dropFirst(2).prefix {
      $0 != UInt8(ascii: "]") && $0 > UInt8(ascii: " ")
    }
    guard !label.isEmpty, rest[label.endIndex...].starts(with: "]:".utf8) else { return nil }
    return String(decoding: label, as: UTF8.self).lowercased()
  }
}

extension Diagnostic {
  fileprivate static func definedAgain(_ label: String, at place: Place) -> Diagnostic {
    .warning(
      .markdownFootnote, "a footnote may be defined once, and [^\(label)] was defined before",
      hint: "Give this footnote a label of its own.", at: place)
  }

  fileprivate static func neverReferredTo(_ label: String, at place: Place) -> Diagnostic {
    .warning(
      .markdownFootnote, "nothing refers to footnote [^\(label)], so it is left out",
      hint: "Write [^\(label)] where the note belongs, or remove it.", at: place)
  }
}
