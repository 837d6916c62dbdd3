import SiteModel

/// A standing page.
struct StandingContext: TemplateContext {
  var publication: Publication
  var index: Int

  var page: Page { publication.site.pages[index] }

  static let name = "Standing"
  static let summary = "A standing page."
  static let fields = FieldTable<StandingContext>([
    .text("name", "The file's name without `.md`.") { $0.page.name },
    .text("title", "The title.") { $0.page.frontMatter.title },
    .text("summary", "What the page is about.") { $0.page.frontMatter.summary },
    .markup("body", "The text.") { $0.publication.markup(of: $0.page) },
    .object("updated", "When it last changed; absent unless its front matter says so.") { context in
      (context.page.frontMatter.updated ?? context.page.frontMatter.date).map {
        context.publication.date($0)
      }
    },
    .flag("hasContents", "Whether it is long enough for a table of contents.") {
      $0.page.body.headings.count >= $0.publication.configuration.contentsThreshold
    },
    .list("contents", "Its table of contents.") { ContentsContext.tree(of: $0.page.body.headings) },
    .anything("extra", "What the front matter says under `extra`.") { $0.page.frontMatter.extra },
  ])
}

/// A correction in the log of all corrections.
struct CorrectionContext: TemplateContext {
  var article: LinkContext
  var date: DateContext
  var text: String

  static let name = "Correction"
  static let summary = "A correction in the log of all corrections (E-6)."
  static let fields = FieldTable<CorrectionContext>([
    .object("article", "The corrected article.") { $0.article },
    .object("date", "The day of the correction.") { $0.date },
    .text("text", "What was wrong.") { $0.text },
  ])

  /// All corrections, newest first.
  static func log(of publication: Publication) -> [CorrectionContext] {
    let articles = publication.site.articles
    let entries = articles.indices.flatMap { index in
      articles[index].frontMatter.corrections.map { (articles[index], $0) }
    }
    return entries.sorted {
      ($1.1.date, $0.0.source, $0.1.text) < ($0.1.date, $1.0.source, $1.1.text)
    }.map { article, correction in
      CorrectionContext(
        article: LinkContext(title: article.title, href: publication.href(article.permalink)),
        date: publication.date(correction.date), text: correction.text)
    }
  }
}

/// A page that sends readers from an old address to the new one.
struct RedirectContext: TemplateContext {
  var publication: Publication
  var index: Int

  private var target: Redirect.Target { publication.site.redirects[index].to }

  static let name = "Redirect"
  static let summary = "A page that sends readers from an old address to the new one."
  static let fields = FieldTable<RedirectContext>([
    .text("href", "The new address, from the root of the host if it is of this site.") {
      $0.publication.base.href($0.target)
    },
    .text("url", "The full new address.") { $0.publication.base.absolute($0.target) },
  ])
}

/// What is said where a page was that is removed.
struct RemovalContext: TemplateContext {
  var removal: Removal

  static let name = "Removal"
  static let summary = "What is said where a page was that is removed."
  static let fields = FieldTable<RemovalContext>([
    .text("reason", "Why it is removed; absent if nobody said.") { $0.removal.reason }
  ])
}
