import SiteModel
import Testing

@testable import Rendering

/// What is the same on all pages is written out once, and the pages stay the same.
@Suite struct FoldingTests {
  static var site: Site {
    var site = RenderingTests.site
    let items = [MenuItem(title: "Terms", destination: .site(Permalink("/terms/")))]
    site.footer = [FooterMenu(title: "A", items: items), FooterMenu(title: "B", items: [])]
    return site
  }

  /// The instructions that are left, and what they make of the front page.
  @Test(arguments: [
    ("<{{site.title}}>", 1, "<Bits &amp; &lt;Bytes&gt;>"),
    (
      "{{#site.footerColumns}}{{title}}{{#entries}}({{title}}){{/entries}}{{/site.footerColumns}}",
      1, "A(Terms)B"
    ),
    ("a{{#newsletter}}b{{/newsletter}}{{^newsletter}}c{{/newsletter}}d", 1, "acd"),
    (
      "{{#site.feedHref}}{{.}}{{/site.feedHref}}{{#consent.isAsked}}x{{/consent.isAsked}}", 1,
      "/feed.xml"
    ),
    ("{{site.language}} {{page.heading}}", 2, "en Bits &amp; &lt;Bytes&gt;"),
    ("{{#site.footerColumns}}{{title}}{{page.language}}{{/site.footerColumns}}", 4, "AenBen"),
    (
      "{{#site.footerColumns}}{{#menu}}{{title}}{{/menu}}{{/site.footerColumns}}", 4, "AIJobsAIJobs"
    ),
    (
      "{{#site.footerColumns}}{{#menu}}{{href}},{{site.language}} {{/menu}}{{/site.footerColumns}}",
      6,
      "/ai/,en https://jobs.example/?a=b&amp;c=d,en /ai/,en https://jobs.example/?a=b&amp;c=d,en "
    ),
    ("{{#site.extra.colours}}{{.}}{{/site.extra.colours}}", 1, "red&lt;blue&gt;"),
    ("{{#site.extra.colours}}{{site.language}}{{/site.extra.colours}}", 2, "enen"),
    (
      "{{#menu}}{{#site.publisher}}{{name}}{{/site.publisher}}{{title}}{{/menu}}", 3,
      "The PublisherAIThe PublisherJobs"
    ),
  ])
  func folds(template: String, instructions: Int, expected: String) {
    let (library, diagnostics) = TemplateLibrary.load(
      theme(["home": template]), for: Self.site, assets: [:])
    #expect(diagnostics == [])
    let renderer = SiteRenderer(
      site: Self.site, related: [], theme: Theme(templates: library, assets: [:])
    ) { _ in [] }
    #expect(String(decoding: renderer.render(.home), as: UTF8.self) == expected)
    #expect(renderer.program(of: .home).instructions.count == instructions)

    var unfolded: [UInt8] = []
    library.program(of: .home, in: Self.site).render(renderer.contexts(of: .home), to: &unfolded)
    #expect(String(decoding: unfolded, as: UTF8.self) == expected)
  }
}
