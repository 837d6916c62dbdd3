import SiteModel
import TestSupport
import Testing

@testable import Markdown

/// Shortcodes in a text: where they are read, what they leave in it, and what is wrong with them.
@Suite struct ShortcodeTests {
  @Test(
    "A shortcode leaves a slot at its place, with its inner text rendered",
    arguments: [
      ("{{< rule >}}", "[rule]"),
      ("{{<rule>}}", "[rule]"),
      ("{{% rule %}}", "[rule]"),
      ("{{< rule />}}", "[rule]"),
      ("a\n{{< rule >}}\nb", "<p>a</p>\n[rule]<p>b</p>\n"),
      ("a {{< rule >}} b", "<p>a</p>\n[rule]<p>b</p>\n"),
      ("{{< rule >}} {{< rule >}}", "[rule][rule]"),
      ("{{< box >}}\n*a*\n{{< /box >}}", "[box:<p><em>a</em></p>\n]"),
      ("{{< box >}}*a*{{< /box >}}", "[box:<p><em>a</em></p>\n]"),
      (
        "{{% box %}}\n# a\n\n- b\n{{% /box %}}",
        "[box:<h2 id=\"a\">a</h2>\n<ul>\n<li>b</li>\n</ul>\n]"
      ),
      ("{{< box >}}a\n\nb{{< /box >}}", "[box:<p>a</p>\n<p>b</p>\n]"),
      ("{{< box />}}", "[box:]"),
      ("{{< box >}}{{< /box >}}", "[box:]"),
      ("{{< box >}}{{< rule >}}{{< /box >}}", "[box:[rule]]"),
      ("{{< box >}}\n{{< box >}}\na\n{{< /box >}}\n{{< /box >}}", "[box:[box:<p>a</p>\n]]"),
      (
        "> {{< box >}}\n> a\n> {{< /box >}}",
        "<blockquote dir=\"auto\">\n[box:<p>a</p>\n]</blockquote>\n"
      ),
      ("- {{< rule >}}\n- a {{< rule >}}", "<ul>\n<li>\n[rule]</li>\n<li>a [rule]</li>\n</ul>\n"),
      ("a {{< key B >}} c", "<p>a [key B] c</p>\n"),
      ("{{< key B >}} c", "<p>[key B] c</p>\n"),
      ("{{< key B >}}", "<p>[key B]</p>\n"),
      ("*{{< key B >}}*", "<p><em>[key B]</em></p>\n"),
      ("| a |\n|---|\n| {{< key `|` >}} |", nil),
      ("a[^1]\n\n[^1]: {{< key B >}} b", nil),
      ("a {{< code >}}*b* <i>{{< /code >}} c", "<p>a [code *b* <i>] c</p>\n"),
      ("{{< listing >}}\n*b*\n\n# c\n{{< /listing >}}\nd", "[listing \n*b*\n\n# c\n]<p>d</p>\n"),
    ])
  func slot(_ text: String, _ expected: String?) {
    let rendered = render(text) { $0.shortcodes = catalog }
    #expect(rendered.findings == [])
    if let expected { #expect(rendered.marked == expected) }
    #expect(rendered.body.shortcodes.isEmpty == false)
  }

  @Test(
    "Nothing is read in code, after a backslash or in comments, and escaped tags show themselves",
    arguments: [
      ("`{{< rule >}}`", "<p><code>{{&lt; rule &gt;}}</code></p>\n"),
      ("`` a {{% b \"c\" %}} ``", "<p><code>a {{% b &quot;c&quot; %}}</code></p>\n"),
      ("{{</* rule a=\"b\" */>}}", "<p>{{&lt; rule a=&quot;b&quot; &gt;}}</p>\n"),
      ("a {{%/* rule */%}} b", "<p>a {{% rule %}} b</p>\n"),
      ("`{{</* rule */>}}`", "<p><code>{{&lt; rule &gt;}}</code></p>\n"),
      ("\\{{< rule >}}", "<p>{{&lt; rule &gt;}}</p>\n"),
      ("a <!-- {{< rule >}} --> b", "<p>a  b</p>\n"),
      ("<!--\n{{< rule >}}\n{{< nonsense >}}\n-->\n\nb", "<p>b</p>\n"),
      ("a {{ rule }} {% b %} {{<", "<p>a {{ rule }} {% b %} {{&lt;</p>\n"),
    ])
  func text(_ text: String, _ expected: String) {
    let rendered = render(text) { $0.shortcodes = catalog }
    #expect(rendered.findings == [])
    #expect(rendered.marked == expected)
    #expect(rendered.body.shortcodes.isEmpty)
  }

  @Test func codeBlocksAreUncovered() {
    let code = "```\n{{< rule >}}\n  {{< box a=\"1\"\n  b=2 >}}\n{{</* rule */>}}\n```"
    let rendered = render(code) { $0.shortcodes = catalog }
    #expect(rendered.findings == [])
    #expect(
      rendered.marked.contains(
        "{{&lt; rule &gt;}}\n  {{&lt; box a=&quot;1&quot;\n  b=2 &gt;}}\n{{&lt; rule &gt;}}\n"))
  }

  @Test(
    "Arguments have a position or a name, and quotation marks if they need them",
    arguments: [
      ("{{< all a 1 true >}}", ["text": "a", "count": "1", "on": "true"]),
      ("{{< all text=\"a b\" on=false >}}", ["text": "a b", "on": "false"]),
      ("{{< all \"a \\\"b\\\" \\\\ >}}\" >}}", ["text": "a \"b\" \\ >}}"]),
      ("{{< all `a \"b\"\nc` >}}", ["text": "a \"b\"\nc"]),
      ("{{< all\n  text=\"a\"\n  count=-2.5\n>}}", ["text": "a", "count": "-2.5"]),
      ("{{< all https://a.example/?b=c/ >}}", ["text": "https://a.example/?b=c/"]),
      ("{{< all a/>}}", ["text": "a"]),
      ("{{< all link=\"../b.md\" >}}", ["link": "../b.md"]),
      ("{{< all url=https://a.example >}}", ["url": "https://a.example"]),
      ("{{< all word=two >}}", ["word": "two"]),
      ("{{< all >}}", [:]),
    ])
  func arguments(_ text: String, _ expected: [String: String]) {
    let rendered = render(text) { $0.shortcodes = catalog }
    #expect(rendered.findings == [])
    let found = rendered.body.shortcodes.first?.arguments.map { ($0.name, $0.value) } ?? []
    let wanted = expected.merging(["word": "one"]) { given, _ in given }
    #expect(Dictionary(found) { $1 } == wanted)
  }

  @Test(
    "A mistake is reported where it is written",
    arguments: [
      ("a\n\n  {{< rool >}}", ["3:3+12 shortcode/unknown"]),
      ("日本 {{< rool >}}x{{< /rool >}}", ["1:8+12 shortcode/unknown"]),
      ("a {{< rule 1 >}}", ["1:12+1 shortcode/argument"]),
      ("{{< all count=two >}}", ["1:15+3 shortcode/argument"]),
      ("{{< all \"a\" kount=2 >}}", ["1:13+7 shortcode/argument"]),
      ("{{< all\n  on=\"maybe\" >}}", ["2:7+5 shortcode/argument"]),
      ("{{< all text=a text=b >}}", ["1:16+6 shortcode/argument"]),
      ("{{< all url=\"/a\" >}}", ["1:14+2 shortcode/argument"]),
      ("{{< all url=\"javascript:x\" >}}", ["1:14+12 shortcode/argument"]),
      ("{{< all link=\"java\tscript:x\" >}}", ["1:15+13 shortcode/argument"]),
      ("{{< all word=tow >}}", ["1:14+3 shortcode/argument"]),
      ("{{< video >}}", ["1:1+13 shortcode/argument"]),
      ("{{< video \"x\\\"><script>\" >}}", ["1:12+12 shortcode/argument"]),
      ("{{< video abcd/efgh/.. >}}", ["1:11+12 shortcode/argument"]),
      ("a {{< box >}} b", ["1:3+11 shortcode/pair"]),
      ("{{< box >}}\n\n{{< box >}}\n\n{{< /box >}}", ["1:1+11 shortcode/pair"]),
      ("{{< /box >}}", ["1:1+12 shortcode/pair"]),
      ("{{< rule >}}{{< /rule >}}", ["1:13+13 shortcode/pair"]),
      ("> {{< box >}}\n\n{{< /box >}}", ["3:1+12 shortcode/pair"]),
      ("*a {{< key B >}}* {{< rule", ["1:19+8 shortcode/syntax"]),
      ("{{< rule \"a >}}", ["1:1+15 shortcode/syntax"]),
      ("a {{< \"a\" >}}", ["1:3+11 shortcode/syntax"]),
      ("{{< all 'a b' >}}", ["1:1+17 shortcode/syntax"]),
      ("{{< all text='a' >}}", ["1:1+20 shortcode/syntax"]),
      ("{{< all text=“a b” >}}", ["1:1+26 shortcode/syntax"]),
      ("a {{< all a\n\nb >}} c", ["1:3+9 shortcode/syntax"]),
      ("{{< box >}}a{{< /box b >}}", ["1:1+11 shortcode/pair", "1:13+14 shortcode/syntax"]),
      ("{{< rule.x >}}", ["1:1+14 shortcode/unknown"]),
      ("{{< rüle >}}", ["1:1+13 shortcode/unknown"]),
      ("{{< a/rule >}}", ["1:1+14 shortcode/unknown"]),
      ("[a]({{< rule >}})", ["1:5+12 shortcode/position"]),
      ("![a {{< rule >}}](b.png)", ["1:5+12 shortcode/position"]),
      ("# a {{< rule >}}", ["1:5+12 shortcode/position"]),
    ])
  func mistake(_ text: String, _ findings: [String]) {
    let rendered = render(text) { $0.shortcodes = catalog }
    let found = rendered.diagnostics.map { diagnostic in
      let place = diagnostic.place
      return
        "\(place?.line ?? 0):\(place?.column ?? 0)+\(place?.length ?? 0) \(diagnostic.identifier.rawValue)"
    }
    #expect(found == findings)
    #expect(rendered.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func unknownOnesMayStay() {
    let rendered = render("a {{< x \"*b*\" >}}*c*{{< /x >}}\n\n{{< y >}}") {
      $0.shortcodes = catalog
      $0.keepsUnknownShortcodes = true
    }
    #expect(rendered.findings == [])
    #expect(
      rendered.marked == "<p>a {{&lt; x &quot;*b*&quot; &gt;}}<em>c</em>{{&lt; /x &gt;}}</p>\n"
        + "<p>{{&lt; y &gt;}}</p>\n")
  }

  @Test("Content of Hugo keeps its links, and what is no shortcode here stays as it is typed")
  func contentFromElsewhere() {
    let text =
      "[a]({{< ref \"b.md#c\" >}}) [d]({{<relref `e/f.md`>}}) [g]({{< h \"i\" >}}) {{% endraw %} "
      + "<b title=\"{{< j >}}\">"
    let rendered = render(text) {
      $0.keepsUnknownShortcodes = true
      $0.allowsRawHTML = true
    }
    #expect(rendered.findings == [])
    #expect(rendered.body.slots.map(\.destination) == ["b.md#c", "e/f.md"])
    #expect(rendered.html.contains("[g]({{&lt; h “i” &gt;}}) {{% endraw %}"))
  }

  @Test func oneTagTooMany() {
    let count = ShortcodeScan.mostTags
    let rendered = render(String(repeating: "{{< rule >}}\n", count: count) + "\n{{< rule >}}") {
      $0.shortcodes = catalog
    }
    #expect(rendered.findings == ["\(count + 2):1 shortcode/syntax"])
  }

  @Test("Inner text is read and counted, arguments are not (E-3)")
  func plainText() {
    let body = render("{{< box >}}\nOne two\n{{< /box >}}\n\nthree {{< all \"four five\" >}} six") {
      $0.shortcodes = catalog
    }.body
    #expect(body.plainText == "One two\nthree\nsix")
    #expect(body.wordCount == 4)
  }

  @Test("Links and places after a shortcode keep their columns")
  func placesStay() {
    let text = "{{< box \n>}}\n[a](b.md) {{< key B >}} [c](d.md)\n{{< /box >}}"
    let rendered = render(text, firstLine: 5) { $0.shortcodes = catalog }
    #expect(rendered.places == ["7:5+4 b.md", "7:29+4 d.md"])
  }

  @Test(
    "Whatever is typed thousands of times, a text ends soon",
    arguments: [
      "{{< box >}}\n", "{{< box >}}", "{{< /box >}}", "{{< nothing >}}", "{{< rule", "{{< rule \"",
      "{{<\"", "{{< a `", "{{< code >}}", "{{< listing >}}\n", "{{< key B >}}", "{{</* a ",
      "{{< all a=",
      "> {{< box >}}\n", "\\{{< rule >}}", "{{< box >}}a{{< /box >}}",
      "<iframe src=\"//a.example\">",
      "<div {{< rule >}}>", "{{< box >}}*{{< /box >}}",
    ])
  func hostile(_ part: String) {
    let text = String(repeating: part, count: 100_000 / part.utf8.count)
    let clock = ContinuousClock()
    var rendered = RenderedMarkdown()
    let time = clock.measure { rendered = render(text) { $0.shortcodes = catalog } }
    #expect(time < .seconds(120))
    var end = 0
    for call in rendered.body.shortcodes {
      #expect(call.range.lowerBound >= end && call.range.upperBound <= rendered.body.html.count)
      end = call.range.lowerBound
    }
  }

  @Test("Bytes at random never break the order of slots", arguments: 1...4)
  func anyBytes(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) + 7_000)
    let parts = [
      "{{<", ">}}", "{{%", "%}}", " box ", " /box ", " rule ", "\"", "`", "=", "\n", "> ", "- ",
      "*",
      "a", "[", "](", ")", "<!--", "-->", "<iframe src='//a.example/", "'>", "\\", "/*", "*/",
      "{{< box >}}", "{{< /box >}}", "{{< key a >}}", "<Q000>", "<?000?>", "\n\n", "| ", "\r\n",
    ]
    for _ in 0..<600 {
      let text = (0..<24).map { _ in parts[Int.random(in: parts.indices, using: &random)] }.joined()
      let body = render(text) { $0.shortcodes = catalog }.body
      var end = 0
      for call in body.shortcodes {
        #expect(call.range.lowerBound >= end && call.range.upperBound <= body.html.count)
        end = call.range.lowerBound
      }
      _ = body.expandingShortcodes(
        links: body.slots.map { .unresolved($0.destination) },
        base: BaseURL(origin: "https://a.example", path: "")
      ) { call, _, inner in "<\(call.name)>\(inner)" }
    }
  }
}

/// Frames and scripts of other sites (C-1, C-40, C-41).
@Suite struct EmbedTests {
  @Test(
    "A frame of a known provider becomes its shortcode, whether raw HTML is allowed or not",
    arguments: [
      ("<iframe src=\"https://tube.example/embed/abcd1234\"></iframe>", "[video abcd1234]"),
      (
        "<IFRAME SRC='//tube.example/embed/abcd1234?x=1&amp;start=7'>a</IFRAME>",
        "[video abcd1234 7]"
      ),
      ("<iframe\n  src=https://tube.example/embed/abcd1234\n></iframe>", "[video abcd1234]"),
      (
        "a <iframe src=\"https://tube.example/embed/abcd1234\"></iframe> b",
        "<p>a</p>\n[video abcd1234]<p>b</p>\n"
      ),
    ])
  func knownFrame(_ text: String, _ expected: String) {
    for isAllowed in [false, true] {
      let rendered = render(text) {
        $0.shortcodes = catalog
        $0.allowsRawHTML = isAllowed
      }
      #expect(rendered.findings == [])
      #expect(rendered.marked == expected)
    }
  }

  @Test(
    "What another site would load is an error with its place",
    arguments: [
      ("<iframe src=\"https://a.example/x\"></iframe>", ["1:1 embed/third-party"]),
      ("a\n<div>\n  <iframe src=//a.example></iframe></div>", ["3:3 embed/third-party"]),
      ("<script async src=\"https://a.example/x.js\"></script>", ["1:1 embed/third-party"]),
      ("a <script src='http://a.example/x.js'></script>", ["1:3 embed/third-party"]),
      ("<iframe src=\"https://tube.example/list/1\"></iframe>", ["1:1 embed/third-party"]),
      ("<iframe src=\"https://own.example@a.example/\"></iframe>", ["1:1 embed/third-party"]),
      ("<iframe src=\"https&colon;//a.example/\"></iframe>", ["1:1 embed/third-party"]),
      ("<object data=\"https://a.example/x.swf\"></object>", ["1:1 embed/third-party"]),
      ("<iframe src=\"https://tube.example/embed/NO\"></iframe>", ["1:1 shortcode/argument"]),
    ])
  func unknownFrame(_ text: String, _ findings: [String]) {
    let rendered = render(text) {
      $0.shortcodes = catalog
      $0.allowsRawHTML = true
      $0.ownHost = "own.example"
    }
    #expect(rendered.findings == findings)
    #expect(!rendered.html.lowercased().contains("<iframe"))
    #expect(!rendered.html.lowercased().contains("<script"))
  }

  @Test(
    "What loads nothing from elsewhere, waits for consent or is allowed stays",
    arguments: [
      "<iframe src=\"/own/frame.html\"></iframe>\n",
      "<iframe src=\"https://own.example/frame.html\"></iframe>\n",
      "<iframe src=\"https://trusted.example/x\"></iframe>\n",
      "<script type=\"text/plain\" data-category=\"a\" src=\"https://a.example/x.js\"></script>\n",
      "<script type=\"text/plain\" data-category=\"a\" data-src=\"https://a.example/x.js\"></script>\n",
      "<script>if (a < b) document.write('<iframe src=\"https://a.example\">')</script>\n",
      "<div title='<iframe src=\"https://a.example\">'></div>\n",
    ])
  func harmless(_ text: String) {
    let rendered = render(text) {
      $0.allowsRawHTML = true
      $0.ownHost = "own.example"
      $0.embeds.allowedHosts = ["trusted.example"]
    }
    #expect(rendered.findings == [])
    #expect(rendered.html == text)
  }

  @Test func allowedFramesAreRebuiltWhereRawHTMLIsNot() {
    let text =
      "<iframe src=\"https://a.trusted.example/x?a=1&amp;b\" onload=\"x()\" title=\"T\"></iframe>"
    let rendered = render(text) { $0.embeds.allowedHosts = ["*.trusted.example"] }
    #expect(rendered.findings == [])
    #expect(
      rendered.html.contains("<iframe src=\"https://a.trusted.example/x?a=1&amp;b\" title=\"T\""))
    #expect(!rendered.html.contains("onload"))
  }
}

private let catalog: ShortcodeCatalog = {
  var box = ShortcodeDeclaration(name: "box")
  box.inner = .markdown
  var key = ShortcodeDeclaration(name: "key", parameters: [ShortcodeParameter(name: "name")])
  key.display = .inline
  var code = ShortcodeDeclaration(name: "code")
  code.inner = .text
  code.display = .inline
  var listing = ShortcodeDeclaration(name: "listing")
  listing.inner = .text
  var word = ShortcodeParameter(name: "word")
  word.values = ["one", "two"]
  word.fallback = "one"
  let all = ShortcodeDeclaration(
    name: "all",
    parameters: [
      ShortcodeParameter(name: "text"), ShortcodeParameter(name: "count", kind: .number),
      ShortcodeParameter(name: "on", kind: .boolean), ShortcodeParameter(name: "url", kind: .url),
      ShortcodeParameter(name: "link", kind: .link), word,
    ])
  var id = ShortcodeParameter(name: "id")
  id.need = .required
  id.pattern = TextPattern("[a-z0-9]{8}")
  var video = ShortcodeDeclaration(
    name: "video", parameters: [id, ShortcodeParameter(name: "start", kind: .number)])
  var service = EmbedService(
    id: "tube", provider: "Tube", category: "media", hosts: ["tube.example"])
  service.frames = [FramePattern("tube.example/embed/{id}?start={start}")].compactMap(\.self)
  video.embed = service
  let rule = ShortcodeDeclaration(name: "rule")
  return ShortcodeCatalog([rule, box, key, code, listing, all, video])
}()

extension RenderedMarkdown {
  /// The HTML with `[name argument …]` or `[name:inner]` in place of the shortcodes.
  fileprivate var marked: String {
    let links = body.slots.map { ResolvedLink.unresolved($0.destination) }
    let expanded = body.expandingShortcodes(
      links: links, base: BaseURL(origin: "https://a.example", path: "")
    ) { call, _, inner in
      let words = [call.name] + call.arguments.map(\.value) + [call.innerText].compactMap(\.self)
      return call.name == "box"
        ? "[box:\(inner)]" : "[\(words.joined(separator: " "))]"
    }
    return String(decoding: expanded.body.html, as: UTF8.self)
  }
}
