/// What an editor says about an article or a page above its text.
package struct FrontMatter: Hashable, Sendable {
  package var title = ""
  /// Nil only on standing pages, section pages and author profiles.
  package var date: Timestamp?
  package var updated: Timestamp?
  package var slug: String?
  /// Author ids or names, in the order of the byline.
  package var authors: [Located<String>] = []
  package var editors: [Located<String>] = []
  package var section: Located<String>?
  package var tags: [Located<String>] = []
  /// Terms of taxonomies other than `tags`, by the taxonomy's name.
  package var terms: [String: [Located<String>]] = [:]
  package var series: SeriesPart?
  package var summary: String?
  package var cover: Cover?
  package var kind = ArticleKind.news
  package var submission: Submission?
  package var sponsor: String?
  package var disclosure: String?
  package var corrections: [DatedNote] = []
  package var updates: [DatedNote] = []
  package var isDraft = false
  /// Before this instant the article is left out of everything.
  package var publishDate: Timestamp?
  /// From this instant on the article is left out of everything.
  package var expiryDate: Timestamp?
  package var aliases: [Located<String>] = []
  /// Why the page was removed, for `type: removed`.
  package var removalReason: String?
  package var related = RelatedChoice()
  package var canonical: String?
  package var isHiddenFromSearch = false
  package var language: String?
  package var layout: Located<String>?
  /// Minutes, if the editor overrides the count.
  package var readingMinutes: Int?
  /// Position among the sections or standing pages; smaller comes first (`order`, `weight`).
  package var order: Int?
  package var extra: [String: DataValue] = [:]
  /// Where the front matter says each top-level key, for diagnostics made later.
  package var places = KeyPlaces()

  package init() {}
}

/// A value and where it was written.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

/// What sort of article it is; it decides labels, metadata and where it may appear.
package enum ArticleKind: String, Sendable, CaseIterable {
  case news
  case analysis
  case opinion
  case pressRelease = "press-release"
  case sponsored
  case submitted
  /// It is no longer published, and a notice stands in its place.
  case removed
}

/// The picture at the head of an article.
package struct Cover: Hashable, Sendable {
  /// As written: relative to the article, from the root of the site, or a full URL.
  package var image: Located<String>
  package var alt: String?
  package var caption: String?
  package var credit: String?
  /// For example "© 2025 Agency", for search engines (M-9).
  package var copyright: String?
  /// The full address of what others may do with it.
  package var license: String?
  package var isAIGenerated: Bool
  /// Whether it says nothing that the text does not say, so that its `alt` stays empty.
  package var isDecorative: Bool
  /// The point that stays in view when the picture is cropped; nil for its middle.
  package var focus: FocalPoint?

  package init(
    image: Located<String>, alt: String? = nil, caption: String? = nil, credit: String? = nil,
    isAIGenerated: Bool = false, isDecorative: Bool = false
  ) {
    self.image = image
    self.alt = alt
    self.caption = caption
    self.credit = credit
    self.isAIGenerated = isAIGenerated
    self.isDecorative = isDecorative
  }
}

/// The place of an article in a series.
package struct SeriesPart: Hashable, Sendable {
  package var name: Located<String>
  /// Counted from 1; nil means by date, after the numbered parts.
  package var part: Int?

  package init(name: Located<String>, part: Int? = nil) {
    self.name = name
    self.part = part
  }
}

/// A correction or an update, with its day.
package struct DatedNote: Hashable, Sendable {
  package var date: Timestamp
  package var text: String

  package init(date: Timestamp, text: String) {
    self.date = date
    self.text = text
  }
}

/// Who sent in an article that the newsroom did not write.
package struct Submission: Hashable, Sendable {
  /// Nil when the reader is not named.
  package var by: String?

  package init(by: String? = nil) {
    self.by = by
  }
}

/// What the editor decided about "You May Also Like".
package struct RelatedChoice: Hashable, Sendable {
  /// Source paths (relative to `Content/`), slugs or site paths of articles that come first.
  package var pins: [Located<String>] = []
  package var excluded: [Located<String>] = []
  /// False takes the article out of every list.
  package var isListed = true

  package init() {}
}
