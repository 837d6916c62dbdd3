import SiteModel

/// Reads the tags of a Mustache template with their places, which the Mustache library keeps to
/// itself, and reports what is wrong with them.
struct TemplateParser {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private(set) var diagnostics: [Diagnostic] = []

  init(_ source: TemplateSource) {
    bytes = Array(source.text.utf8)
    file = source.path
  }

  mutating func parse() -> [TemplateNode] {
    nodes(inside: nil)
  }
}

extension TemplateParser {
  private struct Tag {
    var sigil: UInt8?
    var name: String
    var place: Place
    /// Where the whole tag begins and ends, in bytes.
    var range: Range<Int>
  }

  /// The nodes up to the tag that closes `open`, or to the end of the file.
  private mutating func nodes(inside open: Tag?) -> [TemplateNode] {
    var nodes: [TemplateNode] = []
    while let tag = nextTag() {
      switch tag.sigil {
      case UInt8(ascii: "!"): continue
      case UInt8(ascii: "/"):
        if tag.name == open?.name { return nodes }
        reportStray(tag, inside: open)
        if open != nil { return nodes }
      case UInt8(ascii: "#") where tag.name == "asset":
        nodes.append(asset(tag))
      case UInt8(ascii: "#"), UInt8(ascii: "^"):
        nodes.append(
          .section(
            name: tag.name, isInverted: tag.sigil == UInt8(ascii: "^"),
            nodes: self.nodes(inside: tag), place: tag.place))
      case UInt8(ascii: ">"): nodes.append(.partial(name: tag.name, place: tag.place))
      case UInt8(ascii: "<"): nodes.append(parent(tag))
      case UInt8(ascii: "$"):
        nodes.append(.block(name: tag.name, nodes: self.nodes(inside: tag)))
      case UInt8(ascii: "&"), UInt8(ascii: "{"):
        nodes.append(.variable(name: tag.name, isEscaped: false, place: tag.place))
      case UInt8(ascii: "="): report("the delimiters cannot be changed", nil, tag.place)
      case nil: nodes.append(.variable(name: tag.name, isEscaped: true, place: tag.place))
      default: report("no tag begins with \"{{\(sigilText(tag))\"", nil, tag.place)
      }
    }
    if let open {
      report(
        "{{\(sigilText(open))\(open.name)}} is never closed",
        "Write {{/\(open.name)}} where it ends.", open.place)
    }
    return nodes
  }

  private mutating func parent(_ tag: Tag) -> TemplateNode {
    var blocks: [String: [TemplateNode]] = [:]
    for case .block(let name, let nodes) in nodes(inside: tag) { blocks[name] = nodes }
    return .parent(name: tag.name, blocks: blocks, place: tag.place)
  }

  /// `{{#asset}}path{{/asset}}`: the path is taken literally.
  private mutating func asset(_ tag: Tag) -> TemplateNode {
    let start = tag.range.upperBound
    guard let end = nextTag(), end.sigil == UInt8(ascii: "/"), end.name == "asset" else {
      report(
        "{{#asset}} takes a path and nothing else",
        "Write for example {{#asset}}css/main.css{{/asset}}.", tag.place)
      return .asset(path: "", range: tag.range, place: tag.place)
    }
    let path = String(decoding: bytes[start..<end.range.lowerBound], as: UTF8.self)
    var place = tag.place
    place.column += tag.range.count - 2
    place.length = max(1, path.utf8.count)
    return .asset(
      path: trimmed(path), range: tag.range.lowerBound..<end.range.upperBound, place: place)
  }

  private mutating func nextTag() -> Tag? {
    while position + 1 < bytes.count {
      if bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") {
        return tag()
      }
      advance()
    }
    position = bytes.count
    return nil
  }

  private mutating func tag() -> Tag {
    let start = position
    let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
    let place = Place(file: file, line: line, column: start - lineStart + 1)
    position += isTriple ? 3 : 2
    var sigil: UInt8? = isTriple ? UInt8(ascii: "{") : nil
    if !isTriple, position < bytes.count, "#^/><$&!=*".utf8.contains(bytes[position]) {
      sigil = bytes[position]
      position += 1
    }
    let nameStart = position
    let closing = [UInt8](repeating: UInt8(ascii: "}"), count: isTriple ? 3 : 2)
    while position < bytes.count, !bytes[position...].starts(with: closing) { advance() }
    let name = trimmed(String(decoding: bytes[nameStart..<position], as: UTF8.self))
    var tagPlace = place
    tagPlace.column += nameStart - start
    tagPlace.length = max(1, name.utf8.count)
    if position >= bytes.count {
      report(
        "the tag {{\(name.prefix(20)) is never closed", "Write }} where the tag ends.", place)
    } else {
      position += closing.count
    }
    return Tag(sigil: sigil, name: name, place: tagPlace, range: start..<position)
  }

  private mutating func advance() {
    if bytes[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }

  private mutating func reportStray(_ tag: Tag, inside open: Tag?) {
    if let open {
      report(
        "{{/\(tag.name)}} closes {{\(sigilText(open))\(open.name)}} of line \(open.place.line)",
        "Close the innermost section first: write {{/\(open.name)}}.", tag.place)
    } else {
      report("{{/\(tag.name)}} closes nothing", "Remove it, or open the section.", tag.place)
    }
  }

  private mutating func report(_ summary: String, _ hint: String?, _ place: Place) {
    diagnostics.append(.error(.templateSyntax, summary, hint: hint, at: place))
  }

  private func sigilText(_ tag: Tag) -> String {
    tag.sigil.map { String(UnicodeScalar($0)) } ?? ""
  }

  private func trimmed(_ text: String) -> String {
    let isSpace = { (character: Character) in character.isWhitespace }
    return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
