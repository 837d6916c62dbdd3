extension Node {
  /// The node that follows in document order, below `root`; inlines are passed over.
  func nextBlock(below root: Node) -> Node? {
    if kind.holdsBlocks, let child = firstChild { return child }
    return nextAfterChildren(below: root)
  }

  /// The node that follows in document order, below `root`.
  func nextDescendant(of root: Node) -> Node? {
    if let child = firstChild { return child }
    return nextAfterChildren(below: root)
  }

  /// Appends what a reader would read of a node's inlines; the alternative text of pictures too.
  func appendPlainText(to text: inout [UInt8]) {
    var current = firstChild
    while let node = current {
      switch node.kind {
      case .text, .code: text.append(contentsOf: node.literal)
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      default: break
      }
      current = node.nextDescendant(of: self)
    }
  }

  /// The node that follows in document order, below `root`, when what is below this one is skipped.
  func nextAfterChildren(below root: Node) -> Node? {
    var node = self
    while node != root {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }
}
