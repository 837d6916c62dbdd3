import SiteModel
import TestSupport
import Testing

@testable import Content
@testable import Publishing

/// What the cache writes it reads back, whole.
@Suite struct RecordTests {
  /// An article that uses every key of the front matter.
  static let article = """
    ---
    title: Everything at once
    date: 2025-06-01T12:00:00+02:00
    updated: 2025-06-02
    slug: all
    authors: [Ada, Grace]
    editors: [Linus]
    section: ai
    tags: [One, Two]
    topics: [Three]
    series: {name: Alpha, part: 2}
    summary: In short.
    cover: {image: a.png, alt: A, caption: C, credit: D, copyright: E, license: "https://f.example/", aiGenerated: true, decorative: true, focus: left}
    type: opinion
    submitted: {by: Reader}
    sponsor: Company
    disclosure: We own shares.
    corrections: [{date: 2025-06-03, text: Wrong.}]
    updates: [{date: 2025-06-04, text: New.}]
    draft: true
    publishDate: 2025-06-05
    expiryDate: 2030-01-01
    aliases: [/old/]
    reason: On request.
    related: {pins: [ai/b.md], exclude: [ai/c.md]}
    canonical: https://example.org/
    noindex: true
    language: de
    layout: special
    readingTime: 7
    order: 3
    extra: {a: [1, true, null, {b: text}]}
    ---

    Text with a [link](b.md#c), a ![picture](d.png) and a note.[^1]

    ## A heading

    [^1]: Here.

    """

  static func parsed(_ path: String, _ text: String) -> ParsedFile {
    var configuration = SiteConfiguration()
    configuration.taxonomies.append(
      TaxonomySettings(name: "topics", title: "Topics", singular: "Topic", path: "topics"))
    return ContentParser(configuration: configuration, timeZone: .utc)
      .parse(path, Array(text.utf8)).marked(7)
  }

  @Test(
    "A parsed file comes back as it was, an article without its text",
    arguments: [
      ("Content/ai/a.md", article), ("Content/pages/about.md", article),
      ("Content/ai/_index.md", article),
      (
        "Content/authors/ada.md",
        "---\nname: Ada\nrole: Editor\nphoto: a.jpg\nphotoAlt: She\nemail: a@b.example\n"
          + "links: [{title: T, url: https://t.example}]\n---\n\nWrites.\n"
      ),
      ("Content/ai/broken.md", "---\ntitle: [\n---\n"),
    ])
  func roundTrip(path: String, text: String) throws {
    let file = Self.parsed(path, text)
    let bytes = RecordWriter.bytes(of: file, file: path)
    let read = try #require(RecordReader.value(ParsedFile.self, from: bytes[...], file: path))
    #expect(read.diagnostics == file.diagnostics)
    switch (read.content, file.content) {
    case (.article(let read), .article(var written)):
      written.body = written.body.abridged
      #expect(read == written)
      #expect(read.body.html.isEmpty && read.body.isAbridged)
    case (.page(let read), .page(let written)), (.section(let read), .section(let written)):
      #expect(read == written)
      #expect(!read.body.html.isEmpty)
    case (.author(let read), .author(let written)): #expect(read == written)
    case (.nothing, .nothing): #expect(!file.diagnostics.isEmpty)
    default: Issue.record("another kind of file")
    }
  }

  @Test("The article of the test above uses every property that a record must keep")
  func nothingIsLeftOut() throws {
    guard case .article(let document) = Self.parsed("Content/ai/a.md", Self.article).content else {
      return #expect(Bool(false), "the sample is no article")
    }
    for (name, value, blank) in properties(of: document.frontMatter, besides: FrontMatter()) {
      #expect(value != blank, "add \(name) to the sample, and to FrontMatter.record(with:)")
    }
    let body = properties(of: document.body, besides: ArticleBody())
    for (name, value, blank) in body
    where !["isAbridged", "cjkCharacterCount", "shortcodes", "expandedShortcodes"].contains(name) {
      #expect(value != blank, "add \(name) to the sample, and to ArticleBody.record(with:)")
    }
  }

  @Test("A shortcode comes back as it was, but for what it names, which is found anew")
  func shortcode() throws {
    var argument = ShortcodeArgument(
      name: "src", kind: .picture, value: "a.png", place: Place(file: "f", line: 3), isLocal: true)
    var call = ShortcodeCall(name: "figure", arguments: [argument], display: .inline, range: 3..<9)
    call.innerCount = 2
    call.innerText = "inner"
    let bytes = RecordWriter.bytes(of: call)
    #expect(RecordReader.value(ShortcodeCall.self, from: bytes[...]) == call)
    argument.target = .article(1)
    for (name, value, blank) in properties(of: argument, besides: .blank) {
      #expect(value != blank, "add \(name) to the sample, and to ShortcodeArgument.record(with:)")
    }
    for (name, value, blank) in properties(of: call, besides: .blank) {
      #expect(value != blank, "add \(name) to the sample, and to ShortcodeCall.record(with:)")
    }
  }

  private func properties<Value>(
    of value: Value, besides blank: Value
  ) -> [(name: String, value: String, blank: String)] {
    zip(Mirror(reflecting: value).children, Mirror(reflecting: blank).children).map {
      ($0.label ?? "", String(reflecting: $0.value), String(reflecting: $1.value))
    }
  }
}
