import SiteModel

/// The newsletter form.
struct NewsletterContext: TemplateContext {
  var publication: Publication
  var settings: NewsletterSettings

  static let name = "Newsletter"
  static let summary = "The newsletter form (N-1)."
  static let fields = FieldTable<NewsletterContext>(words + form + placement)

  private static let words: [Field<NewsletterContext>] = [
    .text("heading", "The heading of the form.") { $0.settings.heading },
    .text("text", "What readers get.") { $0.settings.text },
    .text("consentText", "Who sends what, how often, and how to stop it (N-5).") {
      $0.settings.consentText
    },
    .text("provider", "The service that keeps the list.") { $0.settings.provider },
    .text("sentWith", "The same, unless the text above names it already.") {
      $0.settings.consentText.contains($0.settings.provider) ? nil : $0.settings.provider
    },
    .text("privacyHref", "The privacy policy.") {
      $0.settings.privacyURL
        ?? $0.publication.pageHref($0.publication.configuration.policies.privacy)
    },
    .text("errorHref", "The page that helps when it did not work (N-8).") { context in
      let name = "\(context.publication.configuration.policies.newsletter)/error"
      return context.settings.errorURL ?? context.publication.pageHref(name)
    },
  ]

  private static let form: [Field<NewsletterContext>] = [
    .text("action", "Where the form is sent, or where readers sign up.") { $0.settings.action },
    .flag("isLinkOnly", "Whether the service takes no form, so that there is a link instead.") {
      $0.settings.isLinkOnly
    },
    .flag("needsScript", "Whether the form works with JavaScript only, beside a link.") {
      $0.settings.fetch == .ghost
    },
    .text("fetch", "How a script may send the form; absent if it may not (N-9).") {
      $0.settings.fetch?.rawValue
    },
    .text("server", "The address of the list server, for the script.") { $0.settings.server },
    .text("emailField", "The name of the field for the address.") { $0.settings.emailField },
    .list("hiddenFields", "Fields that the provider wants.") { context in
      context.settings.hiddenFields.map { FormFieldContext(field: $0) }
    },
    .list("optionalFields", "Fields that readers may leave empty.") { context in
      context.settings.optionalFields.map { LabelledFieldContext(field: $0) }
    },
    .object("checkbox", "A box to agree; absent unless the publisher wants one.") { context in
      context.settings.checkbox.map { LabelledFieldContext(field: $0) }
    },
    .text("honeypot", "The name of a field that must stay empty; absent if there is none.") {
      $0.settings.honeypot
    },
  ]

  private static let placement: [Field<NewsletterContext>] = [
    .flag("inArticle", "Whether it stands under articles.") {
      $0.settings.placement.contains(.article)
    },
    .flag("inFooter", "Whether it stands in the footer.") {
      $0.settings.placement.contains(.footer)
    },
    .flag("onPage", "Whether it has a page of its own.") { $0.settings.placement.contains(.page) },
  ]
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

/// A field of a form that readers see.
struct LabelledFieldContext: TemplateContext {
  var field: LabelledField

  static let name = "LabelledField"
  static let summary = "A field of a form that readers see."
  static let fields = FieldTable<LabelledFieldContext>([
    .text("name", "The field's name; absent for a box that is not sent.") { $0.field.name },
    .text("label", "What readers see.") { $0.field.label },
    .text("value", "What a box sends.") { $0.field.value },
    .text("autocomplete", "What browsers may fill in.") { $0.field.autocomplete },
  ])
}
