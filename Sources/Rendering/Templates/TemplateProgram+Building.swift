/// How programs come about.
extension TemplateProgram {
  /// Adds bytes that are always written; `floor` is the first instruction that they may join.
  mutating func copy(_ bytes: some Collection<UInt8>, from floor: Int) {
    guard !bytes.isEmpty else { return }
    let start = literals.count
    literals += bytes
    if instructions.count > floor, case .copy(let range)? = instructions.last,
      range.upperBound == start
    {
      instructions[instructions.count - 1] = .copy(range.lowerBound..<literals.count)
    } else {
      instructions.append(.copy(start..<literals.count))
    }
  }

  /// Begins a section; returns what ``close(_:)`` needs.
  mutating func open(_ section: Section, _ path: FieldPath) -> Int {
    instructions.append(.section(section, path, end: 0))
    return instructions.count - 1
  }

  /// Ends the section that begins at an instruction.
  mutating func close(_ start: Int) {
    guard case .section(let section, let path, _) = instructions[start] else { return }
    instructions[start] = .section(section, path, end: instructions.count)
  }

  /// The path that tries the places in turn.
  mutating func path(to places: [FieldPlace]) -> FieldPath {
    var path = FieldPath(context: 0, steps: 0..<0)
    for (position, place) in places.enumerated().reversed() {
      let outer = path
      path = FieldPath(
        context: place.frame, steps: steps.count..<steps.count + place.steps.count)
      steps += place.steps
      if position < places.count - 1 {
        path.alternative = alternatives.count
        alternatives.append(outer)
      }
    }
    return path
  }
}
