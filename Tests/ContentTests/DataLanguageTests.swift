import SiteModel
import Testing

@testable import Content

/// TOML and JSON front matter say the same as YAML does, with places.
struct DataLanguageTests {
  @Test func readsZolaTOML() throws {
    let file = try parse(
      """
      +++
      title = "T"
      date = 2026-07-02T10:00:00-04:00
      updated = 2026-07-03
      draft = false
      weight = 3
      template = "essay.html"

      [taxonomies]
      tags = ["AI", "chips"]

      [extra]
      lead = '''
      title = 'not a key'
      '''
      price = 1.5

      [[corrections]]
      date = 2026-07-04
      text = "One"

      [[corrections]]
      date = 2026-07-05
      text = "Two"
      +++
      Text
      """)
    #expect(
      file.diagnostics.map(line) == [
        "7:1+8 warning front-matter/unknown-key: unknown key \"template\""
      ])
    let matter = try #require(file.article).frontMatter
    #expect(matter.title == "T")
    #expect(matter.date?.iso8601 == "2026-07-02T10:00:00-04:00")
    #expect(matter.updated?.iso8601 == "2026-07-03T00:00:00-04:00")
    #expect(matter.tags.map(\.value) == ["AI", "chips"])
    #expect(matter.order == 3)
    #expect(matter.corrections.map(\.text) == ["One", "Two"])
    #expect(matter.extra["price"] == .number("1.5"))
  }

  @Test(arguments: [
    Mistake(
      "+++\ntitle = \"T\"\ndate = \"2026-13-02\" # x\n+++\n",
      "3:8+12 error front-matter/date: month must be 01 to 12 in date \"2026-13-02\""),
    Mistake(
      "+++\ntitle = \"T\"\ndate = 2026-01-02\n[[updates]]\ndate = 2026-01-03\ntext = []\n+++\n",
      "6:8+2 error front-matter/type: updates.text must be text, found a list"),
    Mistake(
      "+++\ntitle = T\n+++\n",
      "2:9+1 error front-matter/syntax: the TOML cannot be read: "
        + "boolean: expected 'true', saw 'T'"),
    Mistake(
      "{\"title\": \"T\",\n \"date\": \"2026-1\"}",
      "2:10+8 error front-matter/date: a date must be written as YYYY-MM-DD, found \"2026-1\""),
    Mistake(
      "{\"title\": \"T\",\n}",
      "2:1+1 error front-matter/syntax: JSON expects a key in quotation marks here"),
    Mistake(
      "{\"title\" \"T\"}",
      "1:10+1 error front-matter/syntax: JSON expects a colon after the key"),
    Mistake(
      "{\"title\": \"T\"\n\"date\": 1}",
      "2:1+1 error front-matter/syntax: JSON expects a comma or a closing brace here"),
    Mistake(
      "{\"title\": [1 2]}",
      "1:14+1 error front-matter/syntax: JSON expects a comma or a closing bracket here"),
    Mistake(
      "{\"title\": 01}",
      "1:11+1 error front-matter/syntax: JSON expects a value here: text in quotation marks, a"
        + " number, true, false or null"),
    Mistake(
      "{\"title\": \"T",
      "1:11+1 error front-matter/syntax: the text that starts here has no closing quotation mark"),
    Mistake(
      "{\"title\": \"\\x\"}",
      "1:12+2 error front-matter/syntax: JSON does not know this character after a backslash"),
    Mistake(
      "{\"title\": \"\\ud800\"}",
      "1:12+2 error front-matter/syntax: JSON does not know this character after a backslash"),
    Mistake(
      "{\"a\": 1, \"a\": 2}",
      "1:10+3 error front-matter/syntax: the key \"a\" is given twice"),
    Mistake(
      "{\"title\": \"T\"} Text",
      "1:16+4 error front-matter/syntax: the text must begin on a line of its own"),
  ])
  func saysWhereAMistakeIs(_ row: Mistake) throws {
    row.check(try parse(row.input).diagnostics)
  }

  @Test func readsEscapesInJSON() throws {
    let file = try parse(
      #"{"title": "\u00e9 \ud83d\ude00 \"\\\/\n", "date": "2026-01-02", "extra": {"n": -1.5e3}}"#)
    let matter = try #require(file.article).frontMatter
    #expect(matter.title == "é 😀 \"\\/")
    #expect(matter.extra == ["n": .number("-1.5e3")])
  }

  @Test func readsAnchorsAndMergedKeysInYAML() throws {
    let file = try parse(
      """
      ---
      title: "*T* &a"
      date: 2026-01-02
      summary: |
        See *this and &that.
      extra:
        base: &base {a: 1, b: 2}
        one: {<<: *base, b: 3}
        two: *base
      ---
      """)
    #expect(file.diagnostics == [])
    let matter = try #require(file.article).frontMatter
    #expect(matter.title == "*T* &a")
    #expect(matter.summary == "See *this and &that.")
    #expect(matter.extra["one"] == .table(["a": .number("1"), "b": .number("3")]))
    #expect(matter.extra["two"] == .table(["a": .number("1"), "b": .number("2")]))
  }
}
