import CCmarkGFM
import Synchronization

@testable import Markdown

/// The HTML that the library itself makes of a text.
func referenceHTML(_ text: String) -> String {
  _ = SyntaxTree.registerExtensions
  let parser = cmark_parser_new(CMARK_OPT_UNSAFE)
  defer { cmark_parser_free(parser) }
  for name in ["table", "strikethrough", "autolink", "tasklist"] {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
  }
  cmark_parser_feed(parser, text, text.utf8.count)
  var document: OpaquePointer?
  SyntaxTree.inlineParsing.withLock { _ in document = cmark_parser_finish(parser) }
  defer { cmark_node_free(document) }
  guard let html = cmark_render_html(document, CMARK_OPT_UNSAFE, nil) else { return "" }
  defer { cmark_get_default_mem_allocator().pointee.free(html) }
  return String(cString: html)
}

/// Our HTML with the options that come nearest to the library's.
func comparableHTML(_ text: String) -> String {
  render(text) { options in
    options.allowsRawHTML = true
    options.hasSmartPunctuation = false
    options.minimumHeadingLevel = 1
  }.html
}
