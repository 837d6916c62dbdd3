package import SiteModel

/// A text as HTML, and what an editor should know about it.
package struct RenderedMarkdown: Hashable, Sendable {
  package var body: ArticleBody
  package var diagnostics: [Diagnostic]

  package init(body: ArticleBody = ArticleBody(), diagnostics: [Diagnostic] = []) {
    self.body = body
    self.diagnostics = diagnostics
  }
}
