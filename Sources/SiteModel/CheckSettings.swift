/// How severe the findings are that a publication may choose about.
package struct CheckSettings: Hashable, Sendable {
  /// For links to pages, pictures and files of the site that are not there; nil is off.
  package var links: Diagnostic.Severity? = .error {
    didSet {
      self[.checkLink] = links
      self[.checkFragment] = links
    }
  }
  /// For addresses of `sitegen.urls` at which nothing is any more; nil is off.
  package var addresses: Diagnostic.Severity? = .error
  /// For what search engines and aggregators would miss; nil is off.
  package var metadata: Diagnostic.Severity? = .warning
  /// What a page may weigh.
  package var budget = PageBudget()

  private var severities = Self.usual

  package init() {}

  /// How severe a rule is; nil if it is off.
  package subscript(rule: Diagnostic.Identifier) -> Diagnostic.Severity? {
    get { severities[rule] }
    set { severities[rule] = newValue }
  }

  /// The keys of `check:` beside `links`, `urls`, `metadata` and `budget`, each with its rule.
  package static let rules: [String: Diagnostic.Identifier] = [
    "assets": .checkAsset, "ids": .checkID, "headings": .checkHeading, "alt": .checkAlternative,
    "titles": .checkTitle, "descriptions": .checkDescription, "canonical": .checkCanonical,
    "weight": .checkBudget, "placeholders": .checkPlaceholder, "embargo": .checkEmbargo,
    "external": .checkExternal, "headlines": .lintHeadline, "summaries": .lintSummary,
    "linkTexts": .lintLinkText, "dates": .lintDate, "sponsors": .lintSponsor,
    "submissions": .lintSubmission, "tags": .lintTag,
  ]
}

extension CheckSettings {
  private static let usual: [Diagnostic.Identifier: Diagnostic.Severity] = {
    let warnings: Set<Diagnostic.Identifier> = [
      .checkHeading, .checkTitle, .checkDescription, .checkBudget, .checkExternal,
    ]
    var severities: [Diagnostic.Identifier: Diagnostic.Severity] = [
      .checkLink: .error, .checkFragment: .error,
    ]
    for rule in rules.values {
      severities[rule] = rule.isLint || warnings.contains(rule) ? .warning : .error
    }
    return severities
  }()

  /// The same without the advice to editors.
  package var withoutLint: CheckSettings {
    var settings = self
    for rule in Self.rules.values where rule.isLint { settings[rule] = nil }
    return settings
  }

  /// Diagnostics as severe as the publication wants them, without those that it does not want.
  package func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.compactMap { diagnostic in
      guard Self.usual[diagnostic.identifier] != nil else { return diagnostic }
      guard let severity = self[diagnostic.identifier] else { return nil }
      var diagnostic = diagnostic
      diagnostic.severity = severity
      return diagnostic
    }
  }
}

extension Diagnostic.Identifier {
  /// Whether it is advice to editors, and nothing that is broken.
  package var isLint: Bool { rawValue.hasPrefix("lint/") }
}
