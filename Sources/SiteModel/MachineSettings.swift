/// What programs may do with the publication: the rules of `robots.txt` beyond those that pages say
/// themselves (M-24).
package struct CrawlerSettings: Hashable, Sendable {
  /// Whether a kind of crawler may read the publication.
  package enum Policy: String, Sendable, CaseIterable {
    case allow
    case refuse
  }

  /// For crawlers that collect texts to train models.
  package var training = Policy.allow
  /// For programs that look something up to answer somebody's question, with a link to it.
  package var answers = Policy.allow
  /// The names of further crawlers that may read nothing.
  package var refused: [String] = []

  package init() {}
}

/// Whom to tell about security problems, for `security.txt` (M-50, RFC 9116).
package struct SecurityContact: Hashable, Sendable {
  /// Addresses, the best one first: `mailto:`, `https:` or `tel:`.
  package var contacts: [String] = []
  /// After this instant nobody should rely on it.
  package var expires: Located<Timestamp>
  package var languages: [String] = []
  package var policy: String?
  package var encryption: String?
  package var acknowledgments: String?

  package init(expires: Located<Timestamp>) {
    self.expires = expires
  }
}

extension SiteConfiguration {
  /// So long before its end a security contact is warned about.
  static let securityNotice = 30 * 86_400

  /// Instants, in seconds since 1970, at which the configuration begins to mean something else.
  package var instantsOfChange: [Int] {
    guard let expires = security?.expires.value.secondsSince1970 else { return [] }
    return [expires - Self.securityNotice, expires]
  }
}

extension SiteDraft {
  /// Says when the security contact expires, or has.
  mutating func checkSecurityContact() {
    guard let expires = configuration.security?.expires else { return }
    let hint = "See that the contacts are right, and set security.expires to a day within a year."
    let day = expires.value.civil.date.iso8601
    let left = expires.value.secondsSince1970 - builder.edition.now.secondsSince1970
    if left <= 0 {
      diagnostics.append(
        .error(
          .configurationValue, "the security contact expired on \(day)", hint: hint,
          at: expires.place))
    } else if left <= SiteConfiguration.securityNotice {
      diagnostics.append(
        .warning(
          .configurationValue, "the security contact expires on \(day)", hint: hint,
          at: expires.place))
    }
  }
}
