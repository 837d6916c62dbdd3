import SiteModel

/// Follows a layout through its parents and partials, and checks each name against the contexts
/// that it stands in.
///
/// Mustache renders an unknown variable and a missing partial as nothing: a deleted consent
/// partial would vanish from every page in silence. This is what prevents it.
struct TemplateChecker {
  let templates: [String: [TemplateNode]]
  private(set) var diagnostics: [Diagnostic] = []
  /// A partial is followed once for each stack of contexts that it is met with.
  private var visited: Set<String> = []
  private var reported: Set<Place> = []
  /// The partials that are being followed, from the layout inwards.
  private var chain: [String] = []

  init(templates: [String: [TemplateNode]]) {
    self.templates = templates
  }

  /// Checks a template in a context.
  mutating func check(_ name: String, in schema: ContextSchema) {
    guard let nodes = templates[name] else { return }
    check(nodes, ContextStack([.fields(schema)]), [:])
  }
}

/// The contexts that a piece of a template stands in, the innermost last.
private struct ContextStack {
  enum Frame {
    case fields(ContextSchema)
    /// An element of a list of texts.
    case text
    /// Something under `extra`, of which nothing is known.
    case anything
  }

  enum Finding {
    case kind(FieldKind)
    case current(Frame)
    case unknown(part: String, in: ContextSchema?)
  }

  private(set) var frames: [Frame]

  init(_ frames: [Frame]) {
    self.frames = frames
  }

  func pushing(_ frame: Frame) -> ContextStack {
    ContextStack(frames + [frame])
  }

  var description: String {
    frames.map { frame in
      switch frame {
      case .fields(let schema): schema.name
      case .text: "."
      case .anything: "*"
      }
    }.joined(separator: ">")
  }

  var names: [String] {
    frames.flatMap { frame -> [String] in
      if case .fields(let schema) = frame { schema.fields.map(\.name) } else { [] }
    }
  }

  func find(_ name: String) -> Finding {
    if name == ".", let last = frames.last { return .current(last) }
    var parts = name.split(separator: ".").map(String.init)[...]
    guard let first = parts.popFirst() else { return .unknown(part: name, in: nil) }
    for frame in frames.reversed() {
      switch frame {
      case .fields(let schema):
        if let field = schema.field(first) { return find(parts, in: field.kind, named: first) }
      case .anything: return .kind(.anything)
      case .text: continue
      }
    }
    return .unknown(part: first, in: nil)
  }

  private func find(
    _ parts: ArraySlice<String>, in kind: FieldKind, named name: String
  ) -> Finding {
    guard let next = parts.first else { return .kind(kind) }
    switch kind {
    case .object(let type):
      guard let field = type.schema.field(next) else {
        return .unknown(part: next, in: type.schema)
      }
      return find(parts.dropFirst(), in: field.kind, named: next)
    case .anything: return .kind(.anything)
    default:
      return .unknown(
        part: next, in: ContextSchema(name: name, summary: "", fields: []))
    }
  }
}

extension TemplateChecker {
  private mutating func check(
    _ nodes: [TemplateNode], _ stack: ContextStack, _ overrides: [String: [TemplateNode]]
  ) {
    for node in nodes {
      switch node {
      case .variable(let name, let isEscaped, let place):
        checkVariable(name, isEscaped, stack, place)
      case .section(let name, let isInverted, let nodes, let place):
        let inner = isInverted ? stack : self.inner(name, stack, place)
        if isInverted { _ = kind(of: name, stack, place) }
        check(nodes, inner, overrides)
      case .partial(let name, let place):
        follow(name, stack, [:], place)
      case .parent(let name, let blocks, let place):
        follow(name, stack, blocks.merging(overrides) { _, outer in outer }, place)
      case .block(let name, let nodes):
        check(overrides[name] ?? nodes, stack, overrides)
      case .asset: break
      }
    }
  }

  private mutating func follow(
    _ name: String, _ stack: ContextStack, _ overrides: [String: [TemplateNode]], _ place: Place
  ) {
    guard let nodes = templates[name] else {
      if reported.insert(place).inserted {
        diagnostics.append(
          .error(
            .templatePartial, "there is no partial \"\(name)\"",
            hint: nearestName(to: name, in: templates.keys.sorted()).map {
              "Did you mean \"\($0)\"?"
            } ?? "Write Templates/partials/\(name).mustache.", at: place))
      }
      return
    }
    guard !chain.contains(name) else {
      reportLoop(name, place)
      return
    }
    let key = "\(name) \(stack.description) \(overrides.isEmpty ? "" : "\(place)")"
    guard visited.insert(key).inserted else { return }
    chain.append(name)
    check(nodes, stack, overrides)
    chain.removeLast()
  }

  /// Whether a partial that includes itself ever ends depends on the article, so it may not.
  private mutating func reportLoop(_ name: String, _ place: Place) {
    guard reported.insert(place).inserted else { return }
    diagnostics.append(
      .error(
        .templatePartial, "the partial \"\(name)\" includes itself",
        hint: "Write out as many levels as are needed.", at: place))
  }

  private mutating func checkVariable(
    _ name: String, _ isEscaped: Bool, _ stack: ContextStack, _ place: Place
  ) {
    guard let kind = kind(of: name, stack, place) else { return }
    switch kind {
    case .html where isEscaped:
      reportEscaping(
        "{{\(name)}} is HTML and would show its tags", "Write {{{\(name)}}}.", place)
    case .html: break
    case .object, .list, .flag, .texts:
      reportEscaping(
        "{{\(name)}} is no text", "Open it as a section: {{#\(name)}} … {{/\(name)}}.", place)
    case .text, .number, .anything:
      if !isEscaped {
        reportEscaping(
          "{{{\(name)}}} would put text into the page unescaped", "Write {{\(name)}}.", place)
      }
    }
  }

  private mutating func inner(
    _ name: String, _ stack: ContextStack, _ place: Place
  ) -> ContextStack {
    switch kind(of: name, stack, place) {
    case .object(let type), .list(let type): stack.pushing(.fields(type.schema))
    case .texts, .text, .html, .number: stack.pushing(.text)
    case .anything: stack.pushing(.anything)
    case .flag, nil: stack
    }
  }

  private mutating func kind(
    of name: String, _ stack: ContextStack, _ place: Place
  ) -> FieldKind? {
    switch stack.find(name) {
    case .kind(let kind): return kind
    case .current(.text): return .text
    case .current(.anything): return .anything
    case .current(.fields): return nil
    case .unknown(let part, let schema):
      reportUnknown(part, schema, stack, place)
      return nil
    }
  }

  private mutating func reportUnknown(
    _ part: String, _ schema: ContextSchema?, _ stack: ContextStack, _ place: Place
  ) {
    guard reported.insert(place).inserted else { return }
    let known = schema?.fields.map(\.name) ?? stack.names
    let found =
      schema.map { "\($0.name) has no \"\(part)\"" } ?? "no context here defines \"\(part)\""
    diagnostics.append(
      .error(
        .templateVariable, found,
        hint: nearestName(to: part, in: known.sorted()).map { "Did you mean \"\($0)\"?" }
          ?? "Documentation/templates.md lists what templates see.", at: place))
  }

  private mutating func reportEscaping(_ summary: String, _ hint: String, _ place: Place) {
    guard reported.insert(place).inserted else { return }
    diagnostics.append(.error(.templateEscaping, summary, hint: hint, at: place))
  }
}
