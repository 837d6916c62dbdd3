package import SiteModel

/// Something wrong with a file of the output, before it is known which source made it so.
package struct Finding: Hashable, Sendable {
  /// What leads from the output to the line of a source.
  package enum Clue: Hashable, Sendable {
    /// An address, as a browser reads it.
    case address(String)
    /// The text of a heading.
    case heading(String)
    /// A key of the front matter.
    case key(String)
    /// The id of an element.
    case id(String)
    /// Words that stand in a source as they are.
    case words(String)
    /// The template of the page as a whole.
    case layout
    case none
  }

  package var rule: Diagnostic.Identifier
  /// One sentence without a full stop; the same fault on two pages has the same one.
  package var summary: String
  package var hint: String?
  /// The file of the output, relative to its folder.
  package var file: String
  /// The tag as it was written; empty if it is about none.
  package var element = ""
  package var clue = Clue.none
  /// The source that it is about, if none of the page's is to blame.
  package var source: String?

  package init(
    _ rule: Diagnostic.Identifier, _ summary: String, hint: String? = nil, in file: String
  ) {
    self.rule = rule
    self.summary = summary
    self.hint = hint
    self.file = file
  }

  /// The same with what leads to its source.
  package func because(of clue: Clue, in element: String = "") -> Finding {
    var finding = self
    finding.clue = clue
    finding.element = element
    return finding
  }
}
