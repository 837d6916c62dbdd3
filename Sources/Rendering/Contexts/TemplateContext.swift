import Mustache
import SiteModel

/// What a template sees, and only that.
///
/// The table of fields is the one source of three things: what Mustache finds, what the check of
/// the templates allows, and what `Documentation/templates.md` says.
protocol TemplateContext: MustacheParent, Sendable {
  /// The name under which the reference describes it.
  static var name: String { get }
  static var summary: String { get }
  static var fields: FieldTable<Self> { get }
}

extension TemplateContext {
  /// The value of a field; a declared field without a value is false, and hides outer ones.
  func child(named name: String) -> Any? {
    guard let field = Self.fields[name] else { return nil }
    return field.read(self) ?? Absent()
  }

  static var schema: ContextSchema {
    ContextSchema(
      name: name, summary: summary,
      fields: fields.all.map {
        ContextSchema.Field(name: $0.name, kind: $0.kind, summary: $0.summary)
      }
    )
  }
}

/// The fields of a context, in the order of the reference.
struct FieldTable<Owner>: Sendable {
  let all: [Field<Owner>]
  private let byName: [String: Field<Owner>]

  /// Every list gets a flag that says whether anything is in it: `articles`, `hasArticles`.
  init(_ fields: [Field<Owner>]) {
    let names = Set(fields.map(\.name))
    all = fields.flatMap { field -> [Field<Owner>] in
      guard let flag = field.flagOfList, !names.contains(flag.name) else { return [field] }
      return [field, flag]
    }
    byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
  }

  subscript(_ name: String) -> Field<Owner>? { byName[name] }

  /// The same fields for a context that contains this one.
  func lifted<Outer>(_ inner: @escaping @Sendable (Outer) -> Owner) -> [Field<Outer>] {
    all.map { field in
      Field(name: field.name, kind: field.kind, summary: field.summary) { field.read(inner($0)) }
    }
  }
}

/// A name that templates may use, and how its value is found.
struct Field<Owner>: Sendable {
  let name: String
  let kind: FieldKind
  let summary: String
  let read: @Sendable (Owner) -> Any?
}

extension Field {
  /// `hasArticles` for the list `articles`.
  fileprivate var flagOfList: Field? {
    switch kind {
    case .list, .texts: break
    default: return nil
    }
    let read = read
    return Field(
      name: "has\(name.prefix(1).uppercased())\(name.dropFirst())", kind: .flag,
      summary: "Whether there are any."
    ) { owner in
      guard let list = read(owner) as? any Collection else { return false }
      return !list.isEmpty
    }
  }
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

extension Field {
  static func text(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    Field(name: name, kind: .text, summary: summary) { owner in nonEmpty(read(owner)) }
  }

  static func html(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> String?
  ) -> Field {
    Field(name: name, kind: .html, summary: summary) { owner in nonEmpty(read(owner)) }
  }

  static func number(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> Int?
  ) -> Field {
    Field(name: name, kind: .number, summary: summary) { read($0) }
  }

  static func flag(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> Bool
  ) -> Field {
    Field(name: name, kind: .flag, summary: summary) { read($0) }
  }

  static func texts(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> [String]
  ) -> Field {
    Field(name: name, kind: .texts, summary: summary) { read($0) }
  }

  static func object<Inner: TemplateContext>(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> Inner?
  ) -> Field {
    Field(name: name, kind: .object(Inner.self), summary: summary) { read($0) }
  }

  static func list<Inner: TemplateContext>(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> [Inner]
  ) -> Field {
    Field(name: name, kind: .list(Inner.self), summary: summary) { read($0) }
  }

  static func anything(
    _ name: String, _ summary: String, _ read: @escaping @Sendable (Owner) -> [String: DataValue]
  ) -> Field {
    Field(name: name, kind: .anything, summary: summary) { mustacheValue(.table(read($0))) }
  }
}

/// A context's fields without its values, for the check and the reference.
struct ContextSchema {
  struct Field {
    var name: String
    var kind: FieldKind
    var summary: String
  }

  var name: String
  var summary: String
  var fields: [Field]

  func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// Stands for a declared field without a value: Mustache would look further out for a nil.
struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

private func nonEmpty(_ text: String?) -> String? {
  text.flatMap { $0.isEmpty ? nil : $0 }
}

/// A value of `extra` as Mustache knows it.
private func mustacheValue(_ value: DataValue) -> Any? {
  switch value {
  case .null: nil
  case .bool(let flag): flag
  case .number(let text), .text(let text): text
  case .list(let values): values.compactMap(mustacheValue)
  case .table(let table): table.compactMapValues(mustacheValue)
  }
}
