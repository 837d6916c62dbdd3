/// Everything that templates see, for the people who write them.
package enum TemplateReference {
  /// `Documentation/templates.md`; a test compares the file with this.
  package static var markdown: String {
    let parts = [introduction, layouts, partials, shortcodes, contexts]
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension TemplateReference {
  private static var layouts: String {
    let rows = Layout.allCases.map { layout in
      let fields = layout.content.schema.fields.map { field in
        "`\(field.name)`: \(words(for: field.kind)). \(field.summary)"
      }
      return "| `\(layout.rawValue)` | \(cell(fields.joined(separator: "<br>"))) |"
    }
    return """
      ## Layouts

      `Templates/NAME.mustache` lays out each page of a kind. Every layout sees the fields of
      [Root](#root) and what its kind of page brings. An article or a standing page can ask for
      another layout with `layout: NAME` in its front matter; it brings the same fields.

      | Layout | Brings |
      |---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  private static var partials: String {
    let rows = SharedPartial.allCases.map { partial in
      let name = partial.context.name
      return "| `\(partial.rawValue)` | [\(name)](#\(anchor(name))) | \(cell(partial.duty)) |"
    }
    return """
      ## Partials with a duty

      `Templates/partials/NAME.mustache`. These are rendered once and put on many pages, so they
      see nothing of the page they end up on.

      | Partial | Sees | Duty |
      |---|---|---|
      \(rows.joined(separator: "\n"))
      """
  }

  private static var shortcodes: String {
    """
    ## Shortcodes

    `Templates/shortcodes/NAME.mustache` makes what stands at `{{< NAME >}}` in a text. It sees the
    fields of [Shortcode](#shortcode) and of [Root](#root), but no page. Its head declares the
    arguments: see [Shortcodes](shortcodes.md).
    """
  }

  private static var contexts: String {
    let sections = allSchemas.map { schema in
      let rows = schema.fields.map { field in
        "| `\(field.name)` | \(words(for: field.kind)) | \(cell(field.summary)) |"
      }
      return """
        ### \(schema.name)

        \(schema.summary)

        | Field | Holds | |
        |---|---|---|
        \(rows.joined(separator: "\n"))
        """
    }
    return "## Contexts\n\n" + sections.joined(separator: "\n\n")
  }

  /// Every context that a template can come to, in the order in which they are met.
  private static var allSchemas: [ContextSchema] {
    var found = [RootContext.schema]
    var fields = RootContext.schema.fields + Layout.allCases.flatMap { $0.content.schema.fields }
    fields += SharedPartial.allCases.flatMap { $0.context.schema.fields }
    found.append(ShortcodeContext.schema)
    fields += ShortcodeContext.schema.fields
    var seen: Set<String> = [RootContext.name, ShortcodeContext.name]
    var position = 0
    while position < fields.count {
      switch fields[position].kind {
      case .object(let type), .list(let type):
        if seen.insert(type.name).inserted {
          found.append(type.schema)
          fields += type.schema.fields
        }
      default: break
      }
      position += 1
    }
    return found
  }

  private static func words(for kind: FieldKind) -> String {
    switch kind {
    case .text: "text"
    case .html: "HTML"
    case .number: "number"
    case .flag: "flag"
    case .texts: "list of texts"
    case .object(let type): "[\(type.name)](#\(anchor(type.name)))"
    case .list(let type): "list of [\(type.name)](#\(anchor(type.name)))"
    case .anything: "anything"
    }
  }

  private static func anchor(_ name: String) -> String { name.lowercased() }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

extension SharedPartial {
  fileprivate var duty: String {
    switch self {
    case .masthead: "The head of every page, as `{{{masthead}}}`; rendered once for each section."
    case .footer:
      "The foot of every page, as `{{{footer}}}`: links to the legal pages and the consent notice."
    case .card: "An article in a list, as `{{{card}}}`. It must say so when someone paid for it."
    case .compactCard: "An article in a short list, as `{{{compactCard}}}`."
    }
  }
}
