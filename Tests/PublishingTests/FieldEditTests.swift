import Publishing
import SiteModel
import TestSupport
import Testing

/// A rebuild notices a change of every single field of the front matter and of the configuration.
@Suite struct FieldEditTests {
  /// A line of front matter for each property of ``FrontMatter``.
  static let frontMatterLines: [String: String] = [
    "title": "title: Another", "date": "date: 2025-05-05", "updated": "updated: 2025-07-01",
    "slug": "slug: another", "authors": "authors: [barbara]", "editors": "editors: [grace]",
    "section": "section: chips", "tags": "tags: [Robots]", "terms": "topics: [Courts]",
    "series": "series: {name: Alpha, part: 1}", "summary": "summary: Other words.",
    "cover": "cover: {image: \"https://p.example/x.jpg\", alt: A, credit: B}",
    "kind": "type: analysis", "submission": "submitted: {by: Reader}",
    "sponsor": "type: sponsored\nsponsor: Company", "disclosure": "disclosure: We own shares.",
    "corrections": "corrections: [{date: 2025-08-01, text: Wrong.}]",
    "updates": "updates: [{date: 2025-08-01, text: New.}]", "isDraft": "draft: true",
    "publishDate": "publishDate: 2026-02-01", "expiryDate": "expiryDate: 2025-12-01",
    "aliases": "aliases: [/old/]",
    "removalReason": "type: removed\nreason: On request.", "related": "related: false",
    "canonical": "canonical: https://example.org/x", "isHiddenFromSearch": "noindex: true",
    "language": "language: de", "layout": "layout: page-like", "readingMinutes": "readingTime: 9",
    "order": "order: 7", "extra": "extra: {color: red}",
  ]

  /// A line of `sitegen.yaml` for each property of ``SiteConfiguration``.
  static let configurationLines: [String: String] = [
    "title": "title: Another", "description": "description: Words.",
    "baseURL": "baseURL: https://other.example/news", "language": "language: en-GB",
    "timeZone": "timeZone: Asia/Tokyo", "permalink": "permalink: /:year/:slug/",
    "pageSize": "pageSize: 3", "menu": "menu: [chips]",
    "footer": "footer: [{title: More, links: [{title: Home, url: /}]}]",
    "taxonomies":
      "taxonomies: [topics, {name: tags, title: Labels, singular: Label, path: labels}]",
    "publisher": "publisher: {name: House}",
    "policies": "policies: {copyrightEmail: rights@other.example}",
    "newsletter": "newsletter: {provider: buttondown, account: times, placement: [article]}",
    "consent": "consent: {notice: We store nothing.}",
    "markdown": "markdown: {smartPunctuation: false}",
    "check": "check: {links: off}", "related": "related: {count: 1}", "feeds": "feeds: {size: 1}",
    "crawlers": "crawlers: {training: refuse}",
    "security": "security: {contact: mailto:a@times.example, expires: 2099-01-01}",
    "contentsThreshold": "tableOfContents: {minimumHeadings: 1}",
    "socialAccount": "social: {account: \"@times\"}",
    "shareImage": "social: {image: icons/logo.png}",
    "extra": "extra: {a: b}", "allowedSources": "contentSecurityPolicy: {images: [img.example]}",
    "shortcodes": "shortcodes: {unknown: keep}", "embeds": "embeds: {allow: [video.example]}",
    "images": "images: {cards: false}", "limits": "limits: {articleSeconds: 4}",
    "fonts": "fonts: [icons/logo.png]",
    "redirects": "redirects: [{from: /old/, to: /ai/}]", "hosting": "hosting: github-pages",
    "isPrecompressed": "precompress: true",
    "deploy": "deploy: {targets: [{name: mirror, rsync: /srv/www/times}]}",
    "indexNow": "indexNow: {key: 0123456789abcdef}",
  ]

  @Test("Every property of the front matter and of the configuration has a row here")
  func rowsAreComplete() {
    let matter = Mirror(reflecting: FrontMatter()).children.compactMap(\.label)
    #expect(Set(matter) == Set(Self.frontMatterLines.keys).union(["places"]))
    let settings = Mirror(reflecting: SiteConfiguration()).children.compactMap(\.label)
    #expect(Set(settings) == Set(Self.configurationLines.keys).union(["hostingPlace"]))
  }

  @Test("A field of the front matter", arguments: frontMatterLines.keys.sorted())
  func frontMatter(field: String) async throws {
    let line = try #require(Self.frontMatterLines[field])
    try await checkRebuild(field) { site in
      let key = line.prefix { $0 != ":" }
      let old = try site.text(of: "Content/ai/story-1.md").split(
        separator: "\n", omittingEmptySubsequences: false)
      let kept = old.filter { !$0.hasPrefix("\(key):") }
      try site.write(
        "Content/ai/story-1.md", "---\n\(line)\n" + kept.dropFirst().joined(separator: "\n"))
    }
  }

  @Test("A setting", arguments: configurationLines.keys.sorted())
  func configuration(field: String) async throws {
    let line = try #require(Self.configurationLines[field])
    try await checkRebuild(field) { site in
      let key = line.prefix { $0 != ":" }
      let old = try site.text(of: "sitegen.yaml").split(separator: "\n")
      let kept = old.filter { !$0.hasPrefix("\(key):") }
      try site.write("sitegen.yaml", "\(line)\n" + kept.joined(separator: "\n") + "\n")
    }
  }

  private func checkRebuild(_ field: String, _ edit: (TemporarySite) throws -> Void) async throws {
    let site = try EditedPublication.smallSite()
    _ = await site.build()
    let before = site.files()
    try edit(site)
    let report = await site.build()
    #expect(report.succeeded, "\(field): \(report.shownDiagnostics)")
    let fresh = await site.build {
      $0.output = "\(site.path)/Fresh"
      $0.cache = nil
    }
    expectSame(site.files(), site.files(below: "Fresh"), "\(field)")
    #expect(report.shownDiagnostics == fresh.shownDiagnostics, "\(field)")
    // What changes nothing proves nothing; these show in no page of the default theme.
    let unseen = ["order", "check", "deploy", "extra", "limits", "shortcodes", "embeds"]
    if !unseen.contains(field) {
      #expect(site.files() != before, "\(field) changes nothing")
    }
  }
}
