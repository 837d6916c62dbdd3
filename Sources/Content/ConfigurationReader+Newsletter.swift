import SiteModel

extension ConfigurationReader {
  private static let newsletterKeys = [
    "provider", "providers", "account", "action", "emailField", "fields", "tags", "optionalFields",
    "checkbox", "honeypot", "fetch", "heading", "text", "consentText", "privacyUrl", "successUrl",
    "errorUrl", "redirectHosts", "placement",
  ]

  /// The newsletter form; a provider's own fields are known, and all of them can be overridden.
  mutating func newsletter(_ node: DataNode, _ name: String) -> NewsletterSettings? {
    guard reader.table(node, name) != nil else { return nil }
    let errors = reader.diagnostics.count
    refuseSecrets(in: node, name)
    var draft = NewsletterDraft(provider: provider(of: node, name), place: node.place)
    readGroup(node, name, known: Self.newsletterKeys) { reader, key, value in
      reader.read(key, value, "\(name).\(key)", into: &draft)
    }
    return settings(draft, reported: reader.diagnostics.count > errors)
  }

  private mutating func read(
    _ key: String, _ value: DataNode, _ path: String, into draft: inout NewsletterDraft
  ) {
    switch key {
    case "account": draft.account = account(value, path, for: draft.provider)
    case "action": draft.action = address(value, path)
    case "fields": draft.fields = fields(value, path)
    case "tags": draft.tags = reader.texts(value, path)
    case "optionalFields": draft.optionalFields = optionalFields(value, path)
    case "checkbox": draft.checkbox = checkbox(value, path)
    case "fetch": draft.fetch = reader.choice(value, path)
    case "privacyUrl": draft.privacyURL = address(value, path)
    case "successUrl": draft.successURL = address(value, path)
    case "errorUrl": draft.errorURL = address(value, path)
    case "redirectHosts": draft.redirectHosts = hosts(value, path)
    case "placement": draft.placement = words(value, path)
    case "provider", "providers": break
    default: draft.texts[key] = reader.text(value, path)
    }
  }

  private mutating func settings(
    _ draft: NewsletterDraft, reported: Bool
  ) -> NewsletterSettings? {
    let missing = draft.missingParts
    if !missing.isEmpty {
      // A wrong address or account has been reported where it stands.
      if !reported {
        let isOne = ["action", "account"].contains(missing.joined())
        let parts = missing.map { "\($0): …" }.joined(separator: ", ")
        reader.missing(
          isOne
            ? "an \(missing.joined())" : "an account with \(missing.joined(separator: ", "))",
          in: "newsletter",
          hint: isOne
            ? "Write it below the provider: \(missing.joined()): …"
            : "Write account: {\(parts)}, with the parts of the address in the provider's own form.",
          at: draft.place)
      }
      return nil
    }
    if let tag = draft.tags.first, draft.provider.tagField == nil {
      wrongValue(
        "newsletter.tags", "left out with this provider", hint: "Its form knows no tags.",
        at: DataNode(.text(tag.value), at: tag.place))
    }
    return draft.settings
  }
}

extension ConfigurationReader {
  /// The row of the table that the block names, with the block's own rows added.
  private mutating func provider(of node: DataNode, _ name: String) -> NewsletterProvider {
    var table = NewsletterProvider.known
    if let rows = node["providers"] {
      for entry in reader.table(rows, "\(name).providers") ?? [] {
        let row = table[entry.key] ?? NewsletterProvider(title: entry.key)
        table[entry.key] = provider(entry.node, "\(name).providers.\(entry.key)", over: row)
      }
    }
    guard let written = node["provider"], let word = reader.text(written, "\(name).provider") else {
      return .custom
    }
    if let row = table[word] { return row }
    reader.unknownWord(word, "\(name).provider", table.keys.sorted(), at: written.place)
    return .custom
  }

  private mutating func provider(
    _ node: DataNode, _ name: String, over row: NewsletterProvider
  ) -> NewsletterProvider {
    var row = row
    let known = [
      "title", "action", "emailField", "tagField", "fields", "honeypot", "redirectHosts", "fetch",
    ]
    readGroup(node, name, known: known) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "title": row.title = reader.reader.text(value, path)
      case "action": row.action = reader.address(value, path)
      case "emailField": row.emailField = reader.reader.text(value, path) ?? row.emailField
      case "tagField": row.tagField = reader.reader.text(value, path)
      case "fields": row.fields = reader.fields(value, path)
      case "honeypot": row.honeypot = reader.reader.text(value, path)
      case "redirectHosts": row.redirectHosts = reader.hosts(value, path)
      default: row.fetch = reader.reader.choice(value, path)
      }
    }
    return row
  }

  /// The account at the provider: one text, or its parts by name.
  private mutating func account(
    _ node: DataNode, _ name: String, for provider: NewsletterProvider
  ) -> [String: String] {
    var account: [String: String] = [:]
    if node.isText {
      let first = NewsletterProvider.placeholders(in: provider.action ?? "").first ?? "account"
      account[first] = part(first, node, name)
    } else {
      for entry in reader.table(node, name) ?? [] {
        account[entry.key] = part(entry.key, entry.node, "\(name).\(entry.key)")
      }
    }
    return account
  }

  private mutating func part(_ key: String, _ node: DataNode, _ name: String) -> String? {
    if key == "server" {
      return address(node, name).map { text in
        text.hasSuffix("/") ? String(text.dropLast()) : text
      }
    }
    guard let text = reader.text(node, name) else { return nil }
    let isPlain = text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-_.".utf8.contains($0) }
    if isPlain { return text }
    wrongValue(
      name, "letters, digits, hyphens, dots and underscores",
      hint: "Give the name or number alone, not an address.", at: node)
    return nil
  }

  private mutating func fields(_ node: DataNode, _ name: String) -> [FormField] {
    (reader.table(node, name) ?? []).flatMap { entry in
      reader.texts(entry.node, "\(name).\(entry.key)")
        .map { FormField(name: entry.key, value: $0.value) }
    }
  }

  private mutating func optionalFields(_ node: DataNode, _ name: String) -> [LabelledField] {
    (reader.list(node, name) ?? []).compactMap { labelled($0, "each of \(name)") }
  }

  private mutating func checkbox(_ node: DataNode, _ name: String) -> LabelledField? {
    if node.isText { return reader.text(node, name).map { LabelledField(label: $0) } }
    return labelled(node, name)
  }

  private mutating func labelled(_ node: DataNode, _ name: String) -> LabelledField? {
    var field = LabelledField(label: "")
    readGroup(node, name, known: ["name", "label", "value", "autocomplete"]) { reader, key, value in
      let text = reader.reader.text(value, "\(name).\(key)")
      switch key {
      case "name": field.name = text
      case "label": field.label = text ?? ""
      case "value": field.value = text
      default: field.autocomplete = text
      }
    }
    if !field.label.isEmpty { return field }
    if node.entries != nil { reader.missing("label:", in: name, at: node.place) }
    return nil
  }
}
