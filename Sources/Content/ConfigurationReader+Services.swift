import SiteModel

extension ConfigurationReader {
  private static let serviceKeys = [
    "name", "provider", "purpose", "duration", "id", "type", "storage", "privacy", "keys",
    "scripts",
    "tag", "hosts", "exempt",
  ]

  /// A service of a category; its place goes to the message when a platform must be certified.
  mutating func consentService(_ node: DataNode, _ name: String) -> ConsentService? {
    if node.isBlank { return nil }
    var service = ConsentService(id: "", name: "", provider: "", purpose: "", duration: "")
    readGroup(node, "each of \(name)", known: Self.serviceKeys) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "id": service.id = reader.reader.text(value, path) ?? ""
      case "name": service.name = reader.reader.text(value, path) ?? ""
      case "provider": service.provider = reader.reader.text(value, path) ?? ""
      case "purpose": service.purpose = reader.reader.text(value, path) ?? ""
      case "duration": service.duration = reader.reader.text(value, path) ?? ""
      case "type": service.kind = reader.reader.choice(value, path)
      case "storage": service.storage = reader.reader.text(value, path) ?? ""
      case "privacy": service.privacyURL = reader.address(value, path)
      case "keys": service.keys = reader.storageKeys(value, path)
      case "scripts": service.scripts = reader.scripts(value, path)
      case "tag": service.tag = reader.identifier(value, path)
      case "hosts": service.sources = reader.sources(value, path)
      default: service.exemption = reader.reader.text(value, path)
      }
    }
    guard node.entries != nil else { return nil }
    requireDescription(of: service, name, at: node.place)
    if service.id.isEmpty { service.id = Slug(service.name)?.text ?? "" }
    return service
  }

  /// Hosts by what they are for, as the Content-Security-Policy names them.
  mutating func sources(_ node: DataNode, _ name: String) -> [SourceKind: [String]] {
    var sources: [SourceKind: [String]] = [:]
    let known = SourceKind.allCases.map(\.rawValue)
    readGroup(node, name, known: known) { reader, key, value in
      if let kind = SourceKind(rawValue: key) {
        sources[kind] = reader.hosts(value, "\(name).\(key)")
      }
    }
    return sources
  }

  /// Hosts; without a scheme `https` is meant, and `*.` stands for every name below one.
  mutating func hosts(_ node: DataNode, _ name: String) -> [String] {
    reader.texts(node, name).compactMap { text in
      let address = text.value.contains("://") ? text.value : "https://\(text.value)"
      if let url = BaseURL(address), url.path.isEmpty,
        !address.contains(where: { "';,".contains($0) })
      {
        return url.origin
      }
      wrongValue(
        name, "a list of hosts", hint: "Write https://media.example, without a path.",
        at: DataNode(.text(text.value), at: text.place))
      return nil
    }
  }

  /// Words of a known few.
  mutating func words<Word: RawRepresentable<String> & CaseIterable>(
    _ node: DataNode, _ name: String
  ) -> [Word] {
    reader.texts(node, name).compactMap { text in
      if let word = Word(rawValue: text.value) { return word }
      reader.unknownWord(text.value, name, Word.allCases.map(\.rawValue), at: text.place)
      return nil
    }
  }
}

extension ConfigurationReader {
  /// Readers must be told all four before they choose (C-4).
  private mutating func requireDescription(
    of service: ConsentService, _ name: String, at place: Place
  ) {
    let told = [
      ("name", service.name), ("provider", service.provider), ("purpose", service.purpose),
      ("duration", service.duration),
    ]
    for (key, text) in told where text.isEmpty {
      reader.missing(
        "\(key):", in: "each of \(name)", hint: "Readers are told it before they choose.", at: place
      )
    }
  }

  /// Names of cookies; blanks would part them in the markup.
  private mutating func storageKeys(_ node: DataNode, _ name: String) -> [String] {
    reader.texts(node, name).compactMap { text in
      let isPattern = text.value.hasPrefix("/")
      // A pattern that cannot be read would keep a browser from deleting anything.
      let isReadable =
        !isPattern
        || text.value.count > 2 && text.value.hasSuffix("/")
          && (try? Regex(String(text.value.dropFirst().dropLast()))) != nil
      if isReadable, !text.value.contains(" ") { return text.value }
      wrongValue(
        name, "names without blanks, or patterns between slashes",
        hint: "Write _ga or /^_ga_/, for example.", at: DataNode(.text(text.value), at: text.place))
      return nil
    }
  }

  private mutating func scripts(_ node: DataNode, _ name: String) -> [String] {
    reader.texts(node, name).compactMap {
      address(DataNode(.text($0.value), at: $0.place), name)
    }
  }

  /// An id that can stand in an address and in markup.
  private mutating func identifier(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    if text.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }) {
      return text
    }
    wrongValue(name, "letters, digits and hyphens", at: node)
    return nil
  }
}
