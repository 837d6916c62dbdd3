import SiteModel

/// A service that keeps the list of a newsletter's readers, with the form that it expects.
///
/// A word in braces stands for a part of the publication's account there: `{account}`, or
/// `{server}` for the address of a service that everyone runs themselves.
struct NewsletterProvider {
  /// As readers are told.
  var title: String?
  /// Where the form is sent.
  var action: String?
  /// The name of the field with the reader's address.
  var emailField = "email"
  /// The name of the field for tags; nil if the form knows none.
  var tagField: String?
  /// Fields that the service wants besides.
  var fields: [FormField] = []
  /// The field that must stay empty, by the service's own name (N-7).
  var honeypot: String?
  /// Hosts that the service leads readers to after the form (N-10).
  var redirectHosts: [String] = []
  var fetch: NewsletterSettings.Fetch?
  /// Whether the service takes no form, so that readers follow a link instead.
  var isLinkOnly = false
}

extension NewsletterProvider {
  static let custom = NewsletterProvider()

  /// The table that `newsletter.providers` adds to; Documentation/newsletter.md explains each row.
  static let known: [String: NewsletterProvider] = [
    "custom": custom,
    "buttondown": NewsletterProvider(
      title: "Buttondown",
      action: "https://buttondown.com/api/emails/embed-subscribe/{account}",
      tagField: "tag", fields: [FormField(name: "embed", value: "1")]),
    "mailchimp": NewsletterProvider(
      title: "Mailchimp",
      action: "https://{org}.{dc}.list-manage.com/subscribe/post?u={u}&id={id}&f_id={f_id}",
      emailField: "EMAIL", tagField: "tags", honeypot: "b_{u}_{id}",
      redirectHosts: ["https://*.list-manage.com"]),
    "kit": NewsletterProvider(
      title: "Kit", action: "https://app.kit.com/forms/{account}/subscriptions",
      emailField: "email_address", redirectHosts: ["https://*.kit.com"], fetch: .form),
    "ghost": NewsletterProvider(
      title: "Ghost", action: "{server}/#/portal/signup", fetch: .ghost),
    "listmonk": NewsletterProvider(
      title: "listmonk", action: "{server}/subscription/form",
      fields: [FormField(name: "l", value: "{list}")], honeypot: "nonce", fetch: .listmonk),
    "mailerlite": NewsletterProvider(
      title: "MailerLite",
      action: "https://assets.mailerlite.com/jsonp/{account}/forms/{form}/subscribe",
      emailField: "fields[email]",
      fields: [
        FormField(name: "ml-submit", value: "1"), FormField(name: "anticsrf", value: "true"),
      ]),
    "brevo": NewsletterProvider(
      title: "Brevo", action: "https://{host}.sibforms.com/serve/{form}", emailField: "EMAIL",
      fields: [
        FormField(name: "locale", value: "en"), FormField(name: "html_type", value: "simple"),
      ],
      honeypot: "email_address_check", redirectHosts: ["https://*.sibforms.com"]),
    "beehiiv": NewsletterProvider(
      title: "beehiiv", action: "https://{account}.beehiiv.com/subscribe", isLinkOnly: true),
  ]

  /// The words in braces of a text, in order.
  static func placeholders(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.contains("}") ? String(part.prefix { $0 != "}" }) : nil
    }
  }

  /// A text with its words in braces replaced; nil if one has no value.
  static func filled(_ text: String, with account: [String: String]) -> String? {
    var result = text
    for name in placeholders(in: text) {
      guard let value = account[name] else { return nil }
      result = result.replacing("{\(name)}", with: value)
    }
    return result
  }
}
