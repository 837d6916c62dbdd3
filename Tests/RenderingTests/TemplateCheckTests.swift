import SiteModel
import Testing

@testable import Rendering

/// Everything that can be wrong with a template is found before it is rendered, with its place.
@Suite struct TemplateCheckTests {
  /// A template for the home page, and what is said about it.
  struct Row: Sendable, CustomTestStringConvertible {
    var template: String
    var found: [String]
    var hint: String?

    init(_ template: String, _ found: String..., hint: String? = nil) {
      self.template = template
      self.found = found
      self.hint = hint
    }

    var testDescription: String { template.debugDescription }
  }

  @Test(arguments: [
    Row("<h1>{{site.title}}</h1>{{! {{anything}} }}"),
    Row(
      "<h1>{{titel}}</h1>",
      "home:1:7+5 template/variable: no context here defines \"titel\""),
    Row(
      "\n  {{site.titel}}", "home:2:5+10 template/variable: Site has no \"titel\"",
      hint: "Did you mean \"title\"?"),
    Row(
      "{{#site}}\n{{publisher.nam}}{{/site}}",
      "home:2:3+13 template/variable: Publisher has no \"nam\"", hint: "Did you mean \"name\"?"),
    Row(
      "日本 {{nix}}", "home:1:10+3 template/variable: no context here defines \"nix\"",
      hint: "Documentation/templates.md lists what templates see."),
    Row(
      "{{^hasMenuu}}{{/hasMenuu}}",
      "home:1:4+8 template/variable: no context here defines \"hasMenuu\"",
      hint: "Did you mean \"hasMenu\"?"),
    Row("{{#menu}}{{title}}{{site.title}}{{/menu}}{{#hasMenu}}x{{/hasMenu}}"),
    Row(
      "{{menu.title}}",
      "home:1:3+10 template/variable: menu has no \"title\""),
    Row("{{#site.extra.colours}}{{.}}{{name}}{{/site.extra.colours}}{{site.extra.a.b}}"),
  ])
  func names(row: Row) { check(row) }

  @Test(arguments: [
    Row("{{{masthead}}}{{{page.structuredData}}}{{&footer}}"),
    Row(
      "{{{site.title}}}",
      "home:1:4+10 template/escaping: {{{site.title}}} would put text into the page unescaped",
      hint: "Write {{site.title}}."),
    Row(
      "{{&site.title}}",
      "home:1:4+10 template/escaping: {{{site.title}}} would put text into the page unescaped"),
    Row(
      "{{masthead}}",
      "home:1:3+8 template/escaping: {{masthead}} is HTML and would show its tags",
      hint: "Write {{{masthead}}}."),
    Row(
      "{{site}} {{menu}} {{page.isHome}}",
      "home:1:3+4 template/escaping: {{site}} is no text",
      "home:1:12+4 template/escaping: {{menu}} is no text",
      "home:1:21+11 template/escaping: {{page.isHome}} is no text"),
    Row(
      "{{{site.extra.raw}}}",
      "home:1:4+14 template/escaping: {{{site.extra.raw}}} would put text into the page unescaped"),
  ])
  func escaping(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "{{#site}}", "home:1:4+4 template/syntax: {{#site}} is never closed",
      hint: "Write {{/site}} where it ends."),
    Row(
      "a\n{{/site}}", "home:2:4+4 template/syntax: {{/site}} closes nothing"),
    Row(
      "{{#site}}\n{{#menu}}\n{{/site}}\n{{/menu}}",
      "home:3:4+4 template/syntax: {{/site}} closes {{#menu}} of line 2",
      "home:4:4+4 template/syntax: {{/menu}} closes {{#site}} of line 1"),
    Row("{{title", "home:1:1+1 template/syntax: the tag {{title is never closed"),
    Row("{{=<% %>=}}", "home:1:4+6 template/syntax: the delimiters cannot be changed"),
    Row(
      "{{#asset}}{{site.title}}{{/asset}}",
      "home:1:4+5 template/syntax: {{#asset}} takes a path and nothing else",
      "home:1:28+5 template/syntax: {{/asset}} closes nothing"),
  ])
  func syntax(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "{{> mastead}}", "home:1:5+7 template/partial: there is no partial \"mastead\"",
      hint: "Did you mean \"masthead\"?"),
    Row(
      "{{<bas}}{{/bas}}", "home:1:4+3 template/partial: there is no partial \"bas\"",
      hint: "Write Templates/partials/bas.mustache."),
  ])
  func partials(row: Row) { check(row) }

  @Test("A partial is checked in each context that it stands in")
  func partialInTwoContexts() {
    let found = problems([
      "home": "{{> name}}{{#site.publisher}}{{> name}}{{/site.publisher}}", "name": "{{legalName}}",
    ])
    #expect(
      found.map(line) == ["name:1:3+9 template/variable: no context here defines \"legalName\""])
  }

  @Test("What replaces a block is checked where the block stands")
  func blocksAreCheckedInPlace() {
    let base = "{{#site.publisher}}{{$who}}{{nobody}}{{/who}}{{/site.publisher}}"
    #expect(
      problems(["home": "{{<base}}{{$who}}{{legalName}}{{/who}}{{/base}}", "base": base]) == [])
    #expect(
      problems(["home": "{{<base}}{{$who}}{{homeHref}}{{/who}}{{/base}}", "base": base]).map(line)
        == ["home:1:20+8 template/variable: no context here defines \"homeHref\""])
    #expect(
      problems(["home": "{{<base}}{{/base}}", "base": base]).map(line)
        == ["base:1:30+6 template/variable: no context here defines \"nobody\""])
  }

  @Test("A partial that contains itself is checked, and the check ends", .timeLimit(.minutes(10)))
  func recursion() {
    let found = problems([
      "home": "{{> loop}}", "loop": "{{#menu}}{{> loop}}{{wrong}}{{/menu}}",
    ])
    #expect(found.map(line).contains { $0.hasPrefix("loop:1:22+5 template/variable") })
  }

  @Test("A theme without a layout or a partial with a duty is no theme")
  func missing() {
    #expect(
      problems(["archive": nil, "footer": nil]).map(line) == [
        "archive:0:1+1 template/missing: there is no template Templates/archive.mustache",
        "partials/footer:0:1+1 template/missing: "
          + "there is no template Templates/partials/footer.mustache",
      ])
  }

  @Test("A layout that no page uses is not asked for")
  func unusedLayouts() {
    #expect(problems(["author": nil, "series": nil]) == [])
  }

  @Test("An asset tag names a file of the theme")
  func assets() {
    let assets = ["css/main.css": Permalink("/assets/css/main.0123456789.css")]
    let template = "<link href=\"{{#asset}}css/main.css{{/asset}}\">"
    #expect(
      home(["home": template], assets: assets)
        == "<link href=\"/assets/css/main.0123456789.css\">")
    let found = problems(["home": "x {{#asset}}css/mian.css{{/asset}}"], assets: assets)
    #expect(
      found.map(line) == [
        "home:1:13+12 template/asset: there is no file Templates/assets/css/mian.css"
      ])
    #expect(found.first?.hint == "Did you mean \"css/main.css\"?")
  }

  private func check(_ row: Row, sourceLocation: SourceLocation = #_sourceLocation) {
    let found = problems(["home": row.template])
    #expect(found.map(line) == row.found, sourceLocation: sourceLocation)
    if let hint = row.hint { #expect(found.first?.hint == hint, sourceLocation: sourceLocation) }
  }
}
