import SiteModel

/// A piece of a template, with its place.
indirect enum TemplateNode {
  case variable(name: String, isEscaped: Bool, place: Place)
  /// `{{#name}}`, or `{{^name}}` when inverted.
  case section(name: String, isInverted: Bool, nodes: [TemplateNode], place: Place)
  case partial(name: String, place: Place)
  /// `{{<name}}` with the blocks that it overrides.
  case parent(name: String, blocks: [String: [TemplateNode]], place: Place)
  /// `{{$name}}` with its default.
  case block(name: String, nodes: [TemplateNode])
  /// `{{#asset}}css/main.css{{/asset}}`.
  case asset(path: String, range: Range<Int>, place: Place)
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
