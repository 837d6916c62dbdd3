import SiteModel
import Testing

@testable import Markdown

/// The outline of a page (A-1), and the ids that links name.
@Suite struct HeadingTests {
  @Test(arguments: [
    ([1], [2]), ([1, 2, 3], [2, 3, 4]), ([3, 4, 3], [2, 3, 2]), ([2, 4, 4, 3], [2, 3, 3, 3]),
    ([2, 4, 5, 4, 2], [2, 3, 4, 3, 2]), ([3, 2, 3], [2, 2, 3]), ([1, 6, 1, 6], [2, 3, 2, 3]),
    ([1, 2, 3, 4, 5, 6], [2, 3, 4, 5, 6, 6]), ([4, 3, 2, 1], [2, 2, 2, 2]),
  ])
  func levels(_ typed: [Int], _ expected: [Int]) {
    let text = typed.map { String(repeating: "#", count: $0) + " a\n" }.joined()
    #expect(render(text).body.headings.map(\.level) == expected)
  }

  @Test(arguments: [
    ("# Intro\n# Intro\n# Intro", ["intro", "intro-2", "intro-3"]),
    ("# x\n# x\n# x 2\n# x", ["x", "x-3", "x-2", "x-4"]),
    ("# 日本語の見出し\n# Ünïcode\n# Привет", ["日本語の見出し", "ünïcode", "привет"]),
    ("# C++\n# C#\n# C", ["c-plus-plus", "c-sharp", "c"]),
    ("# !\n# ?", ["section", "section-2"]),
    ("# Main\n# Top\n# main", ["main-2", "top-2", "main-3"]),
    ("# Footnotes heading", ["footnotes-heading-2"]),
    ("# fn 1\n# fnref 1\n# fn", ["section-fn-1", "section-fnref-1", "fn"]),
    ("# A {#custom}\n# Custom\n# custom", ["custom", "custom-2", "custom-3"]),
    ("# Custom\n# B {#custom}", ["custom-2", "custom"]),
    ("# A {#b}\n# C {#b}", ["b", "b-2"]),
    ("# A {#b_c.D .class}", ["b_c.D"]),
    ("# A {#main}", ["main-2"]),
    ("# *A* `b` [c](d) ![e](f)", ["a-b-c-e"]),
    ("# A [^1]\n\n[^1]: b", ["a"]),
    ("# Rock 'n' roll isn't dead", ["rock-n-roll-isnt-dead"]),
  ])
  func ids(_ text: String, _ expected: [String]) {
    let rendered = render(text)
    #expect(rendered.body.headings.map(\.id) == expected)
    #expect(rendered.body.fragments.isSuperset(of: expected))
    for id in expected { #expect(rendered.html.contains(" id=\"\(id)\"")) }
  }

  @Test(arguments: [
    ("# A {#b}", "A"), ("# A {b}", "A {b}"), ("# A {#b c}", "A"), ("# A {#<b>}", "A {#}"),
    ("# A {#}", "A {#}"), ("A {#b}\n===", "A"), ("# \"A\" -- b", "“A” – b"), ("A  \nb\n=", "A b"),
  ])
  func texts(_ text: String, _ expected: String) {
    #expect(render(text).body.headings.map(\.text) == [expected])
  }

  @Test func anchors() {
    let html = render("# R&D `\"x\"` 日") { $0.hasHeadingAnchors = true }.html
    #expect(
      html == """
        <h2 id="r-and-d-x-日">R&amp;D <code>&quot;x&quot;</code> 日 \
        <a class="anchor" href="#r-and-d-x-%E6%97%A5" \
        aria-label="Link to this section: R&amp;D &quot;x&quot; 日">#</a></h2>

        """)
  }

  @Test func emptyHeadingsAreLeftOut() {
    let rendered = render("#\n# <!-- a -->\n# ![](b.png)")
    #expect(rendered.body.headings.map(\.id) == ["section"])
    #expect(rendered.html.matches(of: /<h2/).count == 1)
  }

  @Test func quotedHeadingsAreNotInTheOutline() {
    let rendered = render("# a\n> # b\n\n- # c")
    #expect(rendered.body.headings.map(\.text) == ["a", "c"])
    #expect(rendered.body.fragments == ["a", "b", "c"])
  }
}
