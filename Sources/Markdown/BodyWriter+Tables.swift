/// Where in a table the writer is.
struct TableState {
  /// The heading under which tables stand, for their labels.
  var section: String?
  var alignments = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var column = 0
  var isInHeader = false
  var hasBody = false
}

extension BodyWriter {
  mutating func openTable(_ node: Node) {
    table.alignments = node.columnAlignments
    table.hasBody = false
    html.startLine()
    html.write("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"")
    let label = table.section.map { "\(GeneratedText.table): \($0)" } ?? GeneratedText.table
    html.write(escaping: labels.unique(label))
    html.write("\">\n<table>\n")
  }

  mutating func closeTable() {
    html.write(table.hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
  }

  mutating func openRow(_ node: Node, _ kind: Node.Kind) {
    block = node
    table.column = 0
    table.isInHeader = kind == .tableHeader
    if table.isInHeader {
      html.write("<thead>\n")
    } else if !table.hasBody {
      html.write("<tbody>\n")
      table.hasBody = true
    }
    html.write("<tr>\n")
  }

  mutating func closeRow(_ kind: Node.Kind) {
    html.write(kind == .tableHeader ? "</tr>\n</thead>\n" : "</tr>\n")
  }

  mutating func openCell(_ node: Node) {
    // An empty header names nothing.
    html.write(table.isInHeader && node.firstChild != nil ? "<th scope=\"col\"" : "<td")
    if table.column < table.alignments.count {
      switch table.alignments[table.column] {
      case UInt8(ascii: "l"): html.write(" class=\"align-left\"")
      case UInt8(ascii: "c"): html.write(" class=\"align-center\"")
      case UInt8(ascii: "r"): html.write(" class=\"align-right\"")
      default: break
      }
    }
    html.write(">")
    table.column += 1
  }

  mutating func closeCell(_ node: Node) {
    html.write(table.isInHeader && node.firstChild != nil ? "</th>\n" : "</td>\n")
    text.endBlock()
  }
}
