/// The contexts that a piece of a template stands in, the innermost last.
struct ContextStack {
  /// What is known of a context before anything is rendered.
  enum Frame {
    case fields(any TemplateContext.Type)
    /// A text, a number or a piece of HTML that was opened as a section.
    case value(FieldKind)
    /// Something under `extra`, of which nothing is known.
    case anything
  }

  /// Where a name leads.
  enum Finding {
    /// Several places only where the inner ones are under `extra`, and may not have the name.
    case found([FieldPlace])
    case unknown(part: String, in: String?, known: [String])
  }

  private(set) var frames: [Frame]

  init(_ frames: [Frame]) {
    self.frames = frames
  }

  func pushing(_ frame: Frame) -> ContextStack {
    ContextStack(frames + [frame])
  }

  /// Looks a name up, from the innermost context outwards.
  func find(_ name: String) -> Finding {
    if name == "." { return .found([current]) }
    var parts = name.split(separator: ".").map(String.init)[...]
    guard let first = parts.popFirst() else { return unknown(name) }
    var places: [FieldPlace] = []
    for (position, frame) in frames.enumerated().reversed() {
      switch frame {
      case .value: continue
      case .anything:
        places.append(
          FieldPlace(frame: position, steps: ([first] + parts).map { .key($0) }, kind: .anything))
      case .fields(let type):
        guard let field = type.field(named: first) else { continue }
        let place = FieldPlace(frame: position, steps: [.field(field.position)], kind: field.kind)
        let finding = place.following(parts, named: first)
        if case .found(let found) = finding { return .found(places + found) }
        return places.isEmpty ? finding : .found(places)
      }
    }
    return places.isEmpty ? unknown(first) : .found(places)
  }
}

/// Where a value is found while a page is rendered, and of what kind it is.
struct FieldPlace {
  /// Position of the context, counted from the outermost.
  var frame: Int
  /// The way from the context to the value; none for the context itself.
  var steps: [FieldStep]
  var kind: FieldKind
}

extension ContextStack {
  /// What `{{.}}` means.
  private var current: FieldPlace {
    let kind: FieldKind =
      switch frames.last {
      case .fields(let type): .object(type)
      case .value(let kind): kind
      case .anything, nil: .anything
      }
    return FieldPlace(frame: frames.count - 1, steps: [], kind: kind)
  }

  private func unknown(_ part: String) -> Finding {
    let known = frames.flatMap { frame -> [String] in
      if case .fields(let type) = frame { type.fieldNames } else { [] }
    }
    return .unknown(part: part, in: nil, known: known)
  }
}

extension FieldPlace {
  /// The place of a dotted name's end; `name` is what leads to this place.
  fileprivate func following(
    _ parts: ArraySlice<String>, named name: String
  ) -> ContextStack.Finding {
    guard let next = parts.first else { return .found([self]) }
    var place = self
    switch kind {
    case .anything:
      place.steps += parts.map { .key($0) }
      return .found([place])
    case .object(let type):
      guard let field = type.field(named: next) else {
        return .unknown(part: next, in: type.name, known: type.fieldNames)
      }
      place.steps.append(.field(field.position))
      place.kind = field.kind
      return place.following(parts.dropFirst(), named: next)
    case .text, .html, .number, .flag, .texts, .list:
      return .unknown(part: next, in: name, known: [])
    }
  }
}
