import SiteModel
import Testing

@testable import Markdown

/// Links within the site stay open, others are written, dangerous ones are not.
@Suite struct LinkTests {
  @Test(arguments: [
    "b.md", "../ai/b.md#part", "/about/", "#part", "?q=1", "a b.md", "日本.md", "b_(c).md", "./x:y",
    "", "1:2", ".a:b",
  ])
  func withinTheSite(_ destination: String) throws {
    let body = render("[a](<\(destination)>) ![c](<\(destination)>)").body
    #expect(body.slots.map(\.destination) == [destination, destination])
    #expect(body.slots.map(\.purpose) == [.link, .image])
    let html = String(decoding: body.html, as: UTF8.self)
    #expect(
      html == "<p><a href=\"\">a</a>  alt=\"c\" loading=\"lazy\" decoding=\"async\"</p>\n")
    let link = try #require(body.slots.first)
    #expect(body.html[..<link.offset].reversed().starts(with: "\"=ferh a<".utf8))
    let image = try #require(body.slots.last)
    let covered = body.html[image.offset..<image.offset + image.length]
    #expect(
      String(decoding: covered, as: UTF8.self) == " alt=\"c\" loading=\"lazy\" decoding=\"async\"")
  }

  @Test(arguments: [
    ("https://a.example/?b=c&d", "https://a.example/?b=c&amp;d"),
    ("HTTP://A.example", "HTTP://A.example"),
    ("//cdn.example/x", "//cdn.example/x"), ("mailto:a@b.example", "mailto:a@b.example"),
    ("tel:+123", "tel:+123"), ("https://a.example/\"'ü", "https://a.example/%22&#x27;%C3%BC"),
  ])
  func elsewhere(_ destination: String, _ written: String) {
    let body = render("[a](\(destination))").body
    #expect(body.slots.isEmpty)
    #expect(String(decoding: body.html, as: UTF8.self) == "<p><a href=\"\(written)\">a</a></p>\n")
  }

  @Test func relations() {
    let html = render("[a](https://a.example) www.b.example <c@d.example> //x [e](//f) [g](h)") {
      $0.externalLinkRelation = "ugc nofollow"
    }.html
    let marked = html.matches(of: /href="([^"]*)" rel="ugc nofollow"/).map { String($0.output.1) }
    #expect(marked == ["https://a.example", "http://www.b.example", "//f"])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "vbscript:x", "file:///etc/passwd",
    "data:text/html,x",
    "data:image/svg+xml,x", "java&#10;script:x", "java&Tab;script:x", "&#1;javascript:x",
    "<  javascript:x>", "javascript&colon;x", "javascript\\:x", "java&#x7f;script:x",
  ])
  func unsafe(_ destination: String) {
    for text in [
      "[*a*](\(destination))", "![*a*](\(destination))", "[*a*]\n\n[*a*]: \(destination)",
    ] {
      let rendered = render(text)
      #expect(rendered.html == "<p><em>a</em></p>\n", "\(text)")
      #expect(rendered.diagnostics.map(\.identifier) == [.markdownUnsafeLink])
      #expect(rendered.body.slots.isEmpty)
    }
  }

  @Test(arguments: ["png", "gif", "jpeg", "webp"])
  func pictureData(_ format: String) {
    #expect(
      render("![a](data:image/\(format);base64,AA==)").html.contains("<img src=\"data:image/"))
    #expect(render("[a](data:image/\(format);base64,AA==)").html == "<p>a</p>\n")
  }

  @Test func autolinksAreChecked() {
    let rendered = render("a <javascript:alert(1)>")
    #expect(rendered.html == "<p>a javascript:alert(1)</p>\n")
    #expect(rendered.findings == ["1:4 markdown/unsafe-link"])
  }

  @Test func linksDoNotNest() {
    #expect(
      render("[a <https://b.example> c](d)").html
        == "<p><a href=\"d\">a https://b.example c</a></p>\n")
  }

  @Test(arguments: [
    (
      "a [b](c.md) [b](c.md)\n  and [d](e.md)\nf ![g](h.png \"i\")",
      ["1:7+4 c.md", "1:17+4 c.md", "2:11+4 e.md", "3:8+5 h.png"]
    ),
    ("c.md (c.md) [b](c.md)", ["1:17+4 c.md"]),
    (
      "- a\n  - [b](c.md)\n    [d](<e f.md>)\n\n> > [g](h.md)\n> lazy\n[i](j.md)",
      ["2:9+4 c.md", "3:10+6 e f.md", "5:9+4 h.md", "7:5+4 j.md"]
    ),
    (
      "| a | [b](c.md) |\n|---|---|\n| [d](c.md) | e |\n| f | [g](c.md) |",
      ["1:11+4 c.md", "3:7+4 c.md", "4:11+4 c.md"]
    ),
    ("[a] [b][c]\n\n[a]: d.md\n[c]:\n  <e.md> \"f\"", ["3:6+4 d.md", "5:4+4 e.md"]),
    ("[a](b.md)\n\n[c]\n\n[c]: b.md", ["1:5+4 b.md", "5:6+4 b.md"]),
    ("日本 [a](b.md)", ["1:12+4 b.md"]),
    ("[![a](b.png)](c.md) [d](c.md)", ["1:15+4 c.md", "1:7+5 b.png", "1:25+4 c.md"]),
    ("[a](b\\_c.md)\r\n\r\n[d](e.md)", ["1:5+7 b_c.md", "3:5+4 e.md"]),
    ("## [a](b.md)\n\n[c](d.md)\n---", ["1:8+4 b.md", "3:5+4 d.md"]),
    ("[a](b&amp;c.md) [d](e.md)", ["1:1+1 b&c.md", "1:21+4 e.md"]),
    ("x[^1] [a](b.md)\n\n[^1]: [c](b.md)", ["1:11+4 b.md", "3:11+4 b.md"]),
  ])
  func places(_ text: String, _ expected: [String]) {
    #expect(render(text).places == expected)
  }

  @Test func placesAreThoseOfTheFile() {
    #expect(render("\n[a](b.md)", firstLine: 12).places == ["13:5+4 b.md"])
  }
}
