extension BodyWriter {
  mutating func enterBlock(_ node: Node, _ kind: Node.Kind) {
    switch kind {
    case .paragraph: openParagraph(node)
    case .heading: openHeading(node)
    case .list: openList(node)
    case .item: openItem(node)
    case .blockQuote: openQuote(node)
    case .codeBlock: writeCodeBlock(node)
    case .thematicBreak:
      html.startLine()
      html.write("<hr>\n")
    case .htmlBlock: writeHTMLBlock(node)
    case .table: openTable(node)
    case .tableHeader, .tableRow: openRow(node, kind)
    case .tableCell: openCell(node)
    case .footnoteDefinition: openFootnote(node)
    default: break
    }
  }

  mutating func exitBlock(_ node: Node, _ kind: Node.Kind) {
    switch kind {
    case .paragraph: closeParagraph(node)
    case .heading: closeHeading()
    case .list: html.write(node.orderedListStart == nil ? "</ul>\n" : "</ol>\n")
    case .item: html.write("</li>\n")
    case .blockQuote: closeQuote(node)
    case .table: closeTable()
    case .tableHeader, .tableRow: closeRow(kind)
    case .tableCell: closeCell(node)
    case .footnoteDefinition: closeFootnote(node)
    case .document:
      closeFootnotes()
      finishShortcodes()
    default: break
    }
  }
}

extension BodyWriter {
  private mutating func openParagraph(_ node: Node) {
    block = node
    if let picture = node.captionedPicture {
      figure = picture
      html.startLine()
      html.write("<figure>")
    } else if !node.isInTightList {
      html.startLine()
      html.write("<p>")
    }
  }

  private mutating func closeParagraph(_ node: Node) {
    text.endBlock()
    if let picture = figure {
      html.write("<figcaption>")
      html.write(escaping: picture.title)
      html.write("</figcaption></figure>\n")
      figure = nil
    } else if !node.isInTightList {
      if node.next == nil, node.parent?.kind == .footnoteDefinition { writeBackLinks(" ") }
      if shortcodes.hasDividedParagraph {
        html.trimSpaces(downTo: shortcodes.protectedEnd)
        shortcodes.hasDividedParagraph = false
      }
      // Nothing is left of a paragraph whose raw HTML was left out.
      if removeOpenedParagraph() { return }
      html.write("</p>\n")
    }
  }

  private mutating func openList(_ node: Node) {
    html.startLine()
    switch node.orderedListStart {
    case nil: html.write("<ul>\n")
    case 1?: html.write("<ol>\n")
    case let start?:
      html.write("<ol start=\"")
      html.write(start)
      html.write("\">\n")
    }
  }

  private mutating func openItem(_ node: Node) {
    html.startLine()
    guard let isDone = node.isTaskDone ?? node.takeTaskMarker() else { return html.write("<li>") }
    html.write("<li class=\"task\"><input type=\"checkbox\" disabled")
    if isDone { html.write(" checked") }
    html.write(" aria-label=\"")
    html.write(isDone ? GeneratedText.taskDone : GeneratedText.taskOpen)
    html.write("\"> ")
  }

  private mutating func openQuote(_ node: Node) {
    html.startLine()
    guard let alert = structure.alerts[node] else {
      // Whom an article quotes may write from right to left.
      return html.write("<blockquote dir=\"auto\">\n")
    }
    html.write("<aside class=\"alert alert-")
    html.write(escaping: alert.rawValue)
    html.write("\" role=\"note\" aria-label=\"")
    html.write(escaping: alert.title)
    html.write("\">\n<p class=\"alert-title\">")
    html.write(escaping: alert.title)
    html.write("</p>\n")
  }

  private mutating func closeQuote(_ node: Node) {
    html.startLine()
    html.write(structure.alerts[node] == nil ? "</blockquote>\n" : "</aside>\n")
  }
}

extension Node {
  /// Takes `[x]` from the text of an item; the library sees it only where its line begins with the
  /// item, not in a quotation or an alert.
  fileprivate func takeTaskMarker() -> Bool? {
    guard let marker = firstChild?.firstChild, marker.kind == .text,
      firstChild?.kind == .paragraph, marker.literal.count > 4,
      let isDone = Self.taskMarkers[String(decoding: marker.literal.prefix(4), as: UTF8.self)]
    else { return nil }
    marker.setLiteral(String(decoding: marker.literal.dropFirst(4), as: UTF8.self))
    return isDone
  }

  private static let taskMarkers = ["[ ] ": false, "[x] ": true, "[X] ": true]

  /// Whether a paragraph stands in a list whose items are not set apart, and gets no `<p>`.
  var isInTightList: Bool {
    guard let list = parent?.parent, list.kind == .list else { return false }
    return list.isTightList
  }

  /// The picture that is all of a paragraph, if it has a title.
  fileprivate var captionedPicture: Node? {
    guard let child = firstChild, child.next == nil, child.kind == .image,
      child.title.contains(where: { $0 > 0x20 })
    else { return nil }
    if case .unsafe = LinkDestination(child.destination, for: .image) { return nil }
    return child
  }
}
