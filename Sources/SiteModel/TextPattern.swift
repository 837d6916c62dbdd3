/// A rule for the characters of a value, in a small part of the language of regular expressions:
/// characters, `.`, `[a-z0-9_]`, `[^/]`, `\d`, `\w`, and after each of them `?`, `*`, `+`, `{3}`,
/// `{1,20}` or `{2,}`.
///
/// There are no groups and no alternatives, so that a text is matched in one pass over it, whatever
/// the pattern and the text are.
package struct TextPattern: Hashable, Sendable {
  package let source: String
  private let steps: [Step]

  /// Nil for a text that is no pattern.
  package init?(_ source: String) {
    var parser = PatternParser(rest: Array(source.unicodeScalars)[...])
    guard let steps = parser.steps() else { return nil }
    self.source = source
    self.steps = steps
  }

  /// Whether the whole text follows the rule.
  package func matches(_ text: String) -> Bool {
    // For each step, whether a match of what was read so far can go on with it.
    var active = [Bool](repeating: false, count: steps.count + 1)
    active[0] = true
    skipOptional(&active)
    for scalar in text.unicodeScalars {
      var next = [Bool](repeating: false, count: steps.count + 1)
      for (index, step) in steps.enumerated() where active[index] && step.set.contains(scalar) {
        next[step.repeats ? index : index + 1] = true
      }
      active = next
      skipOptional(&active)
    }
    return active[steps.count]
  }

  private func skipOptional(_ active: inout [Bool]) {
    for (index, step) in steps.enumerated() where active[index] && step.isOptional {
      active[index + 1] = true
    }
  }

  /// One character of the text, or any number of them if it repeats.
  fileprivate struct Step: Hashable {
    var set: ScalarSet
    var isOptional = false
    var repeats = false
  }

  fileprivate struct ScalarSet: Hashable {
    var ranges: [ClosedRange<Unicode.Scalar>]
    var isInverted = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      ranges.contains { $0.contains(scalar) } != isInverted
    }

    static let digits = ScalarSet(ranges: ["0"..."9"])
    static let word = ScalarSet(ranges: ["0"..."9", "A"..."Z", "a"..."z", "_"..."_"])
  }
}

private struct PatternParser {
  var rest: ArraySlice<Unicode.Scalar>
  private static let mostSteps = 1_000

  mutating func steps() -> [TextPattern.Step]? {
    var steps: [TextPattern.Step] = []
    while !rest.isEmpty {
      guard let set = set(), let (least, most) = count(), least <= most ?? least else { return nil }
      guard steps.count + max(least, most ?? 0) < Self.mostSteps else { return nil }
      steps += Array(repeating: TextPattern.Step(set: set), count: least)
      if let most {
        let optional = TextPattern.Step(set: set, isOptional: true)
        steps += Array(repeating: optional, count: most - least)
      } else {
        steps.append(TextPattern.Step(set: set, isOptional: true, repeats: true))
      }
    }
    return steps
  }

  private mutating func set() -> TextPattern.ScalarSet? {
    switch rest.popFirst() {
    case nil, "?", "*", "+", "{", "}", "]", "(", ")", "|": return nil
    case ".": return TextPattern.ScalarSet(ranges: [], isInverted: true)
    case "[": return brackets()
    case "\\": return escaped()
    case let scalar?: return TextPattern.ScalarSet(ranges: [scalar...scalar])
    }
  }

  private mutating func escaped() -> TextPattern.ScalarSet? {
    switch rest.popFirst() {
    case "d": .digits
    case "w": .word
    case let scalar? where !scalar.properties.isAlphabetic:
      TextPattern.ScalarSet(ranges: [scalar...scalar])
    default: nil
    }
  }

  private mutating func brackets() -> TextPattern.ScalarSet? {
    var set = TextPattern.ScalarSet(ranges: [])
    if rest.first == "^" {
      set.isInverted = true
      rest.removeFirst()
    }
    while let scalar = rest.popFirst() {
      if scalar == "]" { return set.ranges.isEmpty ? nil : set }
      if scalar == "\\" {
        guard let escaped = escaped() else { return nil }
        set.ranges += escaped.ranges
      } else if rest.first == "-", let last = rest.dropFirst().first, last != "]" {
        guard scalar <= last else { return nil }
        rest.removeFirst(2)
        set.ranges.append(scalar...last)
      } else {
        set.ranges.append(scalar...scalar)
      }
    }
    return nil
  }

  /// How often the set may occur; without an upper limit if `most` is nil.
  private mutating func count() -> (least: Int, most: Int?)? {
    switch rest.first {
    case "?": return taking((0, 1))
    case "*": return taking((0, nil))
    case "+": return taking((1, nil))
    case "{":
      rest.removeFirst()
      guard let end = rest.firstIndex(of: "}") else { return nil }
      let text = String(String.UnicodeScalarView(rest[..<end]))
      rest = rest[(end + 1)...]
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      guard let least = Int(parts[0]), least >= 0, parts.count <= 2 else { return nil }
      if parts.count == 1 { return (least, least) }
      if parts[1].isEmpty { return (least, nil) }
      return Int(parts[1]).map { (least, $0) }
    default: return (1, 1)
    }
  }

  private mutating func taking(_ count: (Int, Int?)) -> (least: Int, most: Int?) {
    rest.removeFirst()
    return count
  }
}
