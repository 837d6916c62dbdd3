import SiteModel

/// The headings of a text in document order, with their levels and ids on the page.
struct Outline {
  /// A heading, or nil for an empty one, which is not written.
  private(set) var headings: [Heading?] = []
  /// Which of them structure the text itself, not a quotation or a footnote in it.
  private(set) var isOwn: [Bool] = []

  init(of tree: borrowing SyntaxTree, options: MarkdownOptions) {
    var levels = HeadingLevels(minimum: options.minimumHeadingLevel)
    var typed: [TypedHeading?] = []
    var current = tree.root.firstChild
    while let node = current {
      if node.kind == .heading {
        let heading = TypedHeading(node, options)
        typed.append(heading)
        isOwn.append(node.parent?.kind != .blockQuote && node.parent?.kind != .footnoteDefinition)
        let level = heading == nil ? 0 : levels.next(node.headingLevel)
        headings.append(heading.map { Heading(level: level, text: $0.text, id: "") })
      }
      current = node.nextBlock(below: tree.root)
    }
    if typed.isEmpty { return }
    let ids = HeadingIDs.assign(to: typed)
    for index in headings.indices { headings[index]?.id = ids[index] }
  }
}

/// The levels of a page's headings: the outline that the author meant, without gaps (A-1).
///
/// An author who jumps from `##` to `####` means the next level, and one who starts with `###` the
/// first; siblings stay siblings.
struct HeadingLevels {
  let minimum: Int
  private var open: [Int] = []

  init(minimum: Int) {
    self.minimum = minimum
  }

  mutating func next(_ typed: Int) -> Int {
    while let last = open.last, last >= typed { open.removeLast() }
    open.append(typed)
    return min(minimum + open.count - 1, 6)
  }
}

/// What an author typed as a heading: its text, and an id at its end, `## Title {#id}`.
struct TypedHeading {
  var text: String
  var explicitID: String?

  /// Takes the explicit id out of the tree; nil for a heading that shows nothing.
  init?(_ node: Node, _ options: MarkdownOptions) {
    explicitID = Self.takeExplicitID(from: node)
    var bytes: [UInt8] = []
    node.appendPlainText(to: &bytes)
    text = String(decoding: Self.withSingleSpaces(bytes), as: UTF8.self)
    if text.isEmpty, !Self.showsMoreThanText(node, options) { return nil }
  }
}

extension TypedHeading {
  /// Words with one space between them and none around them.
  private static func withSingleSpaces(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t") {
        result.append(byte)
      } else if let last = result.last, last != UInt8(ascii: " ") {
        result.append(UInt8(ascii: " "))
      }
    }
    if result.last == UInt8(ascii: " ") { result.removeLast() }
    return result
  }

  private static func takeExplicitID(from heading: Node) -> String? {
    guard let last = heading.lastChild, last.kind == .text,
      last.literal.last == UInt8(ascii: "}")
    else { return nil }
    let literal = Array(last.literal)
    guard let open = literal.lastIndex(of: UInt8(ascii: "{")) else { return nil }
    let attributes = literal[(open + 1)...].dropLast()
    guard attributes.first == UInt8(ascii: "#") else { return nil }
    let id = attributes.dropFirst().prefix { $0 != UInt8(ascii: " ") }
    guard !id.isEmpty, id.allSatisfy(isIDByte) else { return nil }
    last.setLiteral(
      String(decoding: literal[..<open], as: UTF8.self).trimmingTrailingSpaces())
    return String(decoding: id, as: UTF8.self)
  }

  /// Letters of all scripts, digits, and what needs no escaping in an address or a selector's string.
  private static func isIDByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...:
      true
    default: false
    }
  }

  private static func showsMoreThanText(_ heading: Node, _ options: MarkdownOptions) -> Bool {
    var current = heading.firstChild
    while let node = current {
      switch node.kind {
      case .image: return true
      case .htmlInline where options.allowsRawHTML:
        if !node.literal.starts(with: "<!--".utf8) { return true }
      default: break
      }
      current = node.nextDescendant(of: heading)
    }
    return false
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
