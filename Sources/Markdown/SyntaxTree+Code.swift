extension SyntaxTree {
  /// The lines of code blocks, which the parser takes as they are.
  func linesOfCode() -> LineSet {
    var lines = LineSet()
    var current = root.firstChild
    while let node = current {
      if node.kind == .codeBlock, node.endLine >= node.startLine {
        lines.insert(node.startLine...node.endLine)
      }
      current = node.nextBlock(below: root)
    }
    return lines
  }
}

/// Line numbers, as the ranges that they form.
struct LineSet {
  private var ranges: [ClosedRange<Int>] = []

  mutating func insert(_ range: ClosedRange<Int>) {
    ranges.append(range)
  }

  func contains(_ line: Int) -> Bool {
    ranges.contains { $0.contains(line) }
  }
}
