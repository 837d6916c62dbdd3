/// The headers that a publication wants with its files, as its `_headers` says.
///
/// Each rule is a path, in which a `*` stands for anything, and indented lines `Name: value`. A header of a later
/// rule takes the place of the same one before.
struct HeaderRules: Hashable, Sendable {
  private struct Rule: Hashable {
    var path: Substring
    var headers: [Header] = []

    func holds(for path: String) -> Bool {
      guard let star = self.path.firstIndex(of: "*") else { return path == self.path }
      let (start, end) = (self.path[..<star], self.path[self.path.index(after: star)...])
      return path.count >= start.count + end.count && path.hasPrefix(start) && path.hasSuffix(end)
    }
  }

  /// A header's name and its value.
  struct Header: Hashable, Sendable {
    var name: String
    var value: String
  }

  private let rules: [Rule]

  init(parsing text: String) {
    var rules: [Rule] = []
    for line in text.split(whereSeparator: \.isNewline) {
      if !line.hasPrefix(" ") {
        rules.append(Rule(path: line))
      } else if let colon = line.firstIndex(of: ":"), !rules.isEmpty {
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        let header = Header(
          name: String(line[..<colon].drop { $0 == " " }), value: Self.withoutTLS(String(value)))
        rules[rules.count - 1].headers.append(header)
      }
    }
    self.rules = rules
  }

  /// What goes with the file at a path.
  func headers(for path: String) -> [Header] {
    rules.filter { $0.holds(for: path) }.flatMap(\.headers)
  }

  /// A preview has no TLS: told to upgrade, browsers would look in vain for its style sheet.
  private static func withoutTLS(_ value: String) -> String {
    value.replacing("; upgrade-insecure-requests", with: "")
  }
}
