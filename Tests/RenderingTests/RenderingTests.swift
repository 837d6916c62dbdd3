import SiteModel
import Testing

@testable import Rendering

/// What templates make of what they see.
@Suite struct RenderingTests {
  static var site: Site {
    var site = emptySite
    site.configuration.title = "Bits & <Bytes>"
    site.configuration.publisher.name = "The Publisher"
    site.menu = [
      MenuItem(title: "AI", destination: .site(Permalink("/ai/"))),
      MenuItem(title: "Jobs", destination: .elsewhere("https://jobs.example/?a=b&c=d")),
    ]
    site.configuration.extra = ["colours": .list([.text("red"), .text("<blue>")])]
    return site
  }

  @Test(arguments: [
    ("{{site.title}}", "Bits &amp; &lt;Bytes&gt;"),
    ("{{#menu}}{{title}} {{href}};{{/menu}}", "AI /ai/;Jobs https://jobs.example/?a=b&amp;c=d;"),
    ("{{#hasMenu}}[{{#menu}}{{title}}{{/menu}}]{{/hasMenu}}", "[AIJobs]"),
    ("{{#site.extra.colours}}{{.}},{{/site.extra.colours}}", "red,&lt;blue&gt;,"),
    ("{{^newsletter}}none{{/newsletter}}", "none"),
    ("{{#site}}{{publisher.name}}{{/site}}", "The Publisher"),
    ("{{<base}}{{$main}}mine{{/main}}{{/base}}", "<mine>"),
    ("{{<base}}{{/base}}", "<default>"),
  ])
  func renders(template: String, expected: String) {
    let base = "<{{$main}}default{{/main}}>"
    #expect(home(["home": template, "base": base], of: Self.site) == expected)
  }

  @Test("A declared field without a value hides outer ones: nothing climbs")
  func nothingClimbs() {
    var site = Self.site
    site.configuration.publisher.name = nil
    site.configuration.extra = ["name": .text("outer")]
    let template = "{{#site}}{{#publisher}}[{{name}}{{#name}}yes{{/name}}]{{/publisher}}{{/site}}"
    #expect(home(["home": template], of: site) == "[]")
  }

  @Test("Inside a list, a name of the page around it is found")
  func outerNamesAreFound() {
    #expect(
      home(["home": "{{#menu}}{{site.title}} {{/menu}}"], of: Self.site)
        == "Bits &amp; &lt;Bytes&gt; Bits &amp; &lt;Bytes&gt; ")
  }

  @Test("The masthead marks the section that a page belongs to")
  func masthead() {
    let masthead = "{{#menu}}{{title}}{{#isCurrent}}*{{/isCurrent}} {{/menu}}"
    #expect(
      home(["home": "<{{{masthead}}}>", "masthead": masthead], of: Self.site) == "<AI Jobs >")
  }
}
