import SiteModel
import Testing

@testable import Rendering

/// What Mustache's specification says about names, sections, white space, partials and blocks.
@Suite struct MustacheTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var template: String
    var expected: String
    var partials: [String: String]

    init(_ template: String, _ expected: String, _ partials: [String: String] = [:]) {
      self.template = template
      self.expected = expected
      self.partials = partials
    }

    var testDescription: String { template.debugDescription }
  }

  static let data: [String: DataValue] = [
    "yes": .bool(true), "no": .bool(false), "nothing": .null, "empty": .text(""),
    "word": .text("w<o>rd"), "number": .number("1.1"),
    "letters": .list([.text("a"), .text("b")]), "none": .list([]),
    "rows": .list([.list([.number("1"), .number("2")]), .list([.number("3")])]),
    "person": .table(["name": .text("Ada"), "pet": .table(["name": .text("Cat")])]),
    "name": .text("outer"), "pet": .table(["age": .number("7")]),
  ]

  @Test(arguments: [
    Row("{{word}} {{ number }} {{yes}}", "w&lt;o&gt;rd 1.1 true"),
    Row("[{{nothing}}{{empty}}{{unknown}}{{person.unknown}}{{letters}}{{person}}]", "[]"),
    Row("{{person.name}} {{person.pet.name}}", "Ada Cat"),
    Row("{{#person}}{{name}} {{word}}{{/person}}", "Ada w&lt;o&gt;rd"),
    Row("{{#person}}[{{pet.age}}]{{/person}}", "[]"),
    Row("{{#letters}}{{.}}{{name}} {{/letters}}", "aouter bouter "),
    Row("{{#rows}}({{#.}}{{.}},{{/.}}){{/rows}}", "(1,2,)(3,)"),
    Row("{{#yes}}y{{/yes}}{{#no}}n{{/no}}{{#none}}n{{/none}}{{#empty}}e{{/empty}}", "y"),
    Row("{{^yes}}y{{/yes}}{{^no}}n{{/no}}{{^none}}n{{/none}}{{^empty}}e{{/empty}}", "nne"),
    Row("{{#word}}<{{.}}>{{/word}}", "<w&lt;o&gt;rd>"),
    Row("{{#yes}}{{#person}}{{#letters}}{{name}}{{/letters}}{{/person}}{{/yes}}", "AdaAda"),
  ])
  func names(row: Row) { check(row) }

  @Test(arguments: [
    Row("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"),
    Row("a\n  {{#yes}}  \n  b\n\t{{/yes}}\nc", "a\n  b\nc"),
    Row("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"),
    Row("  {{#yes}}\n#{{/yes}}\n/", "#\n/"),
    Row("#{{#yes}}\n/\n  {{/yes}}", "#\n/\n"),
    Row(" {{#yes}}b{{/yes}}\n {{word}}\n", " b\n w&lt;o&gt;rd\n"),
    Row(" | {{#yes}} {{! no }}\n {{/yes}} | \n", " |  \n  | \n"),
    Row("a\n  {{! one\n  two }}\nb {{! three }} c\n", "a\nb  c\n"),
    Row("{{#yes}}{{#yes}}\nb\n{{/yes}}{{/yes}}\n", "\nb\n\n"),
  ])
  func standaloneLines(row: Row) { check(row) }

  @Test(arguments: [
    Row("[{{>p}}]", "[Ada]", ["p": "{{person.name}}"]),
    Row("  {{word}}  {{> p}}\n", "  w&lt;o&gt;rd  >\n>\n", ["p": ">\n>"]),
    Row("  {{>p}}\n>", "  >\n  >>", ["p": ">\n>"]),
    Row(">\n  {{>p}}", ">\n  >\n  >", ["p": ">\n>"]),
    Row("|\r\n{{>p}}\r\n|", "|\r\n>|", ["p": ">"]),
    Row("\\\n {{>p}}\n/\n", "\\\n |\n a\nb\n |\n/\n", ["p": "|\n{{lines}}\n|\n"]),
    Row(
      " {{>p}}\n", " <\n   x\n   y\n >\n",
      ["p": "<\n{{#yes}}\n  {{>q}}\n{{/yes}}\n>\n", "q": "x\ny\n"]),
  ])
  func partials(row: Row) { check(row) }

  @Test(arguments: [
    Row("{{$a}}x{{word}}{{/a}}", "xw&lt;o&gt;rd"),
    Row(
      "{{<p}}{{$a}}mine{{/a}}{{/p}}", "<mine other>", ["p": "<{{$a}}its{{/a}} {{$b}}other{{/b}}>"]),
    Row("{{<p}} text {{$a}}mine{{/a}} {{! and this }} {{/p}}", "mine", ["p": "{{$a}}{{/a}}"]),
    Row("{{<p}}{{$a}}{{name}}{{/a}}{{/p}}", "Ada", ["p": "{{#person}}{{$a}}{{/a}}{{/person}}"]),
    Row(
      "{{<p}}{{$a}}c{{/a}}{{/p}}{{<p}}{{/p}}", "cp",
      ["p": "{{<q}}{{$a}}p{{/a}}{{/q}}", "q": "{{<r}}{{$a}}q{{/a}}{{/r}}", "r": "{{$a}}r{{/a}}"]),
    Row("{{<p}}{{$a}}[{{$a}}own{{/a}}]{{/a}}{{/p}}", "[own]", ["p": "{{$a}}its{{/a}}"]),
    Row("{{<p}}{{$a}}\none\n\n:(\n{{/a}}{{/p}}", "one\n\n:(\n", ["p": "{{$a}}its{{/a}}"]),
    Row("{{<p}}{{$a}}now{{/a}}{{/p}}", "then:\n  now\n", ["p": "then:\n  {{$a}}its{{/a}}\n"]),
    Row("Hi,\n  {{<p}}{{/p}}\nend", "Hi,\n  one\n  two\nend", ["p": "one\ntwo\n"]),
    Row(
      "{{<p}}{{$a}}\none\ntwo{{/a}}\n{{/p}}\n", "Hi,\n  one\n  two\n",
      ["p": "Hi,\n  {{$a}}{{/a}}\n"]),
    Row(
      "{{<p}}{{$a}}\n    one\n      two\n{{/a}}{{/p}}\n", "Hi,\n  one\n    two\n",
      ["p": "Hi,\n  {{$a}}\n  {{/a}}\n"]),
    Row(
      "{{<p}}{{$a}}\none\ntwo\n{{/a}}{{/p}}\n", "Hi,\n  one\n  two\n",
      ["p": "Hi,\n{{$a}}\n  its\n{{/a}}\n"]),
    Row(
      "{{<p}}{{$b}}\nthree\n{{/b}}{{/p}}\n", "one\n  three\n",
      [
        "p": "{{<q}}{{$a}}\n  one\n  {{$b}}\n    two\n  {{/b}}\n{{/a}}{{/q}}\n",
        "q": "{{$a}}its{{/a}}",
      ]),
    Row(
      "{{#yes}}\n{{<p}}{{$a}}mine{{/a}}{{/p}}\n{{/yes}}\nend", "<mine>\nend",
      ["p": "<{{$a}}{{/a}}>\n"]),
  ])
  func blocks(row: Row) { check(row) }

  @Test("Between blocks, a tag that shows something is a mistake")
  func nothingBetweenBlocks() {
    let found = problems(["home": "{{<base}}{{site.title}}{{/base}}", "base": ""])
    #expect(
      found.map(line) == [
        "home:1:12+10 template/syntax: "
          + "{{site.title}} stands between the blocks of {{<base}}, where nothing is shown"
      ])
  }

  private func check(_ row: Row, sourceLocation: SourceLocation = #_sourceLocation) {
    var data = Self.data
    data["lines"] = .text("a\nb")
    #expect(
      rendered(row.template, row.partials, with: .table(data)) == row.expected,
      sourceLocation: sourceLocation)
  }
}

/// A template made with data of which nothing is declared.
func rendered(_ template: String, _ partials: [String: String], with data: DataValue) -> String {
  let sources = partials.merging(["": template]) { partial, _ in partial }
  let templates = sources.map { name, text in
    var parser = TemplateParser(TemplateSource(name: name, path: name, text: text))
    let nodes = parser.parse()
    #expect(parser.diagnostics.map(\.summary) == [])
    return (name, nodes)
  }
  var compiler = TemplateCompiler(
    templates: Dictionary(uniqueKeysWithValues: templates), assets: [:])
  let program = compiler.compile("", in: [.anything])
  var output: [UInt8] = []
  program.render([FieldValue(data)], to: &output)
  return String(decoding: output, as: UTF8.self)
}
