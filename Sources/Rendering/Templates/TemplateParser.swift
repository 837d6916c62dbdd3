import SiteModel

/// Reads a Mustache template, keeps the places of its tags, and reports what is wrong with them.
///
/// White space follows the Mustache specification: a tag that stands alone on its line takes the
/// line with it, and a partial that stands alone gives its indentation to all of its lines.
struct TemplateParser {
  var scanner: TagScanner
  private var problems: [Diagnostic] = []
  /// Where the text begins that is in no node yet.
  var textStart = 0
  /// Whether nothing of the current line is in a node yet.
  var isAtLineStart = true
  /// White space that lines lose because the block that they are in is indented as a whole.
  var margin = Margin.width(0)

  /// How far a block is indented.
  enum Margin {
    /// Not known before its first line.
    case unknown
    case width(Int)
  }

  init(_ source: TemplateSource) {
    scanner = TagScanner(source)
  }

  var diagnostics: [Diagnostic] { scanner.diagnostics + problems }

  mutating func parse() -> [TemplateNode] {
    contents(of: nil).nodes
  }
}

extension TemplateParser {
  /// A tag that waits for the one that closes it.
  private struct Opening {
    enum Role {
      case section
      case block
      /// A block between `{{<name}}` and `{{/name}}`.
      case replacement
      case parent
    }

    var tag: TemplateTag
    var role: Role
  }

  /// The nodes up to the tag that closes `open`, or to the end of the file.
  private mutating func contents(
    of open: Opening?
  ) -> (nodes: [TemplateNode], end: TemplateTag?) {
    var nodes: [TemplateNode] = []
    while let tag = scanner.next() {
      switch tag.sigil {
      case UInt8(ascii: "!"): takeLine(of: tag, &nodes)
      case UInt8(ascii: "/"):
        if let open, tag.name == open.tag.name {
          close(open, with: tag, &nodes)
          return (nodes, tag)
        }
        reportStray(tag, inside: open?.tag)
        if open != nil { return (nodes, nil) }
      case UInt8(ascii: "$"): nodes.append(.block(block(tag, in: open, &nodes)))
      default:
        if let open, open.role == .parent { reportBetweenBlocks(tag, of: open.tag) }
        addNode(of: tag, &nodes)
      }
    }
    takeText(upTo: scanner.bytes.count, &nodes)
    if let tag = open?.tag {
      report("\(tag.text) is never closed", "Write {{/\(tag.name)}} where it ends.", tag.place)
    }
    return (nodes, nil)
  }

  private mutating func addNode(of tag: TemplateTag, _ nodes: inout [TemplateNode]) {
    switch tag.sigil {
    case UInt8(ascii: "#") where tag.name == "asset": nodes.append(asset(tag, &nodes))
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      takeLine(of: tag, &nodes)
      nodes.append(
        .section(
          name: tag.name, isInverted: tag.sigil == UInt8(ascii: "^"),
          nodes: contents(of: Opening(tag: tag, role: .section)).nodes, place: tag.place))
    case UInt8(ascii: ">"):
      let indentation = takeLine(of: tag, &nodes)
      nodes.append(.partial(name: tag.name, indentation: indentation, place: tag.place))
    case UInt8(ascii: "<"): nodes.append(parent(tag, &nodes))
    case UInt8(ascii: "&"), UInt8(ascii: "{"):
      takeText(before: tag, &nodes)
      nodes.append(.variable(name: tag.name, isEscaped: false, place: tag.place))
    case nil:
      takeText(before: tag, &nodes)
      nodes.append(.variable(name: tag.name, isEscaped: true, place: tag.place))
    case UInt8(ascii: "="):
      report(
        "the delimiters cannot be changed", "Write {{ and }} around every tag.", tag.place)
    case let sigil?:
      report("no tag begins with \"{{\(UnicodeScalar(sigil))\"", nil, tag.place)
    }
  }

  private mutating func close(
    _ open: Opening, with tag: TemplateTag, _ nodes: inout [TemplateNode]
  ) {
    switch open.role {
    case .section, .block: takeLine(of: tag, &nodes)
    case .replacement:
      // Between blocks nothing counts, so whatever follows the tag leaves it alone on its line.
      takeText(upTo: tag.indentStart ?? tag.range.lowerBound, &nodes)
      textStart = tag.range.upperBound
    case .parent: break
    }
  }

  private mutating func block(
    _ tag: TemplateTag, in open: Opening?, _ nodes: inout [TemplateNode]
  ) -> TemplateBlock {
    if let open, open.role == .parent { return replacement(tag) }
    let indentation = takeLine(of: tag, &nodes)
    let first = textStart
    let content = contents(of: Opening(tag: tag, role: .block)).nodes
    var block = TemplateBlock(name: tag.name, nodes: content, opensLine: indentation != nil)
    block.indentation =
      indentation != nil && !content.isEmpty ? blanks(from: first) : indentationBefore(tag)
    return block
  }

  private mutating func replacement(_ tag: TemplateTag) -> TemplateBlock {
    let outerMargin = margin
    defer { margin = outerMargin }
    isAtLineStart = tag.lineEnd != nil
    margin = isAtLineStart ? .unknown : .width(0)
    textStart = tag.lineEnd ?? tag.range.upperBound
    return TemplateBlock(
      name: tag.name, nodes: contents(of: Opening(tag: tag, role: .replacement)).nodes,
      opensLine: tag.lineEnd != nil)
  }

  /// Whether it stands alone is only known when it is closed.
  private mutating func parent(
    _ tag: TemplateTag, _ nodes: inout [TemplateNode]
  ) -> TemplateNode {
    takeText(upTo: tag.indentStart ?? tag.range.lowerBound, &nodes)
    let start = (text: textStart, isLine: isAtLineStart)
    textStart = tag.range.upperBound
    let (inner, end) = contents(of: Opening(tag: tag, role: .parent))
    var blocks: [String: TemplateBlock] = [:]
    for case .block(let block) in inner { blocks[block.name] = block }
    var indentation: [UInt8]?
    if tag.indentStart != nil, let lineEnd = end?.lineEnd {
      indentation = indentationBefore(tag)
      textStart = lineEnd
      isAtLineStart = true
    } else {
      (textStart, isAtLineStart) = (start.text, start.isLine)
      takeText(before: tag, &nodes)
      textStart = end?.range.upperBound ?? scanner.bytes.count
    }
    return .parent(name: tag.name, blocks: blocks, indentation: indentation, place: tag.place)
  }

  /// `{{#asset}}path{{/asset}}`: the path is taken literally.
  private mutating func asset(
    _ tag: TemplateTag, _ nodes: inout [TemplateNode]
  ) -> TemplateNode {
    takeText(before: tag, &nodes)
    guard let end = scanner.next(), end.sigil == UInt8(ascii: "/"), end.name == "asset" else {
      report(
        "{{#asset}} takes a path and nothing else",
        "Write for example {{#asset}}css/main.css{{/asset}}.", tag.place)
      return .text([])
    }
    textStart = end.range.upperBound
    let path = scanner.bytes[tag.range.upperBound..<end.range.lowerBound]
    var place = tag.place
    place.column += tag.range.upperBound - tag.nameStart
    place.length = max(1, path.count)
    let trimmed = path.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return .asset(path: String(decoding: trimmed, as: UTF8.self), place: place)
  }
}

extension TemplateParser {
  private mutating func reportStray(_ tag: TemplateTag, inside open: TemplateTag?) {
    if let open {
      report(
        "\(tag.text) closes \(open.text) of line \(open.place.line)",
        "Close the innermost section first: write {{/\(open.name)}}.", tag.place)
    } else {
      report("\(tag.text) closes nothing", "Remove it, or open the section.", tag.place)
    }
  }

  private mutating func reportBetweenBlocks(_ tag: TemplateTag, of parent: TemplateTag) {
    report(
      "\(tag.text) stands between the blocks of \(parent.text), where nothing is shown",
      "Put it into a block: {{$name}} … {{/name}}.", tag.place)
  }

  private mutating func report(_ summary: String, _ hint: String?, _ place: Place) {
    problems.append(.error(.templateSyntax, summary, hint: hint, at: place))
  }
}
