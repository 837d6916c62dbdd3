/// What a template sees, and only that.
///
/// The table of fields is the one source of three things: what templates are compiled against,
/// what they read when they are rendered, and what `Documentation/templates.md` says.
protocol TemplateContext: Sendable {
  /// The name under which the reference describes it.
  static var name: String { get }
  static var summary: String { get }
  static var fields: FieldTable<Self> { get }

  /// The value of the field at a position of the table.
  func value(at position: Int) -> FieldValue
}

extension TemplateContext {
  func value(at position: Int) -> FieldValue {
    Self.fields.all[position].read(self)
  }

  static func field(named name: String) -> (position: Int, kind: FieldKind)? {
    guard let position = fields.position(of: name) else { return nil }
    return (position, fields.all[position].kind)
  }

  static var fieldNames: [String] { fields.all.map(\.name) }

  static var schema: ContextSchema {
    ContextSchema(
      name: name, summary: summary,
      fields: fields.all.map {
        ContextSchema.Field(name: $0.name, kind: $0.kind, summary: $0.summary)
      })
  }
}

/// A context's fields without its values, for the reference.
struct ContextSchema {
  struct Field {
    var name: String
    var kind: FieldKind
    var summary: String
  }

  var name: String
  var summary: String
  var fields: [Field]
}
