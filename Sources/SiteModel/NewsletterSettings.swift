/// The newsletter form (N-1).
package struct NewsletterSettings: Hashable, Sendable {
  /// Where the form may stand.
  package enum Placement: String, Sendable, CaseIterable {
    case article
    case footer
    case page
  }

  /// How a script may send the form without leaving the page (N-9); nil is a form and nothing else.
  package enum Fetch: String, Sendable, CaseIterable {
    /// The fields of the form, answered in JSON.
    case form
    case listmonk
    /// Ghost knows no plain form: without JavaScript a link leads to its own page.
    case ghost
  }

  /// The service that keeps the list, as readers are told; empty when it is not a known one.
  package var provider: String
  /// Where the form is sent; for a service without forms, where readers sign up.
  package var action: String
  /// Whether the service takes no form, so that readers follow a link instead.
  package var isLinkOnly = false
  package var fetch: Fetch?
  /// The root of the reader's list server, for what a script sends.
  package var server: String?
  /// The name of the form field that the provider expects the address in.
  package var emailField: String
  package var hiddenFields: [FormField]
  /// A field that must stay empty, by the provider's own name (N-7).
  package var honeypot: String?
  package var heading: String
  package var text: String
  package var consentText: String
  /// Fields that readers may fill in or leave empty (N-4).
  package var optionalFields: [LabelledField] = []
  /// A box that readers tick to agree, if the publisher wants one (N-5).
  package var checkbox: LabelledField?
  /// The privacy policy, if it is not the page of the publication.
  package var privacyURL: String?
  /// Where a reader comes after signing up, if the provider lets the form decide.
  package var successURL: String?
  /// Where a reader finds help when signing up fails.
  package var errorURL: String?
  /// Hosts that the form may lead to, beside the one it is sent to (N-10).
  package var redirectHosts: [String] = []
  package var placement: [Placement]

  package init(
    provider: String, action: String, emailField: String, hiddenFields: [FormField] = [],
    honeypot: String? = nil, heading: String, text: String, consentText: String,
    placement: [Placement]
  ) {
    self.provider = provider
    self.action = action
    self.emailField = emailField
    self.hiddenFields = hiddenFields
    self.honeypot = honeypot
    self.heading = heading
    self.text = text
    self.consentText = consentText
    self.placement = placement
  }
}

/// A hidden field of a form.
package struct FormField: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// A field of a form that readers see.
package struct LabelledField: Hashable, Sendable {
  /// Nil for a box that is not sent.
  package var name: String?
  package var label: String
  package var value: String?
  /// What browsers may fill in, for example `given-name`.
  package var autocomplete: String?

  package init(label: String) {
    self.label = label
  }
}

extension NewsletterSettings {
  /// What its form and its script must be allowed to contact (N-10).
  package var sources: [SourceKind: [String]] {
    var sources: [SourceKind: [String]] = [:]
    if !isLinkOnly, fetch != .ghost {
      let thanks = successURL.flatMap(webOrigin)
      sources[.forms] = [action, thanks].compactMap { $0.flatMap(webOrigin) } + redirectHosts
    }
    if fetch != nil { sources[.connections] = [server ?? action].compactMap(webOrigin) }
    return sources
  }
}
