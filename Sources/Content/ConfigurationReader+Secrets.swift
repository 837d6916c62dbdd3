import SiteModel

extension ConfigurationReader {
  /// Reports what looks like a key that only the publisher may know: everything in the newsletter
  /// block ends in pages that everyone can read (N-11).
  mutating func refuseSecrets(in node: DataNode, _ name: String) {
    for entry in node.entries ?? [] {
      let path = "\(name).\(entry.key)"
      if Self.namesSecret(entry.key), !entry.node.isBlank {
        reportSecret(path, at: entry.keyPlace)
      } else if entry.node.entries != nil {
        refuseSecrets(in: entry.node, path)
      } else {
        for text in Self.texts(in: entry.node) where Self.isSecret(text.value) {
          reportSecret(path, at: text.place)
        }
      }
    }
  }

  private mutating func reportSecret(_ name: String, at place: Place) {
    reader.report(
      .error, .configurationValue,
      "\(name) must not hold a secret, since everyone can read it",
      hint: "Remove it, and make a new key at the provider; sign-up forms need none.", at: place)
  }

  private static func namesSecret(_ key: String) -> Bool {
    let key = key.lowercased().filter { $0 != "_" && $0 != "-" }
    return ["apikey", "secret", "password", "accesstoken", "authorization"].contains(
      where: key.contains)
  }

  /// Whether a value has the form of a key that providers give out for their servers.
  private static func isSecret(_ value: String) -> Bool {
    let lowered = value.lowercased()
    let prefixes = ["bearer ", "sk_", "sk-", "key-", "kit_", "xkeysib-", "xsmtpsib-", "eyj"]
    if prefixes.contains(where: lowered.hasPrefix) { return true }
    if lowered.contains("api_key=") || lowered.contains("apikey=") { return true }
    // A Mailchimp key: 32 hexadecimal digits and the data centre.
    let parts = lowered.split(separator: "-", maxSplits: 1)
    return parts.count == 2 && parts[0].utf8.count == 32 && parts[0].allSatisfy(\.isHexDigit)
      && parts[1].hasPrefix("us")
  }

  private static func texts(in node: DataNode) -> [Located<String>] {
    switch node.value {
    case .text(let text): [Located(text, at: node.place)]
    case .list(let nodes): nodes.flatMap(texts)
    case .null, .bool, .number, .table: []
    }
  }
}
