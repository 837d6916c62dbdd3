/// Writes out what is the same on all pages of a publication: its title in the head, the words of
/// the consent banner, the newsletter form, the footer.
///
/// So what repeats is rendered once, however a theme is cut into partials.
struct TemplateFolder {
  private let source: TemplateProgram
  /// The outermost context as far as it is the same on all pages, and its fields that are.
  private let root: FieldValue
  private let fields: Set<Int>
  private var result = TemplateProgram()
  private var floor = 0

  /// A context, seen before any page is rendered.
  private enum Frame {
    case known(FieldValue)
    /// To come with the page, at this position.
    case open(Int)
  }

  init(_ program: TemplateProgram, root: FieldValue, fields: Set<Int>) {
    source = program
    self.root = root
    self.fields = fields
  }

  /// The program for pages with that many contexts.
  mutating func folded(contexts: Int) -> TemplateProgram {
    fold(source.instructions.indices, (0..<contexts).map { .open($0) })
    return result
  }
}

extension TemplateFolder {
  private mutating func fold(_ range: Range<Int>, _ frames: [Frame]) {
    var next = range.lowerBound
    while next < range.upperBound {
      switch source.instructions[next] {
      case .copy(let bytes): result.copy(source.literals[bytes], from: floor)
      case .writeText(let path):
        if let value = knownValue(at: path, frames) {
          copy { value.write(escapedTo: &$0) }
        } else {
          result.instructions.append(.writeText(moved(path, frames)))
        }
      case .writeHTML(let path):
        if let value = knownValue(at: path, frames) {
          copy { value.write(to: &$0) }
        } else {
          result.instructions.append(.writeHTML(moved(path, frames)))
        }
      case .section(let section, let path, let end):
        let body = next + 1..<end
        // A name that may be found further in cannot be looked up in contexts that are folded away.
        if let value = knownValue(at: path, frames), !hasAlternatives(body) {
          unroll(section, value, body, frames)
        } else {
          keep(section, path, body, frames)
        }
        next = end - 1
      }
      next += 1
    }
  }

  private mutating func copy(_ write: (inout [UInt8]) -> Void) {
    var bytes: [UInt8] = []
    write(&bytes)
    result.copy(bytes, from: floor)
  }

  private mutating func unroll(
    _ section: TemplateProgram.Section, _ value: FieldValue, _ body: Range<Int>,
    _ frames: [Frame]
  ) {
    switch section {
    case .each: value.open { fold(body, frames + [.known($0)]) }
    case .when where value.isTrue, .unless where !value.isTrue: fold(body, frames)
    case .when, .unless: break
    }
  }

  private mutating func keep(
    _ section: TemplateProgram.Section, _ path: FieldPath, _ body: Range<Int>,
    _ frames: [Frame]
  ) {
    let start = result.open(section, moved(path, frames))
    switch section {
    case .each:
      let position = frames.count { if case .open = $0 { true } else { false } }
      fold(body, frames + [.open(position)])
    case .when, .unless: fold(body, frames)
    }
    result.close(start)
    floor = result.instructions.count
  }

  /// The value of a path; nil if it comes with the page.
  private func knownValue(at path: FieldPath, _ frames: [Frame]) -> FieldValue? {
    guard path.alternative == nil else { return nil }
    switch frames[path.context] {
    case .known(let value): return source.value(at: path, in: value)
    case .open:
      guard path.context == 0, let first = source.steps[path.steps].first,
        case .field(let position) = first, fields.contains(position)
      else { return nil }
      return source.value(at: path, in: root)
    }
  }

  private func hasAlternatives(_ range: Range<Int>) -> Bool {
    source.instructions[range].contains { instruction in
      switch instruction {
      case .copy: false
      case .writeText(let path), .writeHTML(let path), .section(_, let path, _):
        path.alternative != nil
      }
    }
  }

  /// The same path in the result.
  private mutating func moved(_ path: FieldPath, _ frames: [Frame]) -> FieldPath {
    var moved = path
    if case .open(let position) = frames[path.context] { moved.context = position }
    moved.steps = result.steps.count..<result.steps.count + path.steps.count
    result.steps += source.steps[path.steps]
    if let alternative = path.alternative {
      let other = self.moved(source.alternatives[alternative], frames)
      moved.alternative = result.alternatives.count
      result.alternatives.append(other)
    }
    return moved
  }
}
