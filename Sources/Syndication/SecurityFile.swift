import SiteModel

/// `security.txt`: whom to tell about security problems (M-50, RFC 9116).
struct SecurityFile {
  let site: Site

  private static let permalink = Permalink("/.well-known/security.txt")

  /// Nil if nobody is named.
  var file: MachineFile? {
    guard let security = site.configuration.security else { return nil }
    let expires = Timestamp(secondsSince1970: security.expires.value.secondsSince1970)
    var lines = security.contacts.map { ("Contact", $0) }
    lines.append(("Expires", expires.iso8601))
    let optional: [(String, String?)] = [
      ("Encryption", security.encryption), ("Acknowledgments", security.acknowledgments),
      ("Preferred-Languages", security.languages.joined(separator: ", ")),
      ("Canonical", site.configuration.baseURL.absolute(Self.permalink)),
      ("Policy", security.policy),
    ]
    lines += optional.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : (name, $0) }
    }
    let text = lines.map { "\($0): \($1)\n" }.joined()
    return MachineFile(permalink: Self.permalink, bytes: Array(text.utf8))
  }
}
