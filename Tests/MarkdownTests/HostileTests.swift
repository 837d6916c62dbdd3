import SiteModel
import TestSupport
import Testing

@testable import Markdown

/// Texts that take the library seconds, minutes or all memory, and texts that are none.
@Suite(.serialized) struct HostileTests {
  /// Each with the findings that it must give.
  private static let expensive: [(name: String, text: String, findings: Set<String>)] = [
    ("columns", table(columns: 5_000, rows: 0), ["markdown/limits"]),
    ("columns in a quotation", "> " + table(columns: 5_000, rows: 0), ["markdown/limits"]),
    ("cells", table(columns: 400, rows: 20_000), ["markdown/limits"]),
    ("quotes", many("\"", 80_000), ["markdown/limits"]),
    ("apostrophes", many("'a ", 80_000), ["markdown/limits"]),
    ("definition", "[a]: /\(many("x", 40_000))\n\n" + many("[a]", 240_000), ["markdown/limits"]),
    (
      "definition's title", "[a]: b \"\(many("[x]: y\n", 40_000))\"\n\n" + many("[a]", 240_000),
      ["markdown/limits"]
    ),
    ("www", many("www._", 80_000), ["markdown/limits"]),
    ("closing parentheses", "www.a.example/" + many(")", 80_000), ["markdown/limits"]),
    ("at signs", many("a@", 80_000), ["markdown/limits"]),
    ("unfinished pictures", many("![[]()", 80_000), ["markdown/limits"]),
    ("length", many("a\n\n", 2_100_000), ["markdown/limits"]),
    ("quotations", many("> ", 80_000), []),
    ("brackets", many("[", 40_000) + many("]", 40_000), []),
    ("emphasis", many("*a **a ", 40_000) + many("a** a*", 40_000), []),
    ("references", "[^a]: b\n\n" + many("[^a]", 80_000), []),
    ("undefined footnotes", "[^a]\n" + many("[^b]: c\n", 80_000), ["markdown/footnote"]),
    ("headings", many("# a\n", 80_000), []),
    ("equal links", many("[a](b) ", 80_000), []),
  ]

  @Test(arguments: expensive.map(\.name))
  func endsSoon(_ name: String) throws {
    let row = try #require(Self.expensive.first { $0.name == name })
    let clock = ContinuousClock()
    var rendered = RenderedMarkdown()
    let time = clock.measure { rendered = render(row.text) }
    #expect(Set(rendered.diagnostics.map(\.identifier.rawValue)) == row.findings)
    // Release builds take a tenth of this; a quadratic case takes minutes.
    // A tenth of a second in release builds; far from this even where other tests take all the time.
    // A quadratic case takes minutes.
    #expect(time < .seconds(120))
  }

  @Test func limitsHavePlaces() {
    #expect(
      render("a\n\n\(Self.table(columns: 600, rows: 1))", firstLine: 7).findings
        == ["9:1 markdown/limits"])
    let severities = [Self.many("\"", 6_000), Self.table(columns: 600, rows: 1)]
      .map { render($0).diagnostics.map(\.severity) }
    #expect(severities == [[.warning], [.error]])
  }

  /// What is suspicious in prose is data in code, and the rest of the text keeps its features.
  @Test(arguments: ["|", "\"", "www._"])
  func codeMayHoldAnything(_ data: String) {
    let code = Self.many(data, 40_000)
    let rendered = render("\"a\" www.b.example\n\n| c |\n|---|\n\n```\n\(code)\n```")
    #expect(rendered.diagnostics.isEmpty)
    for part in ["“a”", "href=\"http://www.b.example\"", "<table>"] {
      #expect(rendered.html.contains(part))
    }
  }

  /// Long lists of references and footnotes are no attack.
  @Test func manyDefinitionsAreFine() {
    let numbers = 1...1_500
    let uses = numbers.map { "[a][\($0)] b[^\($0)]\n\n" }.joined()
    let references = numbers.map { "[\($0)]: https://a.example/\($0) \"It's \($0)\"\n" }.joined()
    let footnotes = numbers.map { "[^\($0)]: Note \"\($0)\"\n" }.joined()
    #expect(render(uses + references + "\n" + footnotes).diagnostics.isEmpty)
  }

  /// Bytes at random, and truncated and torn Markdown: slots stay in order and inside.
  @Test(arguments: 1...4)
  func anyBytes(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 2_000)
    let alphabet =
      Array("[^]()!<>*_`~|-#:\\\"'{}&;\n\r\t \u{0}a1@./w".utf8) + [0xff, 0xc3, 0xe2, 0x80]
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      let text = bytes[Int.random(in: 0...bytes.count, using: &random)...]
      let body = MarkdownRenderer().render(text, file: "a.md", firstLine: 1).body
      let offsets = body.slots.map(\.offset)
      #expect(offsets == offsets.sorted() && offsets.allSatisfy { $0 <= body.html.count })
      #expect(String(validating: body.html, as: UTF8.self) != nil, "\(bytes)")
    }
  }

  private static func many(_ text: String, _ bytes: Int) -> String {
    String(repeating: text, count: bytes / text.utf8.count)
  }

  private static func table(columns: Int, rows: Int) -> String {
    "|" + many("a|", 2 * columns) + "\n|" + many("-|", 2 * columns) + "\n" + many("a\n", 2 * rows)
  }
}
