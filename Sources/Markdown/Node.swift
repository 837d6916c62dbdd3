import CCmarkGFM

/// A node of a syntax tree, valid as long as its tree.
struct Node: Hashable {
  let pointer: OpaquePointer

  var parent: Node? { cmark_node_parent(pointer).map(Node.init) }
  var previous: Node? { cmark_node_previous(pointer).map(Node.init) }
  var next: Node? { cmark_node_next(pointer).map(Node.init) }
  var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
  var lastChild: Node? { cmark_node_last_child(pointer).map(Node.init) }

  /// Counted from 1, within the parsed text.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  /// UTF-8 bytes, counted from 1.
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// The text of a text, code or HTML node, and the number of a footnote reference.
  var literal: UnsafeBufferPointer<UInt8> { bytes(of: cmark_node_get_literal(pointer)) }
  var destination: UnsafeBufferPointer<UInt8> { bytes(of: cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { bytes(of: cmark_node_get_title(pointer)) }
  var fenceInfo: UnsafeBufferPointer<UInt8> { bytes(of: cmark_node_get_fence_info(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }
  /// Nil for a bulleted list.
  var orderedListStart: Int? {
    guard cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return Int(cmark_node_get_list_start(pointer))
  }
  /// Nil for an item without a check box.
  var isTaskDone: Bool? {
    guard cmark_node_get_syntax_extension(pointer) != nil else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }
  /// `l`, `c`, `r` or 0 for each column of a table.
  var columnAlignments: UnsafeBufferPointer<UInt8> {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    return UnsafeBufferPointer(
      start: cmark_gfm_extensions_get_table_alignments(pointer), count: count)
  }

  /// Takes the node and what is below it out of its tree.
  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  func setLiteral(_ text: String) {
    cmark_node_set_literal(pointer, text)
  }

  private func bytes(of string: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let string else { return UnsafeBufferPointer(start: nil, count: 0) }
    let length = text_length(string)
    return UnsafeRawBufferPointer(start: string, count: length).assumingMemoryBound(to: UInt8.self)
  }
}
