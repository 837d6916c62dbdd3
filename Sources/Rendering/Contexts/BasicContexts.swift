import SiteModel

/// A link with its text.
struct LinkContext: TemplateContext {
  var title: String
  var href: String
  var isCurrent = false

  static let name = "Link"
  static let summary = "A link with its text."
  static let fields = FieldTable<LinkContext>([
    .text("title", "The text of the link.") { $0.title },
    .text("href", "Where it leads, ready for `href=\"\"`.") { $0.href },
    .flag("isCurrent", "Whether the page being made belongs to it.") { $0.isCurrent },
  ])
}

/// A link that says how much is behind it.
struct CountedLinkContext: TemplateContext {
  var title: String
  var href: String
  var count: Int
  var countText: String
  var latest: DateContext?

  static let name = "CountedLink"
  static let summary = "A link that says how many articles are behind it."
  static let fields = FieldTable<CountedLinkContext>([
    .text("title", "The text of the link.") { $0.title },
    .text("href", "Where it leads.") { $0.href },
    .number("count", "How many articles there are.") { $0.count },
    .text("countText", "The same in words, for example \"3 articles\".") { $0.countText },
    .object("latest", "When the newest of them appeared.") { $0.latest },
  ])
}

/// A date in the forms that templates need.
struct DateContext: TemplateContext {
  var timestamp: Timestamp
  var words: DateWords

  static let name = "Date"
  static let summary = "A date in the publication's time zone and language."
  static let fields = FieldTable<DateContext>([
    .text("iso", "RFC 3339, for `datetime=\"\"`.") { $0.timestamp.iso8601 },
    .text("text", "For readers, for example \"March 18, 2025\".") {
      $0.words.long($0.timestamp.civil.date)
    },
    .text("shortText", "Without the year, for example \"Mar 18\".") {
      $0.words.short($0.timestamp.civil.date)
    },
    .text("clock", "The time of day, for example \"14:20\".") {
      $0.timestamp.civil.hourAndMinute
    },
  ])
}

/// Someone in a byline.
struct BylineContext: TemplateContext {
  var name: String
  var href: String
  /// What stands between this name and the one before.
  var separator: String

  static let name = "BylineName"
  static let summary = "A name in a byline."
  static let fields = FieldTable<BylineContext>([
    .text("name", "The author's name.") { $0.name },
    .text("href", "The author's page.") { $0.href },
    .text("separator", "What stands before the name: nothing, a comma or \"and\".") {
      $0.separator
    },
  ])

  /// "A", "A and B", "A, B and C" (E-2).
  static func names(_ authors: [Int], of publication: Publication) -> [BylineContext] {
    authors.enumerated().map { position, index in
      let author = publication.site.authors[index]
      let separator =
        position == 0 ? "" : position == authors.count - 1 ? " and " : ", "
      return BylineContext(
        name: author.name, href: publication.href(author.permalink), separator: separator)
    }
  }
}

/// A dated note: a correction or an update.
struct NoteContext: TemplateContext {
  var date: DateContext
  var text: String

  static let name = "Note"
  static let summary = "A correction or an update."
  static let fields = FieldTable<NoteContext>([
    .object("date", "Its day.") { $0.date },
    .text("text", "What was wrong, or what is new.") { $0.text },
  ])
}

/// A heading of a text, with those below it.
struct ContentsContext: TemplateContext {
  var heading: Heading
  var entries: [ContentsContext]

  static let name = "ContentsEntry"
  static let summary = "An entry of a table of contents."
  static let fields = FieldTable<ContentsContext>([
    .text("id", "The heading's id, for `href=\"#…\"`.") { $0.heading.id },
    .text("text", "The heading's text.") { $0.heading.text },
    .list("entries", "The headings below it.") { $0.entries },
  ])

  /// Headings of level 2, each with its headings of level 3.
  static func tree(of headings: [Heading]) -> [ContentsContext] {
    var tree: [ContentsContext] = []
    for heading in headings {
      if heading.level == 2 || tree.isEmpty {
        tree.append(ContentsContext(heading: heading, entries: []))
      } else if heading.level == 3 {
        tree[tree.count - 1].entries.append(ContentsContext(heading: heading, entries: []))
      }
    }
    return tree
  }
}
