import SiteModel

extension Diagnostic {
  static func broken(_ mistake: ShortcodeTag.Mistake, at place: Place) -> Diagnostic {
    let (summary, hint) =
      switch mistake {
      case .unclosed:
        ("a shortcode that begins with {{< must end with >}}", "Write >}} where it ends.")
      case .unnamed:
        ("a shortcode must begin with its name", "Write {{< name >}}, for example.")
      case .unclosedQuote:
        (
          "a quotation mark in a shortcode is never closed",
          "Close it on the same line; within quotation marks write \\\"."
        )
      case .wrongQuote:
        (
          "the quotation marks of a shortcode must be straight and double",
          "Write \"…\", or `…` around what holds such marks itself."
        )
      case .emptyKey:
        ("an argument needs a name before =", "Write name=\"value\".")
      case .endWithArguments:
        ("the end of a shortcode takes no arguments", "Write them where it begins.")
      }
    return .error(
      .shortcodeSyntax, summary, hint: "\(hint) To show the characters, write \\{{<.", at: place)
  }

  static func unknownShortcode(_ name: String, nearest: String?, at place: Place) -> Diagnostic {
    .error(
      .shortcodeUnknown, "there is no shortcode \"\(name)\"",
      hint: nearest.map { "Did you mean \"\($0)\"?" }
        ?? "Write Templates/shortcodes/\(name).mustache, or show it as text: {{</* \(name) */>}}.",
      at: place)
  }

  static func unclosed(_ name: String, at place: Place) -> Diagnostic {
    .error(
      .shortcodePair, "the shortcode \"\(name)\" is never closed",
      hint: "Write {{< /\(name) >}} where its text ends, or {{< \(name) />}} if it has none.",
      at: place)
  }

  static func closesNothing(_ name: String, nearest: String?, at place: Place) -> Diagnostic {
    .error(
      .shortcodePair, "{{< /\(name) >}} closes nothing",
      hint: nearest.map { "Did you mean {{< /\($0) >}}?" }
        ?? "Remove it, or write {{< \(name) >}} where the text begins.", at: place)
  }

  static func takesNoText(_ name: String, at place: Place) -> Diagnostic {
    .error(
      .shortcodePair, "the shortcode \"\(name)\" takes no text, so it has no end",
      hint: "Remove {{< /\(name) >}}.", at: place)
  }

  static func closedElsewhere(_ name: String, opened line: Int, at place: Place) -> Diagnostic {
    .error(
      .shortcodePair,
      "the shortcode \"\(name)\" of line \(line) must end where it began: in the same list item, "
        + "quotation or line of text",
      hint: "Put both of its tags on lines of their own.", at: place)
  }

  static func nestedTooDeeply(at place: Place) -> Diagnostic {
    .error(
      .shortcodePair,
      "shortcodes may stand within one another \(ShortcodeState.mostLevels) levels deep",
      hint: "Close some of them.", at: place)
  }

  static func tooMany(at place: Place) -> Diagnostic {
    .error(
      .shortcodeSyntax,
      "a text may hold \(ShortcodeScan.mostTags) tags of shortcodes, and this is one more",
      hint: "Divide the text.", at: place)
  }

  static func needsOwnLine(_ name: String, at place: Place) -> Diagnostic {
    .error(
      .shortcodePosition,
      "the shortcode \"\(name)\" cannot stand in a heading, a link or emphasized text",
      hint: "Put it on a line of its own.", at: place)
  }

  static func misplaced(at place: Place) -> Diagnostic {
    .error(
      .shortcodePosition,
      "a shortcode cannot stand in an address, a title, an attribute or what is left out",
      hint: "Put it into the text, or write \\{{< to show the characters.", at: place)
  }
}
