import SiteModel

extension ConfigurationReader {
  private static let consentKeys = [
    "provider", "script", "notice", "texts", "categories", "policyVersion", "updated", "days",
    "storage", "cookieDomain", "signals", "logEndpoint", "google",
  ]

  mutating func readConsent(_ node: DataNode, _ name: String) {
    configuration.consent.place = node.place
    readGroup(node, name, known: Self.consentKeys) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "provider": reader.set(\.consent.provider, reader.reader.choice(value, path))
      case "script": reader.configuration.consent.script = reader.address(value, path)
      case "notice": reader.set(\.consent.notice, reader.reader.text(value, path))
      case "texts": reader.readConsentTexts(value, path)
      case "policyVersion": reader.set(\.consent.policyVersion, reader.reader.text(value, path))
      case "updated": reader.configuration.consent.updated = reader.day(value, path)
      case "days": reader.set(\.consent.days, reader.reader.wholeNumber(value, path, in: 30...395))
      case "storage": reader.set(\.consent.storage, reader.reader.choice(value, path))
      case "cookieDomain": reader.configuration.consent.cookieDomain = reader.domain(value, path)
      case "signals": reader.set(\.consent.honorsSignals, reader.reader.bool(value, path))
      case "logEndpoint": reader.configuration.consent.logEndpoint = reader.address(value, path)
      case "google": reader.readGoogleConsent(value, path)
      default:
        let nodes = reader.reader.list(value, path) ?? []
        reader.configuration.consent.categories = nodes.compactMap {
          reader.consentCategory($0, path)
        }
      }
    }
  }
}

extension ConfigurationReader {
  private mutating func readConsentTexts(_ node: DataNode, _ name: String) {
    let texts: [String: WritableKeyPath<ConsentWording, String>] = [
      "heading": \.heading, "accept": \.accept, "reject": \.reject, "choose": \.choose,
      "settingsHeading": \.settingsHeading, "settingsText": \.settingsText,
      "necessaryTitle": \.necessaryTitle, "necessaryText": \.necessaryText,
      "signalText": \.signalText, "save": \.save, "close": \.close,
    ]
    readGroup(node, name, known: texts.keys.sorted()) { reader, key, value in
      guard let path = texts[key], let text = reader.reader.text(value, "\(name).\(key)") else {
        return
      }
      reader.configuration.consent.wording[keyPath: path] = text
    }
  }

  private mutating func readGoogleConsent(_ node: DataNode, _ name: String) {
    let known = ["mode", "adsDataRedaction", "urlPassthrough"]
    readGroup(node, name, known: known) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "mode": reader.set(\.consent.google.mode, reader.reader.choice(value, path))
      case "adsDataRedaction":
        reader.set(\.consent.google.redactsAdsData, reader.reader.bool(value, path))
      default: reader.set(\.consent.google.passesURLs, reader.reader.bool(value, path))
      }
    }
  }

  private mutating func consentCategory(_ node: DataNode, _ name: String) -> ConsentCategory? {
    if node.isBlank { return nil }
    var category = ConsentCategory(id: "", title: "", description: "", services: [])
    var signals: [GoogleConsent.Signal]?
    let known = ["id", "title", "description", "services", "signals", "consentMode"]
    readGroup(node, "each of \(name)", known: known) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "id": category.id = reader.reader.text(value, path) ?? ""
      case "title": category.title = reader.reader.text(value, path) ?? ""
      case "description": category.description = reader.reader.text(value, path) ?? ""
      case "signals": category.yieldsToSignals = reader.reader.bool(value, path) ?? true
      case "consentMode": signals = reader.words(value, path)
      default:
        let nodes = reader.reader.list(value, path) ?? []
        category.services = nodes.compactMap { reader.consentService($0, path) }
      }
    }
    guard node.entries != nil else { return nil }
    guard let id = Slug(category.id), id.text == category.id else {
      reader.missing(
        "an id of small letters, digits and hyphens", in: "each of \(name)",
        at: node.place)
      return nil
    }
    if category.title.isEmpty { category.title = titleCased(category.id) }
    category.googleSignals = signals ?? GoogleConsent.signals(ofCategory: category.id)
    return category
  }

  /// A day, for what only machines read.
  private mutating func day(_ node: DataNode, _ name: String) -> CivilDate? {
    guard let text = reader.text(node, name) else { return nil }
    switch WrittenDate.parse(text) {
    case .success(let written): return written.civil.date
    case .failure(let mistake):
      wrongValue(name, "a day", hint: mistake.hint, at: node)
      return nil
    }
  }

  private mutating func domain(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    let isPlain = text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-.".utf8.contains($0) }
    if isPlain { return text }
    wrongValue(name, "the name of a host", hint: "Write news.example, for example.", at: node)
    return nil
  }
}

extension GoogleConsent {
  /// What a category of a usual name grants (C-51).
  fileprivate static func signals(ofCategory id: String) -> [Signal] {
    switch id {
    case "analytics", "statistics", "measurement": [.analyticsStorage]
    case "marketing", "advertising", "ads": [.adStorage, .adUserData, .adPersonalization]
    case "functional", "preferences", "personalization":
      [.functionalityStorage, .personalizationStorage]
    default: []
    }
  }
}
