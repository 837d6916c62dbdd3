import SiteModel

/// Where in the structure of the text a tag stands.
enum ShortcodePosition {
  /// Between paragraphs.
  case block
  case paragraph
  /// In a paragraph without `<p>`, or in the cell of a table.
  case tight
  /// In a heading, a link or emphasized text.
  case inline
}

extension BodyWriter {
  /// Where in the structure of the text a node stands.
  func position(of node: Node) -> ShortcodePosition {
    if node.kind == .htmlBlock { return .block }
    guard let parent = node.parent else { return .block }
    switch parent.kind {
    case .paragraph: return parent.isInTightList ? .tight : .paragraph
    case .tableCell: return .tight
    default: return .inline
    }
  }

  /// What both tags of a pair must stand in.
  func container(of node: Node, _ display: ShortcodeDeclaration.Display) -> Node? {
    guard display == .block, node.parent?.kind == .paragraph else { return node.parent }
    return node.parent?.parent
  }

  /// Ends the paragraph around a block, or begins one around what stands in a line.
  mutating func beginBlock(
    _ display: ShortcodeDeclaration.Display, _ position: ShortcodePosition
  ) {
    switch (display, position) {
    case (.block, .paragraph): endParagraphBeforeBlock()
    case (.block, .block): html.startLine()
    case (.inline, .block):
      html.startLine()
      html.write("<p>")
    default: break
    }
  }

  /// Goes on after a block, or ends the paragraph around what stands in a line.
  mutating func endBlock(
    _ display: ShortcodeDeclaration.Display, _ position: ShortcodePosition
  ) {
    switch (display, position) {
    case (.block, .paragraph):
      html.write("<p>")
      shortcodes.hasDividedParagraph = true
    case (.inline, .block): html.write("</p>\n")
    default: break
    }
  }

  /// Ends a paragraph in the middle of its text; of one without any text nothing remains.
  mutating func endParagraphBeforeBlock() {
    html.trimSpaces(downTo: shortcodes.protectedEnd)
    if !removeOpenedParagraph() { html.write("</p>\n") }
    text.endBlock()
  }

  /// Takes a `<p>` away after which nothing was written.
  mutating func removeOpenedParagraph() -> Bool {
    html.count - 3 >= shortcodes.protectedEnd && html.removeSuffix("<p>")
  }
}
