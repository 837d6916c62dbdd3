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
    /// Runs the instructions before `end` once or for each element, with the value as a context.
    case each(FieldPath, end: Int)
    /// Runs the instructions before `end` if the value is true.
    case when(FieldPath, end: Int)
    /// Runs the instructions before `end` if the value is false.
    case unless(FieldPath, end: Int)
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
      case .each(let path, let end):
        value(at: path, contexts).open { element in
          contexts.append(element)
          run(body..<end, &contexts, &output)
          contexts.removeLast()
        }
        next = end - 1
      case .when(let path, let end):
        if value(at: path, contexts).isTrue { run(body..<end, &contexts, &output) }
        next = end - 1
      case .unless(let path, let end):
        if !value(at: path, contexts).isTrue { run(body..<end, &contexts, &output) }
        next = end - 1
      }
      next += 1
    }
  }

  private func value(at path: FieldPath, _ contexts: [FieldValue]) -> FieldValue {
    var value = contexts[path.context]
    for position in path.steps {
      guard let next = value.following(steps[position]) else {
        let isFirst = position == path.steps.lowerBound
        guard isFirst, let other = path.alternative else { return .absent }
        return self.value(at: alternatives[other], contexts)
      }
      value = next
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
