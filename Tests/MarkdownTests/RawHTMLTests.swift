import SiteModel
import Testing

@testable import Markdown

/// Raw HTML is for the newsroom, if at all.
@Suite struct RawHTMLTests {
  @Test(arguments: [
    ("a <b>c</b> d", "<p>a c d</p>\n", ["1:3 markdown/raw-html"]),
    ("a\n\n<div>b</div>\n\nc", "<p>a</p>\n<p>c</p>\n", ["3:1 markdown/raw-html"]),
    ("<span></span>", "", ["1:1 markdown/raw-html"]),
    ("10<br>20", "<p>10 20</p>\n", ["1:3 markdown/raw-html"]),
    ("<!-- a -->\n\nb <!-- c --> d", "<p>b  d</p>\n", []),
    ("<!-- a\n\nb --> <i>", "", ["1:1 markdown/raw-html"]),
    ("<script>alert(1)</script>", "", ["1:1 markdown/raw-html"]),
    (
      "> a\n> <b>", "<blockquote dir=\"auto\">\n<p>a\n</p>\n</blockquote>\n",
      ["2:3 markdown/raw-html"]
    ),
  ])
  func leftOut(_ text: String, _ expected: String, _ findings: [String]) {
    let rendered = render(text)
    #expect(rendered.html == expected)
    #expect(rendered.findings == findings)
  }

  @Test func theHintNamesTheKey() {
    let hints = render("<b>").diagnostics.compactMap(\.hint)
    #expect(hints.map { $0.contains("markdown: {rawHTML: true}") } == [true])
  }

  @Test(arguments: [
    ("<div id=\"x\">\n<style>a</style>\n</div>", "<div id=\"x\">\n<style>a</style>\n</div>\n"),
    ("a <b>c</b><!-- d -->", "<p>a <b>c</b></p>\n"),
    ("<div><!-- secret -->a</div>", "<div>a</div>\n"),
    ("<script>\n<!-- a -->\n</script>", "<script>\n<!-- a -->\n</script>\n"),
    ("<!-- a -->", ""), ("<!-- a", ""),
  ])
  func allowed(_ text: String, _ expected: String) {
    let rendered = render(text) { $0.allowsRawHTML = true }
    #expect(rendered.html == expected)
    #expect(rendered.diagnostics.isEmpty)
    #expect(rendered.body.slots.isEmpty)
  }

  @Test func allowedIDsAreFragments() {
    let body = render("<a id=\"x\"></a> <b id='y'> <i id=z>\n\n<a href=\"b.md\" id=w>") {
      $0.allowsRawHTML = true
    }.body
    #expect(body.fragments == ["x", "y", "z", "w"])
  }
}
