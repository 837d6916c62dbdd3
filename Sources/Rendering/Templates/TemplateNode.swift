import SiteModel

/// A piece of a template, with its place.
indirect enum TemplateNode {
  /// Text of one line, with the end of the line if it has one.
  case text([UInt8])
  /// Where a line begins: here goes the indentation of the partial that the line belongs to.
  ///
  /// Lines on which a section, a partial or a comment stands alone are no lines of the page.
  case lineStart
  case variable(name: String, isEscaped: Bool, place: Place)
  /// `{{#name}}`, or `{{^name}}` when inverted.
  case section(name: String, isInverted: Bool, nodes: [TemplateNode], place: Place)
  /// `{{> name}}`; it has an indentation if it stands alone on its line.
  case partial(name: String, indentation: [UInt8]?, place: Place)
  /// `{{<name}}` with the blocks that replace those of the template that it names.
  case parent(name: String, blocks: [String: TemplateBlock], indentation: [UInt8]?, place: Place)
  /// `{{$name}}` with its default.
  case block(TemplateBlock)
  /// `{{#asset}}css/main.css{{/asset}}`.
  case asset(path: String, place: Place)
}

/// `{{$name}}`: a part of a template that others may replace, or what replaces it.
struct TemplateBlock {
  var name: String
  var nodes: [TemplateNode]
  /// Whether the content begins on a line of its own, below the tag.
  var opensLine: Bool
  /// What stands before each line of whatever replaces the block.
  var indentation: [UInt8] = []
}

/// A template file.
package struct TemplateSource: Sendable {
  /// By which other templates name it: `article`, `card`.
  package var name: String
  /// Relative to the source folder, for diagnostics.
  package var path: String
  package var text: String

  package init(name: String, path: String, text: String) {
    self.name = name
    self.path = path
    self.text = text
  }
}
