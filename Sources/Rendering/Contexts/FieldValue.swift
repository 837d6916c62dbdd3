import SiteModel

/// What a field of a context holds.
enum FieldValue {
  /// Nothing: no text, and false as a section.
  case absent
  case text(String)
  case html(Markup)
  case number(Int)
  case flag(Bool)
  case object(any TemplateContext)
  case list(FieldList)
  /// A table that the editor wrote under `extra`.
  case table([String: DataValue])
}

/// The elements of a list, made when they are asked for.
struct FieldList {
  let count: Int
  let element: (Int) -> FieldValue

  init<Element>(_ elements: [Element], _ value: @escaping (Element) -> FieldValue) {
    count = elements.count
    element = { value(elements[$0]) }
  }
}

extension FieldValue {
  /// Text; an empty one counts as none.
  init(text: String?) {
    if let text, !text.isEmpty { self = .text(text) } else { self = .absent }
  }

  /// Whatever the editor wrote.
  init(_ value: DataValue) {
    switch value {
    case .null: self = .absent
    case .bool(let flag): self = .flag(flag)
    case .number(let text), .text(let text): self = FieldValue(text: text)
    case .list(let values):
      self = .list(FieldList(values.filter { $0 != .null }) { FieldValue($0) })
    case .table(let table): self = .table(table)
    }
  }

  /// Whether a section of it is shown.
  var isTrue: Bool {
    switch self {
    case .absent: false
    case .flag(let flag): flag
    case .list(let list): list.count > 0
    case .table(let table): !table.isEmpty
    case .text, .html, .number, .object: true
    }
  }

  /// The value that a step leads to; nil if there is nothing of that name.
  func following(_ step: FieldStep) -> FieldValue? {
    switch (self, step) {
    case (.object(let context), .field(let position)): context.value(at: position)
    case (.table(let table), .key(let name)): table[name].map { FieldValue($0) }
    default: nil
    }
  }

  /// Calls `body` for each element of a list, or for the value itself if it is true.
  func open(_ body: (FieldValue) -> Void) {
    switch self {
    case .list(let list):
      for position in 0..<list.count { body(list.element(position)) }
    default:
      if isTrue { body(self) }
    }
  }

  /// Writes text so that it is only text, wherever it stands in a page.
  func write(escapedTo output: inout [UInt8]) {
    switch self {
    case .text(let text): output.append(escaping: text)
    case .number(let number): output += String(number).utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .absent, .html, .object, .list, .table: break
    }
  }

  /// Writes HTML as it is; the compiler lets nothing else come here.
  func write(to output: inout [UInt8]) {
    if case .html(let markup) = self {
      markup.write(to: &output)
    } else {
      write(escapedTo: &output)
    }
  }
}
