/// The fields of a context, in the order of the reference.
struct FieldTable<Owner>: Sendable {
  let all: [Field<Owner>]
  private let positions: [String: Int]

  /// Every list gets a flag that says whether anything is in it: `articles`, `hasArticles`.
  init(_ fields: [Field<Owner>]) {
    let names = Set(fields.map(\.name))
    let all = fields.flatMap { field -> [Field<Owner>] in
      guard let flag = field.flagOfList, !names.contains(flag.name) else { return [field] }
      return [field, flag]
    }
    self.all = all
    positions = Dictionary(
      all.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func position(of name: String) -> Int? { positions[name] }

  /// The same fields for a context that contains this one.
  func lifted<Outer>(_ inner: @escaping @Sendable (Outer) -> Owner) -> [Field<Outer>] {
    all.map { field in
      Field(name: field.name, kind: field.kind, summary: field.summary) { field.read(inner($0)) }
    }
  }
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
    ) { .flag(read($0).isTrue) }
  }
}
