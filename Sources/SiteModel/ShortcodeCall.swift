/// A shortcode in a text, with its arguments checked.
package struct ShortcodeCall: Hashable, Sendable {
  package var name: String
  /// Those that were given and those with a fallback, in the order of the parameters.
  package var arguments: [ShortcodeArgument]
  package var display: ShortcodeDeclaration.Display
  /// Where it stands in the body's `html`; within the range lies its inner text, rendered.
  package var range: Range<Int>
  /// How many of the shortcodes that follow stand within this one.
  package var innerCount = 0
  /// The inner text of a shortcode that takes it as it is typed.
  package var innerText: String?

  package init(
    name: String, arguments: [ShortcodeArgument], display: ShortcodeDeclaration.Display,
    range: Range<Int>
  ) {
    self.name = name
    self.arguments = arguments
    self.display = display
    self.range = range
  }
}

/// What a shortcode was told.
package struct ShortcodeArgument: Hashable, Sendable {
  /// What it names, once the site is known.
  package enum Target: Hashable, Sendable {
    case link(ResolvedLink)
    /// A position in ``Site/articles``.
    case article(Int)
  }

  package var name: String
  package var kind: ShortcodeParameter.Kind
  package var value: String
  package var place: Place
  /// Whether it names something of this site, which is still to be found.
  package var isLocal: Bool
  package var target: Target?

  package init(
    name: String, kind: ShortcodeParameter.Kind, value: String, place: Place,
    isLocal: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.value = value
    self.place = place
    self.isLocal = isLocal
  }
}
