import SiteModel

/// What is written for machines.
extension ConfigurationReader {
  mutating func readFeeds(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["size", "listSize", "hub"]) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "size": reader.set(\.feeds.size, reader.reader.wholeNumber(value, path, in: 1...10_000))
      case "listSize":
        reader.set(\.feeds.listSize, reader.reader.wholeNumber(value, path, in: 1...10_000))
      default: reader.configuration.feeds.hub = reader.address(value, path)
      }
    }
  }

  mutating func readCrawlers(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["training", "answers", "refuse"]) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "training": reader.set(\.crawlers.training, reader.reader.choice(value, path))
      case "answers": reader.set(\.crawlers.answers, reader.reader.choice(value, path))
      default:
        reader.configuration.crawlers.refused =
          reader.reader.texts(value, path).compactMap { reader.crawler($0, path) }
      }
    }
  }

  mutating func readSecurity(_ node: DataNode, _ name: String) {
    var contacts: [String] = []
    var expires: Located<Timestamp>?
    var languages: [String] = []
    var addresses: [String: String] = [:]
    let known = ["contact", "expires", "languages", "policy", "encryption", "acknowledgments"]
    readGroup(node, name, known: known) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "contact":
        contacts = reader.reader.texts(value, path).compactMap { reader.contact($0, path) }
      case "expires": expires = reader.instant(value, path)
      case "languages": languages = reader.reader.texts(value, path).map(\.value)
      default: addresses[key] = reader.address(value, path)
      }
    }
    guard let expires, !contacts.isEmpty else {
      let missing = contacts.isEmpty ? "contact" : "expires"
      reader.report(
        .error, .configurationRequired, "\(name).\(missing) is missing",
        hint: "security.txt needs a contact, such as mailto:security@news.example, and a day.",
        at: node.place)
      return
    }
    var security = SecurityContact(expires: expires)
    security.contacts = contacts
    security.languages = languages
    security.policy = addresses["policy"]
    security.encryption = addresses["encryption"]
    security.acknowledgments = addresses["acknowledgments"]
    configuration.security = security
  }
}

extension ConfigurationReader {
  /// The name of a crawler, which stands on a line of its own.
  private mutating func crawler(_ name: Located<String>, _ path: String) -> String? {
    if !name.value.contains(where: { $0.isNewline || $0 == "#" || $0 == ":" }) { return name.value }
    wrongValue(
      path, "the name of a crawler", hint: "Write ExampleBot, for example.",
      at: DataNode(.text(name.value), at: name.place))
    return nil
  }

  private mutating func contact(_ text: Located<String>, _ path: String) -> String? {
    let hasScheme = ["mailto:", "https://", "tel:"].contains { text.value.hasPrefix($0) }
    if hasScheme, !text.value.contains(where: \.isWhitespace) { return text.value }
    wrongValue(
      path, "an address of mail, the web or a telephone",
      hint: "Write mailto:security@news.example, for example.",
      at: DataNode(.text(text.value), at: text.place))
    return nil
  }

  /// Without an offset it is a time of Greenwich, whatever the publication's time zone.
  private mutating func instant(_ node: DataNode, _ name: String) -> Located<Timestamp>? {
    guard let text = reader.text(node, name) else { return nil }
    switch SiteTimeZone.utc.timestamp(parsing: text) {
    case .success(let instant): return Located(instant, at: node.place)
    case .failure(let mistake):
      wrongValue(name, "a date", hint: mistake.hint, at: node)
      return nil
    }
  }
}
