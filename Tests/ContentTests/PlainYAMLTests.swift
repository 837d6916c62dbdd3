import Foundation
import SiteModel
import TestSupport
import Testing

@testable import Content

/// The fast parser against the full one: the same values and places, or nothing at all.
struct PlainYAMLTests {
  @Test(arguments: [
    "title: A title",
    "title: \"A \\\"quoted\\\" title: \\\\ with a colon\"",
    "title: 'It''s # no comment'   # but this is",
    "a: https://a.example/b#c?d={e}\nb: a#b\nc: C#",
    "a:\nb: ~\nc: null # nothing\nd: # nothing either\ne: Null",
    "a: true\nb: False\nc: yes\nd: 1.10\ne: 007\nf: +3e5\ng: nil\nh: 2026-01-02T03:04:05Z",
    "tags: [AI, \"Open source\", 'x', C#, 3, true, Nvidia's, it''s]",
    "tags: []\nextra: {}",
    "cover: {image: a.jpg, alt: \"An arm, with a } in it\", credit: https://a.example/}",
    "a: [[1, 2], {b: [c]}, {}]\n",
    "tags:\n  - AI\n  - \"Open source\"\n  - [a, b]\nb: c",
    "tags:\n- AI\n- Chips # both\n\n# a comment\nb: c\n",
    "cover:\n  image: a.jpg\n  alt: Text\n\n  credit:\n    name: Ada\n  caption: b\ntitle: T",
    "corrections:\n  - date: 2026-01-02\n    text: Wrong\n  - date: 2026-01-03\n    text: Again\n",
    "a:\n- b:\n  - c\n  - d\n- e: f\n",
    "ключ: no\n".replacing("ключ", with: "key") + "text: Übung 日本語 🚀 — “ok”…\nlist: [é, ñ , 日本]",
    "  \n# comment\ntitle: T\n   # indented comment\n",
  ])
  func readsPlainFrontMatter(_ yaml: String) throws {
    #expect(try compare(yaml))
  }

  @Test(arguments: [
    "", "# nothing", "- a", "a", "a: b: c", "a: b\n  c", "a:\n  b\n", "a: |\n  b", "a: >\n  b",
    "a: &b c", "a: *b", "a: !!str b", "a: b\na: c", "a: {b: c, b: d}", "\ta: b", "a:\tb",
    "a: b\r\nc: d", "a: \"b", "a: 'b", "a: \"b\" c", "a: \"\\u0041\"", "a: \"b\n  c\"", "a: [b",
    "a: [b,\n  c]", "a: [b, ]", "a: [, b]", "a: [b]]", "a: [b] c", "a: [b]c", "a: [b: c]",
    "a: [b:c]", "a: [b?]", "a: {b}", "a: {b:c}", "a: @b", "a: `b`", "a: %b", "a: - b", "a: -1",
    "a: ? b", "? a", "\"a\": b", "a : b", "a:b", "a b: c", "<<: a", " a: b", "a: b\n b: c",
    "a:\n  b: c\n d: e", "a:\n  - b\n - c", "a:\n  - b\n  c: d", "a:\n  -\n  - b", "a:\n  - - b",
    "a: b\n---\nc: d", "a: b\n...\n", "%YAML 1.1\na: b", "a: b\u{85}c", "a: b\u{2028}c",
    "a: \u{FEFF}b", "a: b\u{7F}", "a: b\u{0}", "a: 'b'#c", "a:\n  - b\n   - c", "ü: a",
    "a: \"b\"\n  c: d", "a:\n  - b: c\n     d: e",
    "a: [" + String(repeating: "1,", count: 3_000) + "1]",
    "a: " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20),
  ])
  func leavesAllElseToTheFullParser(_ yaml: String) throws {
    #expect(try !compare(yaml))
  }

  @Test(arguments: 1...8)
  func agreesOnWhateverIsThrownAtIt(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var plain = 0
    for _ in 0..<1_000 {
      var yaml = RandomYAML.document(using: &random)
      if try compare(yaml) { plain += 1 }
      for _ in 0..<3 {
        RandomYAML.mutate(&yaml, using: &random)
        _ = try compare(yaml)
      }
    }
    // Much of what is generated is plain; the rest is what must be told apart from it.
    #expect(plain > 350)
  }

  @Test func agreesOnTheFixtures() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    var walk = FolderWalk(root: folder)
    walk.visit("Fixtures")
    #expect(walk.files.count > 5)
    for path in walk.files {
      let bytes = try #require(contents(ofFile: "\(folder)/\(path)"))
      guard case .success(let split) = FrontMatterFence.split(bytes, file: path) else { continue }
      _ = try compare(split.data)
    }
  }

  /// Whether the fast parser reads a text; if it does, the full one must agree.
  private func compare(_ yaml: String) throws -> Bool {
    let bytes = Array("---\n\(yaml)".utf8)
    return try compare(
      SourceText(file: "a.md", bytes: bytes, range: 4..<bytes.count, firstLine: 2))
  }

  private func compare(_ source: SourceText) throws -> Bool {
    guard let found = PlainYAML.parse(source) else { return false }
    let full = try YAMLParser.parseFully(source)
    #expect(found == full.root, "\(source.text.debugDescription)")
    #expect(full.repeated.isEmpty, "\(source.text.debugDescription)")
    return true
  }
}

/// Front matter as people write it, and what a slip makes of it.
private enum RandomYAML {
  private static let keys = [
    "title", "date", "tags", "cover", "authors", "summary", "image", "alt", "extra", "a", "b_c",
    "publishDate", "x-y", "true", "null",
  ]
  private static let texts = [
    "A title", "2026-01-02", "2026-01-02T03:04:05Z", "true", "no", "~", "null", "3", "1.50",
    "https://a.example/b?c=d", "it's", "a#b", "a #b", "Über", "日本語", "🚀 up", "a - b", "R&D",
    "50%", "(x)", "a, b", "x: y", "- x", "*", "&a", "a:", "", " ", "a  b ", "don't [stop]", "{x}",
    "\"quoted\"", "'single'", "'it''s'", "\"a\\\"b\"", "\"a: b\"", "\"\"", "''", "\"\\n\"",
    "[a, b]", "[]", "{a: b}", "[x, 'y', \"z\"]", "{image: a.jpg, alt: \"b, c\"}", "[a , b ]",
    "[a,b]", "[[a], {b: c}]", "[it's, b]", "|", ">-", "x # y",
  ]
  private static let slips: [String] = [
    " ", "  ", "\n", ":", ": ", "- ", "#", " #", "\"", "'", "[", "]", "{", "}", ",", "\t", "\r",
    "&", "*", "!", "|", "\\", "ü", "\u{2028}", "\u{85}", "?", "%", "a", "-", "\n\n", "\n  ", "\n- ",
  ]

  static func document(using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...6, using: &random))
      .map { _ in entry(indent: "", depth: 0, using: &random) }
      .joined()
  }

  private static func entry(
    indent: String, depth: Int, using random: inout SeededGenerator
  ) -> String {
    // Numbers tell most keys apart, so that repeated ones are rare.
    let key = pick(keys, using: &random) + "\(Int.random(in: 0..<50, using: &random))"
    let count = Int.random(in: 1...3, using: &random)
    switch Int.random(in: 0..<12, using: &random) {
    case 0 where depth < 3:
      let inner = indent + (Bool.random(using: &random) ? "  " : "    ")
      let entries = (0..<count).map { _ in entry(indent: inner, depth: depth + 1, using: &random) }
      return "\(indent)\(key):\n" + entries.joined()
    case 1 where depth < 3:
      let inner = indent + (Bool.random(using: &random) ? "" : "  ")
      let items = (0..<count).map { _ in "\(inner)- \(pick(texts, using: &random))\n" }
      return "\(indent)\(key):\n" + items.joined()
    case 2 where depth < 3:
      let items = (0..<count).map { _ in
        let first = entry(indent: "", depth: 3, using: &random)
        return "\(indent)  - \(first)" + entry(indent: indent + "    ", depth: 3, using: &random)
      }
      return "\(indent)\(key):\n" + items.joined()
    case 3: return "\(indent)# \(pick(texts, using: &random))\n"
    case 4: return "\n"
    default: return "\(indent)\(key): \(pick(texts, using: &random))\n"
    }
  }

  /// Puts something in or takes something out, at any place.
  static func mutate(_ text: inout String, using random: inout SeededGenerator) {
    let offset = Int.random(in: 0...text.count, using: &random)
    let index = text.index(text.startIndex, offsetBy: offset)
    if index < text.endIndex, Int.random(in: 0..<3, using: &random) == 0 {
      text.remove(at: index)
    } else {
      text.insert(contentsOf: pick(slips, using: &random), at: index)
    }
  }

  private static func pick(_ choices: [String], using random: inout SeededGenerator) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
