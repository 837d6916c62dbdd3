import CCmarkGFM

extension Node {
  /// What a node is.
  enum Kind {
    case document
    case blockQuote
    case list
    case item
    case codeBlock
    case htmlBlock
    case paragraph
    case heading
    case thematicBreak
    case footnoteDefinition
    case table
    case tableHeader
    case tableRow
    case tableCell

    case text
    case softBreak
    case lineBreak
    case code
    case htmlInline
    case emphasis
    case strong
    case strikethrough
    case link
    case image
    case footnoteReference
    case unknown

    /// Whether its children are blocks.
    var holdsBlocks: Bool {
      switch self {
      case .document, .blockQuote, .list, .item, .footnoteDefinition: true
      default: false
      }
    }
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case CMARK_NODE_DOCUMENT: .document
    default: extensionKind
    }
  }

  private var extensionKind: Kind {
    let types = ExtensionTypes.registered
    return switch cmark_node_get_type(pointer).rawValue {
    case types.tableCell: .tableCell
    case types.tableRow:
      cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 ? .tableHeader : .tableRow
    case types.table: .table
    case types.strikethrough: .strikethrough
    default: .unknown
    }
  }
}

/// The numbers of the extensions' types, which they get when the extensions are registered.
private struct ExtensionTypes {
  private(set) var table: UInt32 = 0
  private(set) var tableRow: UInt32 = 0
  private(set) var tableCell: UInt32 = 0
  private(set) var strikethrough: UInt32 = 0

  /// Comparing numbers costs less than comparing the names of types, so they are looked up once.
  static let registered = ExtensionTypes()

  private init() {
    let sample = Array("~~a~~\n\n| b |\n|---|\n".utf8)
    let tree = SyntaxTree(parsing: sample[...], with: .all)
    var current = tree.root.firstChild
    while let node = current {
      let type = cmark_node_get_type(node.pointer).rawValue
      switch String(cString: cmark_node_get_type_string(node.pointer)) {
      case "table": table = type
      case "table_row", "table_header": tableRow = type
      case "table_cell": tableCell = type
      case "strikethrough": strikethrough = type
      default: break
      }
      current = node.nextDescendant(of: tree.root)
    }
  }
}
