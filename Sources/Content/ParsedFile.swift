package import SiteModel

/// What one Markdown file says, with everything that is wrong with it.
package struct ParsedFile: Sendable {
  /// What the file turned out to be.
  ///
  /// Documents are large, and what is parsed changes hands several times before it is used.
  package indirect enum Content: Sendable {
    case article(ParsedDocument)
    case page(ParsedDocument)
    case section(ParsedDocument)
    case author(ParsedAuthor)
    /// Nothing that can be published; the diagnostics say why, if it is a mistake.
    case nothing
  }

  package var content: Content
  package var diagnostics: [Diagnostic]

  package init(content: Content, diagnostics: [Diagnostic] = []) {
    self.content = content
    self.diagnostics = diagnostics
  }
}
