import SiteModel

/// The newsletter block while it is read: what was written, over what its provider brings.
struct NewsletterDraft {
  let provider: NewsletterProvider
  let place: Place
  var account: [String: String] = [:]
  var action: String?
  var fields: [FormField] = []
  var tags: [Located<String>] = []
  var optionalFields: [LabelledField] = []
  var checkbox: LabelledField?
  var fetch: NewsletterSettings.Fetch?
  var privacyURL: String?
  var successURL: String?
  var errorURL: String?
  var redirectHosts: [String] = []
  var placement = NewsletterSettings.Placement.allCases
  /// Everything else, by its key.
  var texts: [String: String] = [:]

  init(provider: NewsletterProvider, place: Place) {
    self.provider = provider
    self.place = place
  }

  /// The parts of the account, or the action, without which there is no form.
  var missingParts: [String] {
    var needed = ownFields.map(\.value) + [honeypotPattern ?? ""]
    if action == nil {
      guard let pattern = provider.action else { return ["action"] }
      needed.insert(pattern, at: 0)
    }
    var missing: [String] = []
    for name in needed.flatMap(NewsletterProvider.placeholders)
    where account[name] == nil && !missing.contains(name) {
      missing.append(name)
    }
    return missing
  }

  /// The finished settings; asked for only when no part is missing.
  var settings: NewsletterSettings {
    var settings = NewsletterSettings(
      provider: provider.title ?? "", action: action ?? filled(provider.action ?? ""),
      emailField: texts["emailField"] ?? provider.emailField, hiddenFields: hiddenFields,
      honeypot: honeypotPattern.map(filled),
      heading: texts["heading"] ?? NewsletterText.heading,
      text: texts["text"] ?? NewsletterText.text,
      consentText: texts["consentText"] ?? NewsletterText.consent(sentWith: provider.title),
      placement: placement)
    settings.isLinkOnly = provider.isLinkOnly
    settings.fetch = fetch ?? provider.fetch
    settings.server = account["server"] ?? serverOfAction
    settings.optionalFields = optionalFields
    settings.checkbox = checkbox
    settings.privacyURL = privacyURL
    settings.successURL = successURL
    settings.errorURL = errorURL
    settings.redirectHosts = provider.redirectHosts + redirectHosts
    return settings
  }
}

extension NewsletterDraft {
  private var honeypotPattern: String? { texts["honeypot"] ?? provider.honeypot }

  /// The provider's fields that the block does not write itself.
  private var ownFields: [FormField] {
    provider.fields.filter { field in !fields.contains { $0.name == field.name } }
  }

  private var hiddenFields: [FormField] {
    var hidden = ownFields.map { FormField(name: $0.name, value: filled($0.value)) } + fields
    if let name = provider.tagField {
      hidden += tags.map { FormField(name: name, value: $0.value) }
    }
    // listmonk leads readers there if its own settings trust the address.
    if provider.fetch == .listmonk, let successURL {
      hidden.append(FormField(name: "next", value: successURL))
    }
    return hidden
  }

  private func filled(_ text: String) -> String {
    NewsletterProvider.filled(text, with: account) ?? text
  }

  private var serverOfAction: String? {
    let form = "/subscription/form"
    guard let action, action.hasSuffix(form) else { return nil }
    return String(action.dropLast(form.count))
  }
}

/// What the newsletter form says unless the configuration says otherwise (N-1, N-5).
private enum NewsletterText {
  static let heading = "Subscribe to our Newsletter"
  static let text =
    "Get the latest in enterprise business and tech with exclusive peeks at our new offerings"

  static func consent(sentWith provider: String?) -> String {
    let sender = provider.map { "We send it with \($0). " } ?? ""
    return "By subscribing you agree that we send you our newsletter by email. \(sender)"
      + "You can unsubscribe at any time with the link in every issue."
  }
}
