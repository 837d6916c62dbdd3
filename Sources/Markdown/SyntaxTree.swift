import CCmarkGFM
import CParsingMemory
import Synchronization

/// A parsed text: the one owner of cmark's tree.
struct SyntaxTree: ~Copyable {
  /// What a text may use beyond CommonMark.
  struct Features: OptionSet, Hashable {
    let rawValue: Int

    static let tables = Features(rawValue: 1)
    static let autolinks = Features(rawValue: 2)
    static let smartPunctuation = Features(rawValue: 4)
    static let all: Features = [.tables, .autolinks, .smartPunctuation]
  }

  let root: Node
  private let memory: Memory

  init(parsing text: ArraySlice<UInt8>, with features: Features) {
    Self.registerExtensions
    memory = Memory(forTextOf: text.count)
    var options = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES
    // Text that is ASCII throughout, as a glance tells, need not be checked character by character.
    if text.reduce(0, |) >= 0x80 { options |= CMARK_OPT_VALIDATE_UTF8 }
    if features.contains(.smartPunctuation) { options |= CMARK_OPT_SMART }
    let parser = Parser(memory.makeParser(options), features)
    parser.feed(text)
    root = parser.finish()
  }

  deinit {
    switch memory {
    case .whole: parsing_memory_end()
    case .piecemeal: cmark_node_free(root.pointer)
    }
  }

  /// Makes the extensions known to the library, once in a process.
  static let registerExtensions: Void = cmark_gfm_core_extensions_ensure_registered()

  /// Held while the library parses inlines.
  ///
  /// `cmark_parser_finish` adds the extensions' special characters to tables of the whole process
  /// and takes them out again, so that a text parsed beside another one could lose its
  /// strikethrough and its autolinks. Feeding a parser and reading a tree need no lock.
  static let inlineParsing = Mutex(())
}

/// Where a tree lies.
private enum Memory {
  /// In memory that is given back as a whole, which makes parsing a third faster.
  case whole
  /// In pieces from the system: what a long text takes for a while has to be given back soon.
  case piecemeal

  init(forTextOf count: Int) {
    self = count <= 200_000 ? .whole : .piecemeal
    if case .whole = self { parsing_memory_begin() }
  }

  func makeParser(_ options: CInt) -> OpaquePointer {
    switch self {
    case .whole: parsing_memory_parser(options)
    case .piecemeal: cmark_parser_new(options)
    }
  }
}

/// The one owner of cmark's parser.
private struct Parser: ~Copyable {
  private let pointer: OpaquePointer

  init(_ pointer: OpaquePointer, _ features: SyntaxTree.Features) {
    self.pointer = pointer
    attach("strikethrough")
    attach("tasklist")
    if features.contains(.tables) { attach("table") }
    if features.contains(.autolinks) { attach("autolink") }
  }

  deinit {
    cmark_parser_free(pointer)
  }

  func feed(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBytes { buffer in
      cmark_parser_feed(
        pointer, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }

  func finish() -> Node {
    var root: OpaquePointer?
    SyntaxTree.inlineParsing.withLock { _ in root = cmark_parser_finish(pointer) }
    // The library gives no document only to a parser that has finished before.
    return Node(pointer: root ?? cmark_node_new(CMARK_NODE_DOCUMENT))
  }

  private func attach(_ name: String) {
    guard let syntaxExtension = cmark_find_syntax_extension(name) else { return }
    cmark_parser_attach_syntax_extension(pointer, syntaxExtension)
  }
}
