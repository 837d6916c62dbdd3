import SiteModel
import TestSupport
import Testing

@testable import Publishing

/// Holds the fingerprints to what pages can read.
@Suite struct FingerprintTests {
  /// Every stored property of the things that pages show.
  ///
  /// Whoever adds one says in
  /// `Site+Fingerprints.swift` how it gets into the fingerprint, unless it follows from the bytes of
  /// the file, whose digest is in it.
  static let known: [String: [String]] = [
    "Article": [
      "source", "frontMatter", "date", "body", "permalink", "section", "authors", "editors",
      "series", "tags", "cover", "card", "links", "readingMinutes", "previousInSection",
      "nextInSection",
      "pins", "excludedFromRelated",
    ],
    "Page": ["source", "name", "frontMatter", "body", "permalink", "links"],
    "Section": ["name", "title", "summary", "permalink", "page", "articles"],
    "Author": [
      "id", "name", "role", "photo", "photoAlt", "email", "links", "page", "permalink", "articles",
    ],
    "Series": ["name", "permalink", "articles"],
    "Term": ["name", "permalink", "articles"],
    "Picture": ["location", "size", "set", "focus"],
    "Site": [
      "configuration", "articles", "pages", "sections", "taxonomies", "authors", "series",
      "archive", "menu", "footer", "files", "pictures", "cards", "redirects", "removals",
      "expired", "leftOut", "shortcodes", "embedServices", "now",
    ],
  ]

  @Test("Every property that a page can read is known")
  func everyPropertyIsKnown() {
    let permalink = Permalink("/")
    let article = Article(
      source: "", frontMatter: FrontMatter(), date: Timestamp(secondsSince1970: 0),
      body: ArticleBody(), permalink: permalink, section: 0, readingMinutes: 1)
    let page = Page(
      source: "", name: "", frontMatter: FrontMatter(), body: ArticleBody(), permalink: permalink)
    let values: [Any] = [
      article, page, Section(name: "", title: "", permalink: permalink),
      Author(id: "", name: "", permalink: permalink), Series(name: "", permalink: permalink),
      Term(name: "", permalink: permalink), Picture(location: .elsewhere("")),
      Site(configuration: SiteConfiguration(), now: Timestamp(secondsSince1970: 0)),
    ]
    for value in values {
      let type = "\(Swift.type(of: value))"
      #expect(Mirror(reflecting: value).children.compactMap(\.label) == Self.known[type], "\(type)")
    }
  }

  @Test("Fingerprints are the same in every process, and differ for different things")
  func areStable() {
    #expect(Fingerprint(of: Array("sitegen".utf8)).value == 11_664_770_792_066_419_100)
    var prints: Set<UInt64> = []
    for length in 0..<64 {
      for byte: UInt8 in [0, 1, 128] {
        prints.insert(Fingerprint(of: [UInt8](repeating: byte, count: length)).value)
      }
    }
    #expect(prints.count == 1 + 63 * 3)
  }
}
