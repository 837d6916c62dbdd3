import SiteModel

/// What the publication stores on readers' devices.
struct ConsentContext: TemplateContext {
  var settings: ConsentSettings

  static let name = "Consent"
  static let summary = "What the publication stores on readers' devices, and asks for (C-11)."
  static let fields = FieldTable<ConsentContext>(question + wording + scripts)

  private static let question: [Field<ConsentContext>] = [
    .text("notice", "The sentence of the footer and the banner.") { $0.settings.notice },
    .flag("isAsked", "Whether readers are asked by the banner of this theme.") {
      $0.settings.provider == .builtin && !$0.settings.optionalCategories.isEmpty
    },
    .list("categories", "The optional purposes.") { context in
      context.settings.optionalCategories.map {
        ConsentCategoryContext(category: $0, isForGoogle: !context.googleTags.isEmpty)
      }
    },
    .list("exemptServices", "Services that need no consent, with the reason (C-10).") { context in
      context.settings.exemptServices.map { ConsentServiceContext(service: $0, category: "") }
    },
    .text("revision", "Names what is asked; another question has another one (C-31).") {
      $0.settings.revision
    },
    .number("days", "How long the choice is kept.") { $0.settings.days },
    .flag("isCookie", "Whether the choice is kept in a cookie, not in local storage.") {
      $0.settings.storage == .cookie
    },
    .text("cookieDomain", "The domain of that cookie, if it is not the host's.") {
      $0.settings.cookieDomain
    },
    .flag("honorsSignals", "Whether the browser's signals count as a refusal (C-13).") {
      $0.settings.honorsSignals
    },
    .text("logEndpoint", "Where choices are reported; absent unless configured.") {
      $0.settings.logEndpoint
    },
  ]

  private static let wording: [Field<ConsentContext>] = [
    .text("heading", "The heading of the banner.") { $0.settings.wording.heading },
    .text("accept", "The button that allows everything.") { $0.settings.wording.accept },
    .text("reject", "The button that refuses everything.") { $0.settings.wording.reject },
    .text("choose", "The button that opens the settings.") { $0.settings.wording.choose },
    .text("settingsHeading", "The heading of the settings.") {
      $0.settings.wording.settingsHeading
    },
    .text("settingsText", "What they are about.") { $0.settings.wording.settingsText },
    .text("necessaryTitle", "The title of what is necessary.") {
      $0.settings.wording.necessaryTitle
    },
    .text("necessaryText", "What that is.") { $0.settings.wording.necessaryText },
    .text("signalText", "For readers whose browser sends a signal.") {
      $0.settings.wording.signalText
    },
    .text("save", "The button that keeps what is ticked.") { $0.settings.wording.save },
    .text("close", "The button that changes nothing.") { $0.settings.wording.close },
  ]

  private static let scripts: [Field<ConsentContext>] = [
    .list("blockedScripts", "Scripts that run only when they are allowed (C-40).") {
      $0.blockedScripts
    },
    .texts("freeScripts", "Scripts of services that need no consent.") { $0.freeScripts },
    .text("externalScript", "The script of an external consent platform.") {
      $0.settings.provider == .external ? $0.settings.script : nil
    },
    .text("googleTags", "The ids of the Google tags, with blanks between them (C-50).") {
      $0.googleTags.joined(separator: " ")
    },
    .flag("isAdvanced", "Whether Google's scripts run before the choice, and send less (C-52).") {
      $0.settings.google.mode == .advanced
    },
    .flag("redactsAdsData", "Whether Google is asked to redact ads data.") {
      $0.settings.google.redactsAdsData
    },
    .flag("passesURLs", "Whether Google may pass on ids in addresses.") {
      $0.settings.google.passesURLs
    },
  ]

  private var googleTags: [String] {
    settings.categories.flatMap(\.services).compactMap(\.tag)
  }

  private var blockedScripts: [ConsentScriptContext] {
    settings.categories.flatMap { category in
      category.services.filter { !runsFreely($0) }.flatMap { service in
        service.allScripts.map {
          ConsentScriptContext(category: category.id, service: service.id, address: $0)
        }
      }
    }
  }

  private var freeScripts: [String] {
    settings.categories.flatMap(\.services).filter(runsFreely).flatMap(\.allScripts)
  }

  private func runsFreely(_ service: ConsentService) -> Bool {
    service.exemption != nil || (service.tag != nil && settings.google.mode == .advanced)
  }
}

/// A script that waits for the reader's consent.
struct ConsentScriptContext: TemplateContext {
  var category: String
  var service: String
  var address: String

  static let name = "ConsentScript"
  static let summary = "A script that waits for the reader's consent."
  static let fields = FieldTable<ConsentScriptContext>([
    .text("category", "The purpose that it belongs to.") { $0.category },
    .text("service", "The service that it belongs to.") { $0.service },
    .text("src", "Its address, for `data-src=\"\"`.") { $0.address },
  ])
}

/// A purpose that readers may accept or refuse.
struct ConsentCategoryContext: TemplateContext {
  var category: ConsentCategory
  /// Whether there is a Google tag to tell.
  var isForGoogle: Bool

  static let name = "ConsentCategory"
  static let summary = "A purpose that readers may accept or refuse."
  static let fields = FieldTable<ConsentCategoryContext>([
    .text("id", "Its id in markup.") { $0.category.id },
    .text("title", "Its title.") { $0.category.title },
    .text("description", "What it is for.") { $0.category.description },
    .list("services", "The services behind it.") { context in
      context.category.services.map {
        ConsentServiceContext(service: $0, category: context.category.id)
      }
    },
    .flag("yieldsToSignals", "Whether a signal of the browser refuses it.") {
      $0.category.yieldsToSignals
    },
    .text(
      "googleSignals",
      "The Consent Mode signals that it grants, with blanks between them; absent without a Google tag."
    ) { context in
      guard context.isForGoogle else { return nil }
      return context.category.googleSignals.map(\.rawValue).joined(separator: " ")
    },
  ])
}

/// A service that stores something on readers' devices.
struct ConsentServiceContext: TemplateContext {
  var service: ConsentService
  var category: String

  static let name = "ConsentService"
  static let summary = "A service that stores something on readers' devices."
  static let fields = FieldTable<ConsentServiceContext>([
    .text("id", "Its id in markup.") { $0.service.id },
    .text("category", "The id of the purpose that it belongs to.") { $0.category },
    .text("name", "Its name.") { $0.service.name },
    .text("provider", "Who runs it.") { $0.service.provider },
    .text("purpose", "What it is for.") { $0.service.purpose },
    .text("duration", "How long it stores what.") { $0.service.duration },
    .text("storage", "What it stores, for example \"Cookies\".") { $0.service.storage },
    .text("privacyHref", "Its provider's privacy policy.") { $0.service.privacyURL },
    .text("keys", "The names of what it stores, with blanks between them.") {
      $0.service.keys.joined(separator: " ")
    },
    .text("exemption", "Why it needs no consent; absent if it does.") { $0.service.exemption },
  ])
}
