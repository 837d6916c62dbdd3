import SiteModel

/// Renders Markdown (CommonMark with GitHub's extensions, footnotes and alerts) to HTML.
///
/// The result depends on the text, its place and the options alone.
package struct MarkdownRenderer: Sendable {
  package var options: MarkdownOptions

  package init(options: MarkdownOptions = MarkdownOptions()) {
    self.options = options
  }

  /// Renders a text whose first line is line `firstLine` of `file`.
  package func render(
    _ text: ArraySlice<UInt8>, file: String, firstLine: Int
  ) -> RenderedMarkdown {
    let shortcodes = ShortcodeScan(text, options)
    var source = SourceText(
      bytes: shortcodes?.masked[...] ?? text, file: file, firstLine: firstLine)
    let load = ParsingLoad(source.bytes)
    if let refusal = load.refusal {
      return RenderedMarkdown(diagnostics: [refusal.diagnostic(in: source)])
    }
    var diagnostics: [Diagnostic] = []
    let tree = parse(source, load, reporting: &diagnostics)
    if load.hasFootnotes { tree.checkFootnotes(in: &source, reporting: &diagnostics) }
    let structure = DocumentStructure(
      outline: Outline(of: tree, options: options),
      alerts: tree.extractAlerts(in: &source),
      footnotes: load.hasFootnotes ? Footnotes(of: tree) : nil)

    var writer = BodyWriter(tree, structure, from: source, options: options, shortcodes: shortcodes)
    writer.write(tree)
    var rendered = writer.finished()
    rendered.diagnostics = (diagnostics + rendered.diagnostics).sortedByPlace()
    return rendered
  }
}

extension MarkdownRenderer {
  /// Parses with every feature, except for those with which this text would take too long.
  ///
  /// Code costs nothing, whatever it holds, but where code is only the parser knows. So a suspicious
  /// text is parsed without the features in question first, and again with them if all was code.
  private func parse(
    _ source: SourceText, _ load: ParsingLoad, reporting diagnostics: inout [Diagnostic]
  ) -> SyntaxTree {
    var features = SyntaxTree.Features.all
    if !options.hasSmartPunctuation { features.remove(.smartPunctuation) }
    let suspects = load.excesses.filter { features.contains($0.feature) }
    if suspects.isEmpty { return SyntaxTree(parsing: source.bytes, with: features) }

    var safeFeatures = features
    for suspect in suspects { safeFeatures.remove(suspect.feature) }
    let tree = SyntaxTree(parsing: source.bytes, with: safeFeatures)
    let codeLines = tree.linesOfCode()
    let excesses = suspects.filter { $0.isSum || !codeLines.contains($0.line) }
    if excesses.isEmpty { return SyntaxTree(parsing: source.bytes, with: features) }
    diagnostics += excesses.uniqueByFeature().map { $0.diagnostic(in: source) }
    return tree
  }
}
