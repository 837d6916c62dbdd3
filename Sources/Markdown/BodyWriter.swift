import SiteModel

/// Writes the HTML of one text and collects what else is known about it, in one walk.
struct BodyWriter {
  let options: MarkdownOptions
  let structure: DocumentStructure
  var source: SourceText
  var diagnostics: [Diagnostic] = []

  var html = HTMLBuffer()
  var text = PlainText()
  var slots: [LinkSlot] = []
  var fragments: Set<String> = []

  /// The innermost block, to find places in.
  var block: Node
  /// How many headings have been written or passed over.
  var headingCount = 0
  var currentHeading: Heading?
  /// The link whose `<a>` is open; there is none within another.
  var openLink: Node?
  /// Where the text of that link begins in `html`, and where its destination was found already.
  var linkTextStart = 0
  var linkPlace: Place?
  var openImage: OpenImage?
  /// The picture that is all of its paragraph and has a title, which is its caption.
  var figure: Node?
  var table = TableState()
  var footnotes = FootnoteState()
  var labels = UniqueLabels()
  var shortcodes: ShortcodeState

  init(
    _ tree: borrowing SyntaxTree, _ structure: DocumentStructure, from source: SourceText,
    options: MarkdownOptions, shortcodes: ShortcodeScan? = nil
  ) {
    self.options = options
    self.structure = structure
    self.source = source
    self.shortcodes = ShortcodeState(shortcodes)
    block = tree.root
    html.reserveCapacity(source.bytes.count + source.bytes.count / 2)
    text.reserveCapacity(source.bytes.count)
  }

  mutating func write(_ tree: borrowing SyntaxTree) {
    let walk = SyntaxTree.Walk(over: tree)
    while let step = walk.next() {
      switch step {
      case .enter(let node): enter(node)
      case .exit(let node): exit(node)
      }
    }
  }

  consuming func finished() -> RenderedMarkdown {
    var body = ArticleBody()
    body.html = html.finished()
    body.slots = slots
    body.shortcodes = shortcodes.calls
    body.headings = zip(structure.outline.headings, structure.outline.isOwn)
      .compactMap { heading, isOwn in isOwn ? heading : nil }
    let words = text.countWords()
    body.plainText = text.finished()
    body.wordCount = words.words
    body.cjkCharacterCount = words.cjkCharacters
    body.fragments = fragments
    return RenderedMarkdown(body: body, diagnostics: diagnostics)
  }
}

extension BodyWriter {
  private mutating func enter(_ node: Node) {
    let kind = node.kind
    if openImage != nil { return writeAlternative(node, kind) }
    switch kind {
    case .text: writeText(node)
    case .softBreak: writeBreak("\n")
    case .lineBreak: writeBreak("<br>\n")
    case .code: writeCode(node)
    case .emphasis: html.write("<em>")
    case .strong: html.write("<strong>")
    case .strikethrough: html.write("<del>")
    case .link: openLink(node)
    case .image: openImage(node)
    case .htmlInline: writeInlineHTML(node)
    case .footnoteReference: writeFootnoteReference(node)
    default: enterBlock(node, kind)
    }
  }

  private mutating func exit(_ node: Node) {
    let kind = node.kind
    if openImage != nil, kind != .image { return }
    switch kind {
    case .emphasis: html.write("</em>")
    case .strong: html.write("</strong>")
    case .strikethrough: html.write("</del>")
    case .link: closeLink(node)
    case .image: closeImage(node)
    default: exitBlock(node, kind)
    }
  }
}
