import SiteModel
import Testing

@testable import Content

/// Everything that can be wrong with a key, below `title` on line 2 and `date` on line 3.
struct FrontMatterMistakeTests {
  @Test(arguments: [
    Mistake(
      "titel: X", "4:1+5 warning front-matter/unknown-key: unknown key \"titel\"",
      hint: "Did you mean \"title\"?"),
    Mistake(
      "moon: 1", "4:1+4 warning front-matter/unknown-key: unknown key \"moon\"",
      hint: "Values for templates go under extra:."),
    Mistake(
      "image: a.jpg", "4:1+5 warning front-matter/unknown-key: unknown key \"image\"",
      hint: "For the picture at the head, write cover: {image: …, alt: …}."),
    Mistake("slug: [a]", "4:7+3 error front-matter/type: slug must be text, found a list"),
    Mistake(
      "sponsor: true", "4:10+4 error front-matter/type: sponsor must be text, found true",
      hint: "Put it in quotation marks: \"true\"."),
    Mistake(
      "draft: soon",
      "4:8+4 error front-matter/type: draft must be true or false, found the text \"soon\""),
    Mistake(
      "readingTime: \"5\"",
      "4:14+3 error front-matter/type: readingTime must be a whole number, found the text \"5\""),
    Mistake(
      "readingTime: 0",
      "4:14+1 error front-matter/value: readingTime must be 1 to 1000, found 0"),
    Mistake(
      "weight: 1.5",
      "4:9+3 error front-matter/type: weight must be a whole number, found the number 1.5"),
    Mistake(
      "tags: {a: b}",
      "4:7+6 error front-matter/type: tags must be text or a list of texts, found a group of keys"
    ),
    Mistake(
      "tags:\n  - AI\n  - [b]",
      "6:5+3 error front-matter/type: each entry of tags must be text, found a list"),
    Mistake(
      "authors: [{role: x}]",
      "4:11+9 error front-matter/required: each of authors needs name:"),
    Mistake(
      "type: anaylsis",
      "4:7+8 warning front-matter/value: unknown type \"anaylsis\", so the article is treated as"
        + " news", hint: "Did you mean \"analysis\"?"),
    Mistake(
      "type: post",
      "4:7+4 warning front-matter/value: unknown type \"post\", so the article is treated as news",
      hint: "Write one of: news, analysis, opinion, press-release, sponsored, submitted, removed."),
    Mistake(
      "extra: x",
      "4:8+1 error front-matter/type: extra must be a group of keys, found the text \"x\""),
    Mistake(
      "series: [a, b]",
      "4:9+6 error front-matter/type: series must be one text, or a name and a part, found a list"
    ),
    Mistake("series: {part: 2}", "4:9+9 error front-matter/required: series needs a name"),
    Mistake(
      "series: {name: S, part: 0}",
      "4:25+1 error front-matter/value: series.part must be 1 to 10000, found 0"),
    Mistake(
      "cover: {alt: A}",
      "4:8+8 warning front-matter/required: cover names no image, so none is shown"),
    Mistake(
      "cover: {image: a.jpg, atl: A}",
      "4:23+3 warning front-matter/unknown-key: unknown key \"atl\" in cover",
      hint: "Did you mean \"alt\"?"),
    Mistake(
      "corrections: [Oops]",
      "4:15+4 error front-matter/type: each of corrections must be a date and a text, found the"
        + " text \"Oops\""),
    Mistake(
      "corrections:\n  - text: Oops",
      "5:5+1 error front-matter/required: each of corrections needs date:"),
    Mistake(
      "updates:\n  - date: 2026-02-30\n    text: More",
      "5:11+10 error front-matter/date: day must be 01 to 28 in date \"2026-02-30\""),
    Mistake(
      "submitted: [a]",
      "4:12+3 error front-matter/type: submitted must be true, or by: and a name, found a list"),
    Mistake(
      "canonical: example.com",
      "4:12+11 warning front-matter/value: canonical must be a full address or a path of the"
        + " site, found \"example.com\""),
    Mistake(
      "lang: english",
      "4:7+7 warning front-matter/value: lang must be a language tag, found \"english\""),
    Mistake(
      "updated: 2025-12-31", "4:10+10 warning front-matter/date: updated lies before date"),
    Mistake(
      "cover: {image: a.jpg, license: CC-BY}",
      "4:32+5 warning front-matter/value: cover.license must be a full address, found \"CC-BY\"",
      hint: "Begin it with https://."),
    Mistake(
      "expiryDate: 2026-01-02",
      "4:13+10 warning front-matter/date: expiryDate does not lie after date, so nobody ever sees"
        + " this"),
    Mistake(
      "publishDate: 2026",
      "4:14+4 error front-matter/type: publishDate must be a date, found the"
        + " number 2026"),
    Mistake(
      "taxonomies:\n  catgories: [a]",
      "5:3+9 warning front-matter/unknown-key: unknown key \"catgories\" in taxonomies",
      hint: "Add it to the taxonomies in sitegen.yaml."),
    Mistake(
      "slug: a\nslug: b",
      "5:1+4 warning front-matter/syntax: the key \"slug\" is given more than once, and the last"
        + " one holds", hint: "Remove the others."),
    Mistake(
      "cover: {image: a.jpg, focus: 120% 0%}",
      "4:30+7 error front-matter/value: cover.focus must be a point, found \"120% 0%\"",
      hint: "Write how far right and down it is, 30% 20%, or words: top, left, right top."),
    Mistake(
      "cover: {image: a.jpg, focus: left right}",
      "4:30+10 error front-matter/value: cover.focus must be a point, found \"left right\"",
      hint: "Write how far right and down it is, 30% 20%, or words: top, left, right top."),
    // Columns count bytes: ü takes two.
    Mistake(
      "cover: {alt: \"ü\", image: []}",
      "4:8+22 warning front-matter/required: cover names no image, so none is shown",
      "4:27+2 error front-matter/type: cover.image must be text, found a list"),
  ])
  func saysWhatIsWrong(_ row: Mistake) throws {
    let file = try parse("---\ntitle: T\ndate: 2026-01-02\n\(row.input)\n---\n")
    row.check(file.diagnostics.sortedByPlace())
  }

  @Test(arguments: [
    Mistake(
      "---\ndate: 2026-01-02\n---\n",
      "1:1+1 error front-matter/required: front matter must have a title"),
    Mistake(
      "---\ntitle: ~\ndate: 2026-01-02\n---\n",
      "1:1+1 error front-matter/required: front matter must have a title"),
    Mistake(
      "---\ntitle: T\n---\n",
      "1:1+1 error front-matter/required: an article must have a date"),
    Mistake(
      "---\n# nothing\n---\n",
      "1:1+1 error front-matter/required: front matter must have a title",
      "1:1+1 error front-matter/required: an article must have a date"),
    Mistake(
      "", "1:1+1 error front-matter/missing: the file is empty"),
    Mistake(
      "\u{FEFF}\n \n", "1:1+1 error front-matter/missing: the file is empty"),
    Mistake(
      "# Title\n",
      "1:1+1 error front-matter/missing: a Markdown file must begin with front matter"),
    Mistake(
      "{{< figure >}}",
      "1:1+1 error front-matter/missing: a Markdown file must begin with front matter"),
    Mistake(
      "----\ntitle: T\n----\n",
      "1:1+1 error front-matter/missing: a Markdown file must begin with front matter"),
    Mistake(
      "---\ntitle: T\n--- x\n+++\n",
      "1:1+3 error front-matter/unclosed: the front matter that begins here is not closed",
      hint: "End it with a line that is exactly ---."),
    Mistake(
      "---\n- a\n---\n",
      "2:1+1 error front-matter/syntax: front matter must consist of keys with values, found a list"
    ),
    Mistake(
      "---\ntitle: a: b\n---\n",
      "2:9+1 error front-matter/syntax: a colon and a space cannot stand within text that has no"
        + " quotation marks", hint: "Put the whole text in quotation marks."),
    Mistake(
      "---\ntitle: @a\n---\n",
      "2:8+1 error front-matter/syntax: text cannot begin with this character unless it is in"
        + " quotation marks"),
    Mistake(
      "---\ntitle: T\n\tdate: x\n---\n",
      "3:1+1 error front-matter/syntax: YAML must be indented with spaces, not with tabs"),
    Mistake(
      "---\ntitle: *T*\n---\n",
      "2:8+1 error front-matter/syntax: text cannot begin with this character unless it is in"
        + " quotation marks", hint: "Put the whole text in quotation marks."),
    Mistake(
      "---\ntitle: *T\n---\n",
      "2:8+1 error front-matter/syntax: text that begins with * refers to an anchor, and there is"
        + " none of that name", hint: "Put text that begins with * in quotation marks."),
    Mistake(
      "---\ntitle: \"T\ndate: 2026-01-02\n---\n",
      "2:8+1 error front-matter/syntax: a quotation mark is opened and not closed"),
    Mistake(
      "---\ntitle: [a\n---\n",
      "2:8+1 error front-matter/syntax: a list or group that was opened by a bracket is not closed"
    ),
    Mistake(
      "---\ntitle: T\u{7}\n---\n",
      "2:9+1 error front-matter/syntax: there is a control character that YAML does not allow"),
    Mistake(
      "---\ntitle: 日本\u{7}\n---\n",
      "2:14+1 error front-matter/syntax: there is a control character that YAML does not allow"),
  ])
  func saysWhatIsWrongWithTheWhole(_ row: Mistake) throws {
    row.check(try parse(row.input).diagnostics)
  }

  @Test func saysWhereTextIsNotUTF8() throws {
    let zone = try #require(SiteTimeZone(identifier: "UTC"))
    let parser = ContentParser(configuration: SiteConfiguration(), timeZone: zone)
    let bytes = Array("---\ntitle: T\n---\né".utf8) + [0xE9, 0x0A]
    let file = parser.parse("Content/ai/a.md", bytes)
    #expect(file.isNothing)
    #expect(
      file.diagnostics.map(line) == [
        "4:3+1 error content/encoding: the file must be written in UTF-8, and this byte is not"
      ])
  }
}
