/// A template in the form in which it is rendered: a list of instructions, run from the first to
/// the last.
///
/// Everything that can be known beforehand is settled in it: partials, parents and blocks are
/// written out, white space is where it belongs, and each name is the position of a context and
/// of its fields. What is left to do for a page is to read values and to copy bytes.
struct TemplateProgram: Sendable {
  enum Instruction {
    /// Writes a part of ``literals``.
    case copy(Range<Int>)
    case writeText(FieldPath)
    case writeHTML(FieldPath)
    /// Runs the instructions before `end` as often as the value says.
    case section(Section, FieldPath, end: Int)
  }

  enum Section {
    /// Once for each element of a list, or once if there is something; with it as a context.
    case each
    case when
    case unless
  }

  var instructions: [Instruction] = []
  var literals: [UInt8] = []
  var steps: [FieldStep] = []
  /// What names mean further out if what is written under `extra` does not have them.
  var alternatives: [FieldPath] = []

  /// Writes the template with the given contexts, the innermost last.
  func render(_ contexts: [FieldValue], to output: inout [UInt8]) {
    var contexts = contexts
    run(instructions.indices, &contexts, &output)
  }

  private func run(
    _ range: Range<Int>, _ contexts: inout [FieldValue], _ output: inout [UInt8]
  ) {
    var next = range.lowerBound
    while next < range.upperBound {
      let body = next + 1
      switch instructions[next] {
      case .copy(let range): output += literals[range]
      case .writeText(let path): value(at: path, contexts).write(escapedTo: &output)
      case .writeHTML(let path): value(at: path, contexts).write(to: &output)
      case .section(let section, let path, let end):
        let value = value(at: path, contexts)
        switch section {
        case .each:
          value.open { element in
            contexts.append(element)
            run(body..<end, &contexts, &output)
            contexts.removeLast()
          }
        case .when where value.isTrue, .unless where !value.isTrue:
          run(body..<end, &contexts, &output)
        case .when, .unless: break
        }
        next = end - 1
      }
      next += 1
    }
  }

  private func value(at path: FieldPath, _ contexts: [FieldValue]) -> FieldValue {
    if let value = value(at: path, in: contexts[path.context]) { return value }
    return path.alternative.map { value(at: alternatives[$0], contexts) } ?? .absent
  }

  /// Where a path leads from its context; nil if the context has nothing of the first name.
  func value(at path: FieldPath, in context: FieldValue) -> FieldValue? {
    guard let first = path.steps.first else { return context }
    guard var value = context.following(steps[first]) else { return nil }
    for position in path.steps.dropFirst() {
      value = value.following(steps[position]) ?? .absent
    }
    return value
  }
}

/// Where a value is found.
struct FieldPath {
  /// Position of the context, counted from the outermost.
  var context: Int
  /// The way from there, as a part of ``TemplateProgram/steps``.
  var steps: Range<Int>
  /// Position in ``TemplateProgram/alternatives``.
  var alternative: Int?
}

/// From an object to one of its fields.
enum FieldStep: Equatable {
  case field(Int)
  /// The name of something under `extra`.
  case key(String)
}
