import SiteModel

/// Reads typed values from data and collects what is wrong with them.
///
/// Every function takes the name under which editors know the value, `cover.alt` for example, and
/// returns nil both when nothing was written and when it was of the wrong type; only the latter
/// leaves a diagnostic.
struct TypedReader {
  /// The identifiers under which mistakes are reported.
  struct Rules {
    var type: Diagnostic.Identifier
    var value: Diagnostic.Identifier
    var unknownKey: Diagnostic.Identifier
    var required: Diagnostic.Identifier
    var unknownKeySeverity: Diagnostic.Severity

    static let frontMatter = Rules(
      type: .frontMatterType, value: .frontMatterValue, unknownKey: .frontMatterUnknownKey,
      required: .frontMatterRequired, unknownKeySeverity: .warning)
    static let configuration = Rules(
      type: .configurationType, value: .configurationValue,
      unknownKey: .configurationUnknownKey, required: .configurationRequired,
      unknownKeySeverity: .error)
  }

  let rules: Rules
  var diagnostics: [Diagnostic] = []

  init(_ rules: Rules) {
    self.rules = rules
  }
}

extension TypedReader {
  /// Text without blanks at its ends; numbers are taken as they were written.
  mutating func text(_ node: DataNode, _ name: String) -> String? {
    switch node.value {
    case .text(let text):
      let text = trimmed(text)
      return text.isEmpty ? nil : text
    case .number(let digits):
      return digits
    case .null:
      return nil
    case .bool, .list, .table:
      wrongType(node, name, "text")
      return nil
    }
  }

  /// Text with its place.
  mutating func located(_ node: DataNode, _ name: String) -> Located<String>? {
    text(node, name).map { Located($0, at: node.place) }
  }

  /// One text or a list of texts; empty entries are left out.
  mutating func texts(_ node: DataNode, _ name: String) -> [Located<String>] {
    guard case .list(let nodes) = node.value else {
      if case .table = node.value {
        wrongType(node, name, "text or a list of texts")
        return []
      }
      return located(node, name).map { [$0] } ?? []
    }
    return nodes.compactMap { located($0, "each entry of \(name)") }
  }

  /// A yes or no in one of the ways in which people write it.
  mutating func bool(_ node: DataNode, _ name: String) -> Bool? {
    switch node.value {
    case .bool(let bool): return bool
    case .null: return nil
    case .text(let text):
      switch trimmed(text).lowercased() {
      case "true", "yes", "on": return true
      case "false", "no", "off": return false
      case "": return nil
      default: break
      }
    case .number, .list, .table: break
    }
    wrongType(node, name, "true or false")
    return nil
  }

  /// A whole number within limits.
  mutating func wholeNumber(
    _ node: DataNode, _ name: String, in range: ClosedRange<Int>
  ) -> Int? {
    if node.isBlank { return nil }
    guard case .number(let digits) = node.value, let number = Int(digits) else {
      wrongType(node, name, "a whole number")
      return nil
    }
    guard range.contains(number) else {
      let rule =
        range.upperBound == Int.max
        ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
      report(.error, rules.value, "\(name) must be \(rule), found \(digits)", at: node.place)
      return nil
    }
    return number
  }

  /// One of a few words.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: DataNode, _ name: String
  ) -> Choice? {
    guard let text = text(node, name) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    unknownWord(text, name, known, at: node.place)
    return nil
  }

  /// The keys of a table; nil for anything else.
  mutating func table(_ node: DataNode, _ name: String) -> [DataEntry]? {
    if node.isBlank { return nil }
    guard let entries = node.entries else {
      wrongType(node, name, "a group of keys")
      return nil
    }
    return entries
  }

  /// The entries of a list; nil for anything else.
  mutating func list(_ node: DataNode, _ name: String) -> [DataNode]? {
    if node.isBlank { return nil }
    guard case .list(let nodes) = node.value else {
      wrongType(node, name, "a list")
      return nil
    }
    return nodes
  }
}

extension TypedReader {
  mutating func report(
    _ severity: Diagnostic.Severity, _ identifier: Diagnostic.Identifier, _ summary: String,
    hint: String? = nil, at place: Place
  ) {
    diagnostics.append(Diagnostic(severity, identifier, summary, hint: hint, at: place))
  }

  mutating func wrongType(_ node: DataNode, _ name: String, _ expected: String) {
    var hint: String?
    if case .bool(let bool) = node.value, expected.hasPrefix("text") {
      hint = "Put it in quotation marks: \"\(bool)\"."
    }
    report(
      .error, rules.type, "\(name) must be \(expected), found \(node.described)", hint: hint,
      at: node.place)
  }

  mutating func missing(
    _ name: String, in owner: String, hint: String? = nil, at place: Place
  ) {
    report(.error, rules.required, "\(owner) needs \(name)", hint: hint, at: place)
  }

  mutating func unknownKey(_ entry: DataEntry, in owner: String?, known: [String], hint: String?) {
    let key = abridged(entry.key)
    let subject = owner.map { "unknown key \"\(key)\" in \($0)" } ?? "unknown key \"\(key)\""
    let nearest = nearestName(to: entry.key, in: known).map { "Did you mean \"\($0)\"?" }
    report(
      rules.unknownKeySeverity, rules.unknownKey, subject, hint: nearest ?? hint,
      at: entry.keyPlace)
  }

  mutating func unknownWord(
    _ word: String, _ name: String, _ known: [String], at place: Place
  ) {
    let hint =
      nearestName(to: word, in: known).map { "Did you mean \"\($0)\"?" }
      ?? "Write one of: \(known.joined(separator: ", "))."
    report(
      .error, rules.value, "\(name) must be one of a few words, found \"\(abridged(word))\"",
      hint: hint, at: place)
  }
}
