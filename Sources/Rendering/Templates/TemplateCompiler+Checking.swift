import SiteModel

/// What is wrong with names, partials and escaping.
extension TemplateCompiler {
  /// Where a name leads; nil after a report if nothing defines it.
  mutating func find(
    _ name: String, _ stack: ContextStack, _ place: Place
  ) -> [FieldPlace]? {
    switch stack.find(name) {
    case .found(let places): return places
    case .unknown(let part, let owner, let known):
      let summary =
        owner.map { "\($0) has no \"\(part)\"" } ?? "no context here defines \"\(part)\""
      report(
        .templateVariable, summary,
        suggestion(for: part, among: known)
          ?? "Documentation/templates.md lists what templates see.", place)
      return nil
    }
  }

  /// Text takes two braces, HTML takes three: so neither can be mistaken for the other.
  mutating func checkEscaping(
    of name: String, _ kind: FieldKind, _ isEscaped: Bool, _ place: Place
  ) {
    switch kind {
    case .html where isEscaped:
      report(
        .templateEscaping, "{{\(name)}} is HTML and would show its tags", "Write {{{\(name)}}}.",
        place)
    case .html: break
    case .object, .list, .flag, .texts:
      report(
        .templateEscaping, "{{\(name)}} is no text",
        "Open it as a section: {{#\(name)}} … {{/\(name)}}.", place)
    case .text, .number, .anything:
      if !isEscaped {
        report(
          .templateEscaping, "{{{\(name)}}} would put text into the page unescaped",
          "Write {{\(name)}}.", place)
      }
    }
  }

  mutating func reportMissing(_ partial: String, _ place: Place) {
    report(
      .templatePartial, "there is no partial \"\(partial)\"",
      suggestion(for: partial, among: Array(templates.keys))
        ?? "Write Templates/partials/\(partial).mustache.", place)
  }

  /// Whether a partial that includes itself ever ends depends on the article, so it may not.
  mutating func reportLoop(_ partial: String, _ place: Place) {
    report(
      .templatePartial, "the partial \"\(partial)\" includes itself",
      "Write out as many levels as are needed.", place)
  }

  private func suggestion(for name: String, among known: [String]) -> String? {
    nearestName(to: name, in: known.sorted()).map { "Did you mean \"\($0)\"?" }
  }

  private mutating func report(
    _ identifier: Diagnostic.Identifier, _ summary: String, _ hint: String, _ place: Place
  ) {
    guard reported.insert(place).inserted else { return }
    diagnostics.append(.error(identifier, summary, hint: hint, at: place))
  }
}
