/// Something that an editor should know about the content, the templates or the configuration.
package struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  package enum Severity: String, Sendable, Comparable {
    case note
    case warning
    case error

    package static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  package var severity: Severity
  /// The rule that was broken; permanent, so that people can search for it.
  package var identifier: Identifier
  /// States the rule and what was found, in one sentence without a full stop.
  package var summary: String
  /// Says what to do about it, in a full sentence.
  package var hint: String?
  package var place: Place?

  package init(
    _ severity: Severity, _ identifier: Identifier, _ summary: String, hint: String? = nil,
    at place: Place? = nil
  ) {
    self.severity = severity
    self.identifier = identifier
    self.summary = summary
    self.hint = hint
    self.place = place
  }
}

extension Diagnostic {
  /// An error: nothing is written while there is one.
  package static func error(
    _ identifier: Identifier, _ summary: String, hint: String? = nil, at place: Place? = nil
  ) -> Diagnostic {
    Diagnostic(.error, identifier, summary, hint: hint, at: place)
  }

  /// A warning: the build goes on, unless `--strict` is given.
  package static func warning(
    _ identifier: Identifier, _ summary: String, hint: String? = nil, at place: Place? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, identifier, summary, hint: hint, at: place)
  }

  /// A note: something sitegen did that might surprise.
  package static func note(
    _ identifier: Identifier, _ summary: String, hint: String? = nil, at place: Place? = nil
  ) -> Diagnostic {
    Diagnostic(.note, identifier, summary, hint: hint, at: place)
  }
}

extension Sequence<Diagnostic> {
  /// In the order in which they are shown: by file, line and column, placeless ones last.
  package func sortedByPlace() -> [Diagnostic] {
    // Most texts have nothing to report.
    var iterator = makeIterator()
    guard let first = iterator.next() else { return [] }
    if iterator.next() == nil { return [first] }
    return sorted { left, right in
      switch (left.place, right.place) {
      case (let a?, let b?):
        if a != b, a < b || b < a { return a < b }
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): break
      }
      return (left.identifier.rawValue, left.summary) < (right.identifier.rawValue, right.summary)
    }
  }

  /// Whether any of them stops the build.
  package var hasErrors: Bool {
    contains { $0.severity == .error }
  }
}
