import SiteModel
import Testing

@testable import Content

/// Front matter that is meant to bring the program down ends in an error, and soon.
struct HostileDataTests {
  @Test(.timeLimit(.minutes(10)), arguments: hostile)
  func endsInAnError(_ row: HostileRow) throws {
    let clock = ContinuousClock()
    var found: [Diagnostic] = []
    let duration = try clock.measure { found = try parse(row.text).diagnostics }
    #expect(found.contains { $0.identifier == .frontMatterSyntax && $0.severity == .error })
    #expect(found.allSatisfy { $0.summary.utf8.count < 300 })
    #expect(duration < .seconds(120))
  }
}

/// A hostile file and what it tries.
struct HostileRow: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var text: String

  init(_ name: String, yaml: String) {
    testDescription = name
    text = "---\n\(yaml)\n---\n"
  }

  init(_ name: String, whole: String) {
    testDescription = name
    text = whole
  }
}

private let hostile = [
  HostileRow("billion laughs", yaml: laughs),
  HostileRow("billion laughs as a key", yaml: "\(laughs)\nz: {? *a9 : 1, ? *a9 : 2}"),
  HostileRow("an alias of itself", yaml: "a: &a [*a]"),
  HostileRow("deep brackets", yaml: "a: " + String(repeating: "[", count: 50_000)),
  HostileRow(
    "deep and closed",
    yaml: "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900)),
  HostileRow("deep dashes", yaml: "a:\n  " + String(repeating: "- ", count: 20_000)),
  HostileRow(
    "deep by aliases",
    yaml: "a: &a0 x\n"
      + (1...300).map { "k\($0): &a\($0) [*a\($0 - 1)]" }.joined(separator: "\n") + "\nz: [}"),
  HostileRow("many values", yaml: "a: [" + String(repeating: "1,", count: 200_000) + "]"),
  HostileRow(
    "many repeated keys", yaml: (0..<2_000).map { _ in "a: 1" }.joined(separator: "\n")),
  HostileRow("two documents", yaml: "a: 1\n...\n---x\n"),
  HostileRow(
    "deep JSON", whole: "{\"a\":" + String(repeating: "[", count: 100_000)),
  HostileRow(
    "deep TOML", whole: "+++\na = " + String(repeating: "[", count: 100_000) + "\n+++\n"),
]

private let laughs =
  "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
  + (1...9).map { level in
    "a\(level): &a\(level) [" + (0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ", ") + "]"
  }.joined(separator: "\n")
