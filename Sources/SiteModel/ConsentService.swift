/// A service that stores something on the reader's device or contacts a third party.
package struct ConsentService: Hashable, Sendable {
  /// Kinds about which sitegen knows more than their scripts.
  package enum Kind: String, Sendable, CaseIterable {
    case adsense
    case gam
    case admob
    case googleTag = "google-tag"
    case googleTagManager = "google-tag-manager"
  }

  /// Its name in markup: `data-service`.
  package var id: String
  package var name: String
  package var provider: String
  package var purpose: String
  /// How long it stores what.
  package var duration: String
  package var kind: Kind?
  /// What it stores, for readers, for example "Cookies".
  package var storage = ""
  /// The provider's privacy policy.
  package var privacyURL: String?
  /// Names of its cookies and storage entries, deleted on withdrawal; `/…/` is a pattern (C-42).
  package var keys: [String] = []
  /// Addresses of its scripts, in order.
  package var scripts: [String] = []
  /// The id of a Google tag, for example `G-XXXXXXX`.
  package var tag: String?
  /// Further hosts that it uses.
  package var sources: [SourceKind: [String]] = [:]
  /// Why it needs no consent; nil if it does (C-10).
  package var exemption: String?

  package init(id: String, name: String, provider: String, purpose: String, duration: String) {
    self.id = id
    self.name = name
    self.provider = provider
    self.purpose = purpose
    self.duration = duration
  }
}

extension ConsentService {
  /// Whether only a platform that Google certified may ask for it in Europe (C-12).
  package var needsCertifiedPlatform: Bool {
    switch kind {
    case .adsense, .gam, .admob: true
    case .googleTag, .googleTagManager, nil: false
    }
  }

  /// The scripts of the configuration, and the one that a Google tag brings.
  package var allScripts: [String] {
    guard let tag else { return scripts }
    switch kind {
    case .googleTag: return ["https://www.googletagmanager.com/gtag/js?id=\(tag)"] + scripts
    case .googleTagManager: return ["https://www.googletagmanager.com/gtm.js?id=\(tag)"] + scripts
    case .adsense, .gam, .admob, nil: return scripts
    }
  }

  /// Everything that its pages must be allowed to load and contact.
  package var allSources: [SourceKind: [String]] {
    var all = sources
    all[.scripts, default: []] += allScripts.compactMap(webOrigin)
    if kind == .googleTag || kind == .googleTagManager {
      let hosts = ["https://*.google-analytics.com", "https://*.googletagmanager.com"]
      all[.connections, default: []] += hosts + ["https://*.analytics.google.com"]
      all[.images, default: []] += hosts
    }
    return all
  }
}

/// Google Consent Mode (C-50 to C-52).
package struct GoogleConsent: Hashable, Sendable {
  /// What readers can grant.
  package enum Signal: String, Sendable, CaseIterable {
    case adStorage = "ad_storage"
    case adUserData = "ad_user_data"
    case adPersonalization = "ad_personalization"
    case analyticsStorage = "analytics_storage"
    case functionalityStorage = "functionality_storage"
    case personalizationStorage = "personalization_storage"
  }

  /// Whether Google's scripts are kept back until they are allowed, or run and send less.
  package enum Mode: String, Sendable, CaseIterable {
    case basic
    case advanced
  }

  package var mode = Mode.basic
  package var redactsAdsData = false
  package var passesURLs = false

  package init() {}
}
