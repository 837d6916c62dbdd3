import SiteModel

extension ConfigurationReader {
  private static let newsletterKeys = [
    "provider", "account", "action", "emailField", "fields", "honeypot", "heading", "text",
    "consentText", "placement",
  ]

  /// The newsletter form; a provider's own fields are known, and all of them can be overridden.
  mutating func newsletter(_ node: DataNode, _ name: String) -> NewsletterSettings? {
    guard let entries = reader.table(node, name) else { return nil }
    var texts: [String: String] = [:]
    var provider = NewsletterProvider.custom
    var action: String?
    var fields: [FormField] = []
    var placement = NewsletterSettings.Placement.allCases
    var account: Located<String>?
    readGroup(node, name, known: Self.newsletterKeys) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "provider":
        let found: NewsletterProvider? = reader.reader.choice(value, path)
        provider = found ?? provider
      case "action": action = reader.address(value, path)
      case "fields": fields = reader.fields(value, path)
      case "placement": placement = reader.placement(value, path)
      case "account": account = reader.account(value, path)
      default: texts[key] = reader.reader.text(value, path)
      }
    }
    if action == nil, let account { action = provider.action(account: account.value) }
    guard let action else {
      // A wrong address has been reported where it stands.
      if entries.allSatisfy({ $0.key != "action" && $0.key != "account" }) {
        let need = provider.action(account: "") == nil ? "an action" : "an account"
        reader.missing(need, in: "newsletter", at: node.place)
      }
      return nil
    }
    let preset = provider.fields.filter { field in !fields.contains { $0.name == field.name } }
    return NewsletterSettings(
      provider: provider.title ?? "", action: action,
      emailField: texts["emailField"] ?? provider.emailField,
      hiddenFields: preset.map { FormField(name: $0.name, value: $0.value) } + fields,
      honeypot: texts["honeypot"] ?? provider.honeypot,
      heading: texts["heading"] ?? NewsletterText.heading,
      text: texts["text"] ?? NewsletterText.text,
      consentText: texts["consentText"] ?? NewsletterText.consent(sentWith: provider.title),
      placement: placement)
  }

  private mutating func account(_ node: DataNode, _ name: String) -> Located<String>? {
    guard let account = reader.located(node, name) else { return nil }
    let isPlain = account.value.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || "-_.".utf8.contains($0)
    }
    if isPlain { return account }
    wrongValue(name, "letters, digits, hyphens, dots and underscores", at: node)
    return nil
  }

  /// Hidden fields; a secret must not get into a page (N-11).
  private mutating func fields(_ node: DataNode, _ name: String) -> [FormField] {
    (reader.table(node, name) ?? []).flatMap { entry -> [FormField] in
      let key = entry.key.lowercased()
      if ["apikey", "api_key", "api-key", "secret", "password"].contains(where: key.contains) {
        reader.report(
          .error, .configurationValue,
          "a form field must not hold a secret, since everyone can read it: \"\(entry.key)\"",
          hint: "Remove it; sign-up forms need no key.", at: entry.keyPlace)
        return []
      }
      return reader.texts(entry.node, "\(name).\(entry.key)")
        .map { FormField(name: entry.key, value: $0.value) }
    }
  }

  private mutating func placement(
    _ node: DataNode, _ name: String
  ) -> [NewsletterSettings.Placement] {
    let known = NewsletterSettings.Placement.allCases
    return reader.texts(node, name).compactMap { text in
      if let placement = NewsletterSettings.Placement(rawValue: text.value) { return placement }
      reader.unknownWord(text.value, name, known.map(\.rawValue), at: text.place)
      return nil
    }
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
