/// A dated piece of journalism that this build publishes.
package struct Article: Hashable, Sendable {
  /// Its file, relative to `Content/`.
  package var source: String
  package var frontMatter: FrontMatter
  /// The date that readers see; an article always has one.
  package var date: Timestamp
  package var body: ArticleBody
  package var permalink: Permalink
  /// Positions in ``Site/sections`` and the other lists of the site.
  package var section: Int
  package var authors: [Int]
  package var editors: [Int]
  package var series: Int?
  /// Positions among the terms of the taxonomy `tags`, in the editor's order.
  package var tags: [Int] = []
  package var cover: Picture?
  /// The card that social networks show in place of a cover.
  package var card: Permalink?
  /// One for each slot of the body.
  package var links: [ResolvedLink]
  package var readingMinutes: Int
  /// Neighbours in the same section by date, as positions in ``Site/articles``.
  package var previousInSection: Int?
  package var nextInSection: Int?
  /// The editor's choice for "You May Also Like", as positions in ``Site/articles``.
  package var pins: [Int] = []
  package var excludedFromRelated: [Int] = []

  package init(
    source: String, frontMatter: FrontMatter, date: Timestamp, body: ArticleBody,
    permalink: Permalink, section: Int, authors: [Int] = [], editors: [Int] = [],
    series: Int? = nil, cover: Picture? = nil, links: [ResolvedLink] = [], readingMinutes: Int
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.date = date
    self.body = body
    self.permalink = permalink
    self.section = section
    self.authors = authors
    self.editors = editors
    self.series = series
    self.cover = cover
    self.links = links
    self.readingMinutes = readingMinutes
  }

  package var title: String { frontMatter.title }
  package var isSubmitted: Bool { frontMatter.submission != nil || frontMatter.kind == .submitted }
  package var isSponsored: Bool { frontMatter.kind == .sponsored }
  /// When it last changed in substance: `updated`, a correction, an update, or its first day.
  package var lastModified: Timestamp {
    Self.lastModified(
      date, updated: frontMatter.updated, notes: frontMatter.corrections, frontMatter.updates)
  }

  /// The same of an article's parts, where copying the whole of it would cost more.
  package static func lastModified(
    _ date: Timestamp, updated: Timestamp?, notes corrections: [DatedNote], _ updates: [DatedNote]
  ) -> Timestamp {
    var latest = max(date, updated ?? date)
    for note in corrections { latest = max(latest, note.date) }
    for note in updates { latest = max(latest, note.date) }
    return latest
  }
}

/// A standing page: it has no date and belongs to no section.
package struct Page: Hashable, Sendable {
  /// Its file, relative to `Content/`.
  package var source: String
  /// The file's name without `.md`, by which menus and policies name it.
  package var name: String
  package var frontMatter: FrontMatter
  package var body: ArticleBody
  package var permalink: Permalink
  package var links: [ResolvedLink]

  package init(
    source: String, name: String, frontMatter: FrontMatter, body: ArticleBody,
    permalink: Permalink, links: [ResolvedLink] = []
  ) {
    self.source = source
    self.name = name
    self.frontMatter = frontMatter
    self.body = body
    self.permalink = permalink
    self.links = links
  }
}

/// Where a link slot leads.
package enum ResolvedLink: Hashable, Sendable {
  /// A page or file of this site, with `#fragment` or an empty string.
  case site(Permalink, suffix: String)
  case picture(Picture)
  /// A part of the same page, with its `#`.
  case fragment(String)
  /// Nothing that this build publishes; written as the author typed it.
  case unresolved(String)
}
