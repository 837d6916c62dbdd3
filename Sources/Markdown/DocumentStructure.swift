import SiteModel

/// What must be known of a whole text before its first line is written.
struct DocumentStructure {
  let outline: Outline
  let alerts: [Node: Alert]
  /// Nil for a text without any.
  let footnotes: Footnotes?
}

/// How often each footnote is referred to, by its number.
struct Footnotes {
  private var referenceCounts: [Int: Int] = [:]

  init(of tree: borrowing SyntaxTree) {
    var current = tree.root.firstChild
    while let node = current {
      if node.kind == .footnoteReference, !node.isInsideLinkOrImage {
        referenceCounts[node.footnoteNumber, default: 0] += 1
      }
      current = node.nextDescendant(of: tree.root)
    }
  }

  func referenceCount(of number: Int) -> Int {
    referenceCounts[number] ?? 0
  }
}

extension Node {
  var footnoteNumber: Int {
    Int(String(decoding: literal, as: UTF8.self)) ?? 0
  }

  /// Whether a link of its own would stand within another one, or in the text of an attribute.
  var isInsideLinkOrImage: Bool {
    var current = parent
    while let node = current {
      switch node.kind {
      case .link, .image: return true
      case .emphasis, .strong, .strikethrough: current = node.parent
      default: return false
      }
    }
    return false
  }
}
