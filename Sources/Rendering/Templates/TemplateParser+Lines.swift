/// How tags and the lines of a template share their white space.
extension TemplateParser {
  /// Takes the text before a tag that is part of a line.
  mutating func takeText(before tag: TemplateTag, _ nodes: inout [TemplateNode]) {
    takeText(upTo: tag.range.lowerBound, &nodes)
    if isAtLineStart {
      learnMargin(0)
      nodes.append(.lineStart)
      isAtLineStart = false
    }
    textStart = tag.range.upperBound
  }

  /// Takes the text before a tag, and the tag's whole line if it stands alone on it.
  ///
  /// - Returns: What stood before the tag, if it stands alone.
  @discardableResult
  mutating func takeLine(of tag: TemplateTag, _ nodes: inout [TemplateNode]) -> [UInt8]? {
    guard let start = tag.indentStart, let end = tag.lineEnd else {
      takeText(before: tag, &nodes)
      return nil
    }
    takeText(upTo: start, &nodes)
    learnMargin(tag.range.lowerBound - start)
    textStart = end
    isAtLineStart = true
    return indentationBefore(tag)
  }

  /// Takes the text up to a position, line by line.
  mutating func takeText(upTo end: Int, _ nodes: inout [TemplateNode]) {
    let bytes = scanner.bytes
    while textStart < end {
      let newline = bytes[textStart..<end].firstIndex(of: UInt8(ascii: "\n"))
      let lineEnd = newline.map { $0 + 1 } ?? end
      if isAtLineStart {
        let blankCount = blankCount(from: textStart)
        if textStart + blankCount != newline { learnMargin(blankCount) }
        nodes.append(.lineStart)
        textStart += min(blankCount, marginWidth)
      }
      if textStart < lineEnd { nodes.append(.text(Array(bytes[textStart..<lineEnd]))) }
      isAtLineStart = newline != nil
      textStart = lineEnd
    }
  }

  /// The white space before a tag at the beginning of its line, beyond the margin.
  func indentationBefore(_ tag: TemplateTag) -> [UInt8] {
    tag.indentStart.map { blanks(from: $0) } ?? []
  }

  /// The white space at the beginning of a line, beyond the margin.
  func blanks(from start: Int) -> [UInt8] {
    let count = blankCount(from: start)
    return Array(scanner.bytes[start..<start + count].dropFirst(marginWidth))
  }
}

extension TemplateParser {
  private func blankCount(from start: Int) -> Int {
    scanner.bytes[start...].prefix(while: isBlank).count
  }

  private var marginWidth: Int {
    if case .width(let width) = margin { width } else { 0 }
  }

  /// The first line of a block says how far it is indented.
  private mutating func learnMargin(_ width: Int) {
    if case .unknown = margin { margin = .width(width) }
  }
}
