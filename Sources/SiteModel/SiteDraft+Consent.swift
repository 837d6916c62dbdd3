extension SiteDraft {
  /// Holds the declared services to what the law asks of a publication (C-5, C-12).
  mutating func checkConsent() {
    let consent = configuration.consent
    guard !consent.categories.isEmpty else { return }
    if consent.provider == .builtin {
      let services = consent.categories.flatMap(\.services).filter(\.needsCertifiedPlatform)
      for service in services { diagnostics.append(needsPlatform(service)) }
    }
    if site.page(named: configuration.policies.cookies) == nil {
      diagnostics.append(
        .error(
          .configurationConsent,
          "optional services are declared, but there is no page about cookies",
          hint: "Write Content/pages/\(configuration.policies.cookies).md with `layout: cookies`.",
          at: consent.place))
    }
  }

  private func needsPlatform(_ service: ConsentService) -> Diagnostic {
    .error(
      .configurationConsent,
      "\(service.name) may be used in Europe only with a consent platform that Google certified",
      hint: "Set consent.provider to external, and consent.script to the platform's script.",
      at: configuration.consent.place)
  }
}
