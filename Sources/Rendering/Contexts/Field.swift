import SiteModel

/// A name that templates may use, and how its value is found.
struct Field<Owner>: Sendable {
  let name: String
  let kind: FieldKind
  let summary: String
  let read: @Sendable (Owner) -> FieldValue
}

/// What a field holds.
enum FieldKind: Sendable {
  case text
  /// May be written with three braces, and only so.
  case html
  case number
  case flag
  case texts
  case object(any TemplateContext.Type)
  case list(any TemplateContext.Type)
  /// Whatever the editor wrote under `extra`.
  case anything
}

/// The words in which contexts declare their fields; a field without a value is false.
extension Field {
  static func text(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    Field(name: name, kind: .text, summary: summary) { FieldValue(text: read($0)) }
  }

  static func html(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    .markup(name, summary) { read($0).map { .text($0) } }
  }

  /// HTML that is more than a string.
  static func markup(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> Markup?
  ) -> Field {
    Field(name: name, kind: .html, summary: summary) { owner in
      guard let markup = read(owner), !markup.isEmpty else { return .absent }
      return .html(markup)
    }
  }

  static func number(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> Int?
  ) -> Field {
    Field(name: name, kind: .number, summary: summary) { owner in
      read(owner).map { .number($0) } ?? .absent
    }
  }

  static func flag(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> Bool
  ) -> Field {
    Field(name: name, kind: .flag, summary: summary) { .flag(read($0)) }
  }

  static func texts(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> [String]
  ) -> Field {
    Field(name: name, kind: .texts, summary: summary) { owner in
      .list(FieldList(read(owner)) { .text($0) })
    }
  }

  static func object<Inner: TemplateContext>(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> Inner?
  ) -> Field {
    Field(name: name, kind: .object(Inner.self), summary: summary) { owner in
      read(owner).map { .object($0) } ?? .absent
    }
  }

  static func list<Inner: TemplateContext>(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> [Inner]
  ) -> Field {
    Field(name: name, kind: .list(Inner.self), summary: summary) { owner in
      .list(FieldList(read(owner)) { .object($0) })
    }
  }

  static func anything(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> [String: DataValue]
  ) -> Field {
    Field(name: name, kind: .anything, summary: summary) { FieldValue(.table(read($0))) }
  }
}
