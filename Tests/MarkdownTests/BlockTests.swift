import SiteModel
import Testing

@testable import Markdown

/// Blocks that are written otherwise than by the library, for keyboards and screen readers.
@Suite struct BlockTests {
  @Test func tablesScrollAndHaveHeaders() {
    check(
      "## Prices\n\n| a | b | c | |\n|:--|:-:|--:|--|\n| 1 | 2 | 3 | 4 |",
      """
      <h2 id="prices">Prices</h2>
      <div class="table-scroll" role="region" tabindex="0" aria-label="Table: Prices">
      <table>
      <thead>
      <tr>
      <th scope="col" class="align-left">a</th>
      <th scope="col" class="align-center">b</th>
      <th scope="col" class="align-right">c</th>
      <td></td>
      </tr>
      </thead>
      <tbody>
      <tr>
      <td class="align-left">1</td>
      <td class="align-center">2</td>
      <td class="align-right">3</td>
      <td>4</td>
      </tr>
      </tbody>
      </table>
      </div>
      """)
  }

  @Test func regionsHaveDifferentNames() {
    let table = "| a |\n|---|\n"
    let html = render("\(table)\n# R&D\n\n\(table)\n\(table)\n```js\n```\n\n```js\n```").html
    let labels = html.matches(of: /region"[^>]* aria-label="([^"]*)"/).map(\.output.1)
    #expect(
      labels == ["Table", "Table: R&amp;D", "Table: R&amp;D (2)", "Code, JavaScript"]
        + ["Code, JavaScript (2)"])
  }

  @Test(arguments: [
    ("swift", "language-swift", "Code, Swift"), ("rust,linenos", "language-rust", "Code, Rust"),
    ("C++ {hl=1}", "language-c++", "Code, C++"),
    ("{.python .x}", "language-python", "Code, Python"),
    ("a\"b<c>", "language-abc", "Code, Abc"), ("\"<>", nil, "Code"), ("", nil, "Code"),
  ])
  func codeNamesItsLanguage(_ info: String, _ cssClass: String?, _ label: String) {
    let attribute = cssClass.map { " class=\"\($0)\"" } ?? ""
    check(
      "~~~ \(info)\na < b\n~~~",
      "<pre tabindex=\"0\" role=\"region\" aria-label=\"\(label)\"><code\(attribute)>a &lt; b\n"
        + "</code></pre>")
  }

  @Test func taskListsHaveNamedBoxes() {
    check(
      "- [x] a\n- [ ] b\n\n> - [X] c",
      """
      <ul>
      <li class="task"><input type="checkbox" disabled checked aria-label="Done"> a</li>
      <li class="task"><input type="checkbox" disabled aria-label="To do"> b</li>
      </ul>
      <blockquote dir="auto">
      <ul>
      <li class="task"><input type="checkbox" disabled checked aria-label="Done"> c</li>
      </ul>
      </blockquote>
      """)
  }

  @Test(arguments: ["note", "tip", "important", "warning", "caution"])
  func alerts(_ kind: String) {
    let title = kind.prefix(1).uppercased() + kind.dropFirst()
    let expected = """
      <aside class="alert alert-\(kind)" role="note" aria-label="\(title)">
      <p class="alert-title">\(title)</p>
      <p>a</p>
      </aside>
      """
    check("> [!\(kind.uppercased())]\n> a", expected)
    check("> [!\(kind)]  \n> a", expected)
    check(">[!\(title)]\n>\n> a", expected)
  }

  @Test(arguments: [
    "> [!NOTE] a", "> a\n> [!NOTE]\n> b", "> [!NOTE]", "> [!OTHER]\n> a", "[!NOTE]\na",
    "> \\[!NOTE]\n> a", "> [!NOTE]x\n> a", "> # [!NOTE]\n> a",
  ])
  func notAnAlert(_ text: String) {
    #expect(!render(text).html.contains("<aside"))
  }

  @Test func figures() {
    check(
      "![A chart](https://a.example/b.png \"Sales & \\\"more\\\"\")",
      "<figure><img src=\"https://a.example/b.png\" alt=\"A chart\" loading=\"lazy\""
        + " decoding=\"async\"><figcaption>Sales &amp; &quot;more&quot;</figcaption></figure>")
    check(
      "![A](b.png \"c\") d",
      "<p><img src=\"b.png\" alt=\"A\" loading=\"lazy\" decoding=\"async\" title=\"c\"> d</p>")
    check("![A](b.png)", "<p><img src=\"b.png\" alt=\"A\" loading=\"lazy\" decoding=\"async\"></p>")
  }

  @Test func picturesNeedDescriptions() {
    #expect(
      render("a ![](b.png)\n![ ](https://c.example/d.png) ![e](f.png)").findings == [
        "1:7 content/image", "2:6 content/image",
      ])
  }

  @Test func smartPunctuation() {
    check("\"a\" -- it's... `\"b\"`", "<p>“a” – it’s… <code>&quot;b&quot;</code></p>")
    let plain = render("\"a\" -- it's...") { $0.hasSmartPunctuation = false }
    #expect(plain.html == "<p>&quot;a&quot; -- it's...</p>\n")
  }

  @Test func controlCharactersAreLeftOut() {
    check("a\u{1}b\u{0}c\u{7f}&#x8;\n\n    d\u{b}e", "<p>ab\u{fffd}c</p>\n" + Self.code("de"))
  }

  @Test func unknownShortcodesAreTextWhereTheyAreKept() {
    let kept = render("{{< figure src=x >}} {% raw %}") { $0.keepsUnknownShortcodes = true }
    #expect(kept.html == "<p>{{&lt; figure src=x &gt;}} {% raw %}</p>\n")
  }

  private static func code(_ text: String) -> String {
    "<pre tabindex=\"0\" role=\"region\" aria-label=\"Code\"><code>\(text)\n</code></pre>"
  }

  private func check(_ text: String, _ expected: String) {
    #expect(render(text).html == expected + "\n")
  }
}
