/// What the publication stores on readers' devices, and how it asks for it.
package struct ConsentSettings: Hashable, Sendable {
  /// Who asks.
  package enum Provider: String, Sendable, CaseIterable {
    case builtin
    /// A consent platform; sitegen leaves the question to it and marks the scripts for it (C-12).
    case external
  }

  /// Where the reader's choice is kept (C-33).
  package enum Storage: String, Sendable, CaseIterable {
    case localStorage
    /// For publications on several subdomains.
    case cookie
  }

  package var provider = Provider.builtin
  /// The script of an external platform.
  package var script: String?
  /// The sentence of the footer and the banner.
  package var notice = ""
  package var wording = ConsentWording()
  package var categories: [ConsentCategory] = []
  /// Raised by the editors to ask again when the meaning changed, not the words.
  package var policyVersion = ""
  /// The day on which these settings last changed, for `gpc.json`.
  package var updated: CivilDate?
  /// Days after which readers are asked again, from 30 to 395 (C-6).
  package var days = 180
  package var storage = Storage.localStorage
  package var cookieDomain: String?
  /// Whether Global Privacy Control and Do Not Track count as a refusal (C-13, C-15).
  package var honorsSignals = true
  /// Where choices are reported, for publishers who must keep a record of their own (C-30).
  package var logEndpoint: String?
  package var google = GoogleConsent()
  package var place: Place?

  package init() {}
}

/// A purpose that readers may accept or refuse.
package struct ConsentCategory: Hashable, Sendable {
  package var id: String
  package var title: String
  package var description: String
  package var services: [ConsentService]
  /// Whether a signal of the browser refuses it; only what stays with the publisher may say no.
  package var yieldsToSignals = true
  /// The Consent Mode signals that it grants (C-51).
  package var googleSignals: [GoogleConsent.Signal] = []

  package init(id: String, title: String, description: String, services: [ConsentService]) {
    self.id = id
    self.title = title
    self.description = description
    self.services = services
  }
}

/// What the question and the settings say besides what categories and services bring.
package struct ConsentWording: Hashable, Sendable {
  package var heading = "Your privacy, your choice"
  package var accept = "Accept all"
  package var reject = "Reject all"
  package var choose = "Choose"
  package var settingsHeading = "Cookie settings"
  package var settingsText =
    "Nothing optional is stored on your device or loaded from other companies unless you allow it "
    + "here. You can change your mind at any time with “Cookie settings” at the foot of every page."
  package var necessaryTitle = "Strictly necessary"
  package var necessaryText =
    "Remembers this choice on your device, so that we need not ask again. It cannot be switched off."
  package var signalText =
    "Your browser asks sites not to share or sell your data. We have switched off what that covers; "
    + "you can still allow it here."
  package var save = "Save my choice"
  package var close = "Close without changes"

  package init() {}
}

extension ConsentSettings {
  /// The categories that readers are asked about: those with a service that needs consent.
  package var optionalCategories: [ConsentCategory] {
    categories.compactMap { category in
      var category = category
      category.services.removeAll { $0.exemption != nil }
      return category.services.isEmpty ? nil : category
    }
  }

  /// The services that the law lets run without consent, with the reason (C-10).
  package var exemptServices: [ConsentService] {
    categories.flatMap(\.services).filter { $0.exemption != nil }
  }
}
