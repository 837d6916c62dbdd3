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
    let entries = publication.site.articles.flatMap { article in
      article.frontMatter.corrections.map { (article, $0) }
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

  private var target: Permalink { publication.site.redirects[index].to }

  static let name = "Redirect"
  static let summary = "A page that sends readers from an old address to the new one."
  static let fields = FieldTable<RedirectContext>([
    .text("href", "The new address, from the root of the host.") {
      $0.publication.href($0.target)
    },
    .text("url", "The full new address.") { $0.publication.base.absolute($0.target) },
  ])
}

/// The newsletter form.
struct NewsletterContext: TemplateContext {
  var settings: NewsletterSettings
  var privacyHref: String?

  static let name = "Newsletter"
  static let summary = "The newsletter form (N-1)."
  static let fields = FieldTable<NewsletterContext>([
    .text("heading", "The heading of the form.") { $0.settings.heading },
    .text("text", "What readers get.") { $0.settings.text },
    .text("consentText", "Who sends what, how often, and how to stop it (N-5).") {
      $0.settings.consentText
    },
    .text("provider", "The service that keeps the list.") { $0.settings.provider },
    .text("action", "Where the form is sent.") { $0.settings.action },
    .text("emailField", "The name of the field for the address.") { $0.settings.emailField },
    .list("hiddenFields", "Fields that the provider wants.") { context in
      context.settings.hiddenFields.map { FormFieldContext(field: $0) }
    },
    .text("honeypot", "The name of a field that must stay empty; absent if there is none.") {
      $0.settings.honeypot
    },
    .flag("inArticle", "Whether it stands under articles.") {
      $0.settings.placement.contains(.article)
    },
    .flag("inFooter", "Whether it stands in the footer.") {
      $0.settings.placement.contains(.footer)
    },
    .flag("onPage", "Whether it has a page of its own.") { $0.settings.placement.contains(.page) },
    .text("privacyHref", "The privacy policy.") { $0.privacyHref },
  ])
}

/// A hidden field of a form.
struct FormFieldContext: TemplateContext {
  var field: FormField

  static let name = "FormField"
  static let summary = "A hidden field of a form."
  static let fields = FieldTable<FormFieldContext>([
    .text("name", "The field's name.") { $0.field.name },
    .text("value", "The field's value.") { $0.field.value },
  ])
}

/// What the publication stores on readers' devices.
struct ConsentContext: TemplateContext {
  var settings: ConsentSettings

  static let name = "Consent"
  static let summary = "What the publication stores on readers' devices, and asks for (C-11)."
  static let fields = FieldTable<ConsentContext>([
    .text("notice", "The sentence of the footer and the banner.") { $0.settings.notice },
    .list("categories", "The optional purposes.") { context in
      context.settings.categories.map { ConsentCategoryContext(category: $0) }
    },
  ])
}

/// A purpose that readers may accept or refuse.
struct ConsentCategoryContext: TemplateContext {
  var category: ConsentCategory

  static let name = "ConsentCategory"
  static let summary = "A purpose that readers may accept or refuse."
  static let fields = FieldTable<ConsentCategoryContext>([
    .text("id", "Its id in markup.") { $0.category.id },
    .text("title", "Its title.") { $0.category.title },
    .text("description", "What it is for.") { $0.category.description },
    .list("services", "The services behind it.") { context in
      context.category.services.map { ConsentServiceContext(service: $0) }
    },
  ])
}

/// A service that stores something on readers' devices.
struct ConsentServiceContext: TemplateContext {
  var service: ConsentService

  static let name = "ConsentService"
  static let summary = "A service that stores something on readers' devices."
  static let fields = FieldTable<ConsentServiceContext>([
    .text("name", "Its name.") { $0.service.name },
    .text("provider", "Who runs it.") { $0.service.provider },
    .text("purpose", "What it is for.") { $0.service.purpose },
    .text("duration", "How long it stores what.") { $0.service.duration },
  ])
}
