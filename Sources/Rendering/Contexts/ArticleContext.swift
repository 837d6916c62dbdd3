import SiteModel

/// An article on its own page.
struct ArticleContext: TemplateContext {
  var publication: Publication
  var index: Int

  /// Lent, not copied: an article is large, and templates ask for its parts one by one.
  var article: Article { _read { yield publication.site.articles[index] } }
  private var frontMatter: FrontMatter { _read { yield article.frontMatter } }

  static let name = "Article"
  static let summary = "An article on its own page."
  static let fields = FieldTable<ArticleContext>(
    FieldTable(CardContext.shared).lifted { $0.publication.card($0.index) } + text + context)

  private static let text: [Field<ArticleContext>] = [
    .text("url", "The full address of the article.") {
      $0.publication.base.absolute($0.article.permalink)
    },
    .object("updated", "When it last changed in substance; absent if never.") { context in
      context.frontMatter.updated.map { context.publication.date($0) }
    },
    .markup("body", "The text.") { context in
      .body(context.article.body, links: context.article.links, base: context.publication.base)
    },
    .flag("hasContents", "Whether it is long enough for a table of contents.") {
      $0.article.body.headings.count >= $0.publication.configuration.contentsThreshold
    },
    .list("contents", "Its table of contents.") {
      ContentsContext.tree(of: $0.article.body.headings)
    },
    .list("corrections", "What was corrected (E-6).") { context in
      context.notes(context.frontMatter.corrections)
    },
    .list("updates", "What was added later.") { context in
      context.notes(context.frontMatter.updates)
    },
    .text("disclosure", "What readers should know about the article's interests.") {
      $0.frontMatter.disclosure
    },
    .anything("extra", "What the front matter says under `extra`.") { $0.frontMatter.extra },
  ]

  private static let context: [Field<ArticleContext>] = [
    .list("tags", "Its tags.") { context in
      context.publication.site.terms(of: context.index).map { term in
        LinkContext(title: term.name, href: context.publication.href(term.permalink))
      }
    },
    .list("editors", "Who edited it.") {
      BylineContext.names($0.article.editors, of: $0.publication)
    },
    .list("authorProfiles", "Its authors with their photos.") { context in
      context.article.authors.map { AuthorItemContext(publication: context.publication, index: $0) }
    },
    .object("submission", "The note under an article that a reader sent in (E-9).") { context in
      guard context.article.isSubmitted else { return SubmissionContext?.none }
      return SubmissionContext(publication: context.publication, index: context.index)
    },
    .object("series", "The series it belongs to.") { context in
      context.article.series.map {
        ArticleSeriesContext(
          publication: context.publication, series: $0, article: context.index)
      }
    },
    .object("previous", "The article before it in its section.") { context in
      context.article.previousInSection.map { context.publication.card($0) }
    },
    .object("next", "The article after it in its section.") { context in
      context.article.nextInSection.map { context.publication.card($0) }
    },
    .flag("hasNeighbours", "Whether there is one before or after it.") {
      $0.article.previousInSection != nil || $0.article.nextInSection != nil
    },
    .list("related", "You May Also Like.") { $0.publication.cards($0.related) },
  ]

  private var related: [Int] {
    publication.related.indices.contains(index) ? publication.related[index] : []
  }

  private func notes(_ notes: [DatedNote]) -> [NoteContext] {
    notes.map { NoteContext(date: publication.date($0.date), text: $0.text) }
  }
}

/// The note under an article that a reader sent in.
struct SubmissionContext: TemplateContext {
  var publication: Publication
  var index: Int

  private var article: Article { _read { yield publication.site.articles[index] } }

  static let name = "Submission"
  static let summary = "The note under an article that a reader sent in (E-9)."
  static let fields = FieldTable<SubmissionContext>([
    .text("by", "Who sent it in; absent if unnamed.") { $0.article.frontMatter.submission?.by },
    .text("rulesHref", "The page with the submission rules.") {
      $0.publication.pageHref($0.publication.configuration.policies.submissionRules)
    },
    .text("mailHref", "A mail to the copyright contact, with subject and address filled in.") {
      $0.publication.site.copyrightReportAddress(of: $0.article)
    },
    .flag("coverIsAIGenerated", "Whether a machine made the cover.") {
      $0.article.frontMatter.cover?.isAIGenerated ?? false
    },
  ])
}

/// The series that an article belongs to, seen from the article.
struct ArticleSeriesContext: TemplateContext {
  var publication: Publication
  var series: Int
  var article: Int

  private var value: Series { publication.site.series[series] }
  private var position: Int { value.articles.firstIndex(of: article) ?? 0 }

  static let name = "ArticleSeries"
  static let summary = "The series that an article belongs to, seen from the article."
  static let fields = FieldTable<ArticleSeriesContext>([
    .text("name", "The name of the series.") { $0.value.name },
    .text("href", "The page of the series.") { $0.publication.href($0.value.permalink) },
    .number("part", "The article's place in it.") { $0.position + 1 },
    .number("total", "How many articles it has.") { $0.value.articles.count },
    .list("articles", "All its articles in reading order.") { context in
      context.value.articles.enumerated().map { position, index in
        SeriesEntryContext(
          card: context.publication.card(index), part: position + 1,
          isCurrent: index == context.article)
      }
    },
    .object("previous", "The part before.") { context in
      context.position > 0
        ? context.publication.card(context.value.articles[context.position - 1]) : nil
    },
    .object("next", "The part after.") { context in
      context.position + 1 < context.value.articles.count
        ? context.publication.card(context.value.articles[context.position + 1]) : nil
    },
  ])
}

/// An article in the list of its series.
struct SeriesEntryContext: TemplateContext {
  var card: CardContext
  var part: Int
  var isCurrent: Bool

  static let name = "SeriesEntry"
  static let summary = "An article in the list of its series."
  static let fields = FieldTable<SeriesEntryContext>([
    .text("title", "The headline.") { $0.card.article.frontMatter.title },
    .text("href", "The article's page.") { $0.card.publication.href($0.card.article.permalink) },
    .number("part", "Its place in the series.") { $0.part },
    .flag("isCurrent", "Whether it is the article being read.") { $0.isCurrent },
  ])
}
