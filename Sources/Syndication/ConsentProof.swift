import SiteModel

/// What readers were asked in this revision of the question, word by word, for the publisher to
/// show later (C-8, C-31).
struct ConsentProof {
  let consent: ConsentSettings

  /// Nil if readers are not asked.
  var file: MachineFile? {
    consent.proof.map { MachineFile(permalink: $0, bytes: json.bytes) }
  }

  private var json: JSONValue {
    [
      "revision": .text(consent.revision),
      "policyVersion": JSONValue(consent.policyVersion),
      "updated": JSONValue(consent.updated?.iso8601),
      "days": .number(consent.days),
      "notice": .text(consent.notice),
      "wording": wording,
      "categories": .list(consent.optionalCategories.map(category)),
    ]
  }

  private var wording: JSONValue {
    let wording = consent.wording
    return [
      "heading": .text(wording.heading), "accept": .text(wording.accept),
      "reject": .text(wording.reject), "choose": .text(wording.choose),
      "settingsHeading": .text(wording.settingsHeading),
      "settingsText": .text(wording.settingsText),
      "necessaryTitle": .text(wording.necessaryTitle),
      "necessaryText": .text(wording.necessaryText), "signalText": .text(wording.signalText),
      "save": .text(wording.save), "close": .text(wording.close),
    ]
  }

  private func category(_ category: ConsentCategory) -> JSONValue {
    [
      "id": .text(category.id), "title": .text(category.title),
      "description": .text(category.description),
      "services": .list(category.services.map(service)),
    ]
  }

  private func service(_ service: ConsentService) -> JSONValue {
    [
      "id": .text(service.id), "name": .text(service.name), "provider": .text(service.provider),
      "purpose": .text(service.purpose), "duration": .text(service.duration),
      "storage": JSONValue(service.storage), "privacy": JSONValue(service.privacyURL),
      "keys": .filled(service.keys.map { .text($0) }),
    ]
  }
}

/// Says that the publication honors Global Privacy Control (C-14).
struct PrivacyControlFile {
  let site: Site

  /// Nil if it does not, or if nobody said since when.
  var file: MachineFile? {
    guard site.configuration.consent.honorsSignals, let day else { return nil }
    let json: JSONValue = ["gpc": .truth(true), "lastUpdate": .text(day.iso8601)]
    return MachineFile(permalink: Permalink("/.well-known/gpc.json"), bytes: json.bytes)
  }

  private var day: CivilDate? {
    let policies = site.configuration.policies
    let pages = [policies.cookies, policies.privacy].compactMap { site.page(named: $0) }
    return site.configuration.consent.updated
      ?? pages.lazy.compactMap(\.frontMatter.updated).first?.civil.date
  }
}
