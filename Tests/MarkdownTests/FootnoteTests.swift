import SiteModel
import Testing

@testable import Markdown

/// Footnotes that lead there and back (A-4).
@Suite struct FootnoteTests {
  @Test func referencesLeadThereAndBack() {
    let rendered = render("a[^n] b[^n]\n\n[^n]: *c*")
    let attributes = "role=\"doc-noteref\" aria-describedby=\"footnotes-heading\""
    #expect(
      rendered.html == """
        <p>a<sup class="footnote-ref"><a id="fnref-1" href="#fn-1" \(attributes)>1</a></sup> \
        b<sup class="footnote-ref"><a id="fnref-1-2" href="#fn-1" \(attributes)>1</a></sup></p>
        <section class="footnotes" role="doc-endnotes" aria-labelledby="footnotes-heading">
        <h2 id="footnotes-heading" class="visually-hidden">Footnotes</h2>
        <ol>
        <li id="fn-1">
        <p><em>c</em> <a class="footnote-backref" href="#fnref-1" role="doc-backlink" \
        aria-label="Back to reference 1">↩</a> <a class="footnote-backref" href="#fnref-1-2" \
        role="doc-backlink" aria-label="Back to reference 1-2">↩<sup>2</sup></a></p>
        </li>
        </ol>
        </section>

        """)
    #expect(rendered.body.fragments == ["fnref-1", "fnref-1-2", "fn-1", "footnotes-heading"])
    #expect(rendered.diagnostics.isEmpty)
  }

  @Test func backLinksStandAloneAfterOtherBlocks() {
    let html = render("a[^1]\n\n[^1]: - b").html
    #expect(html.contains("</ul>\n<p><a class=\"footnote-backref\" href=\"#fnref-1\""))
  }

  @Test(arguments: [
    ("a[^1] b[^2]\n\n[^1]: c", ["1:8 markdown/footnote"]),
    ("a \\[^1]\n\nb[^2]\n\n[^2]: c", []),
    ("a\n\n[^1]: b", ["3:1 markdown/footnote"]),
    ("a[^1]\n\n[^1]: b\n\n[^1]: c", ["5:1 markdown/footnote"]),
    ("a[^1]\n\n> [^1]: b\n\n[^1]: c\n\nd", ["5:1 markdown/footnote"]),
    ("`[^a-z]`\n\n```\n[^1]: b\n```", []),
    ("a[^N]\n\n[^n]: b", []),
  ])
  func mistakes(_ text: String, _ expected: [String]) {
    #expect(render(text).findings == expected)
  }

  /// Each link leads to an id that is written once.
  @Test(arguments: [
    "a[^1]\n\n[^1]: b\n\n[^1]: c\n\nd", "- x[^a]\n- [^a]: b\n- [^a]: c",
    "[^a]: see [^b]\n\n[^b]: c",
    "a[^1] [b[^1]](c) ![d[^1]](e)\n\n[^1]: f [^1]",
    "# a[^1]\n\n| b[^2] |\n|---|\n\n[^2]: c[^1]\n[^1]: d",
    "a[^1]\n\n[^1]:\n    [^2]: b\n\n    [^2]: c[^2]",
    "> a[^1]\n>\n> [^1]: b\n\n[^1]: c[^3]\n\n[^3]: # fn 1",
    "a[^1]\n\n[^1]: ![b](c \"d\")",
  ])
  func idsAreUniqueAndLinksLead(_ text: String) {
    let html = render(text).html
    let ids = html.matches(of: /\ id="([^"]*)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    for link in html.matches(of: /\ href="#([^"]*)"/) {
      #expect(ids.contains(String(link.output.1)), "\(html)")
    }
  }
}
