import CCmarkGFM

extension SyntaxTree {
  /// What a walk comes to; nodes that hold no others are entered only.
  enum Step {
    case enter(Node)
    case exit(Node)
  }

  /// A walk over the tree in document order.
  struct Walk: ~Copyable {
    private let iterator: OpaquePointer

    init(over tree: borrowing SyntaxTree) {
      iterator = cmark_iter_new(tree.root.pointer)
    }

    deinit {
      cmark_iter_free(iterator)
    }

    func next() -> Step? {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_ENTER: .enter(Node(pointer: cmark_iter_get_node(iterator)))
      case CMARK_EVENT_EXIT: .exit(Node(pointer: cmark_iter_get_node(iterator)))
      default: nil
      }
    }
  }
}
