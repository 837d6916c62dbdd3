import SiteModel
import Testing

@Suite struct ConsentTests {
  private static var asked: ConsentSettings {
    var settings = ConsentSettings()
    let service = ConsentService(
      id: "counter", name: "Counter", provider: "Counter Ltd.", purpose: "Counts", duration: "1 day"
    )
    settings.categories = [
      ConsentCategory(id: "analytics", title: "Counting", description: "Why", services: [service])
    ]
    return settings
  }

  /// A change of the settings, and whether readers must be asked again after it.
  struct Change: Sendable {
    var name: String
    var asksAgain: Bool
    var apply: @Sendable (inout ConsentSettings) -> Void

    init(
      _ name: String, asksAgain: Bool, _ apply: @escaping @Sendable (inout ConsentSettings) -> Void
    ) {
      self.name = name
      self.asksAgain = asksAgain
      self.apply = apply
    }
  }

  @Test(
    "C-7, C-31: what readers are told changes the revision, and nothing else does",
    arguments: [
      Change("a notice", asksAgain: true) { $0.notice = "New" },
      Change("the policy's version", asksAgain: true) { $0.policyVersion = "2" },
      Change("a word of a button", asksAgain: true) { $0.wording.accept = "Yes" },
      Change("a purpose", asksAgain: true) { $0.categories[0].description = "Another" },
      Change("the purpose of a service", asksAgain: true) {
        $0.categories[0].services[0].purpose = "Sells"
      },
      Change("a further service", asksAgain: true) {
        $0.categories[0].services += $0.categories[0].services
      },
      Change("the address of a script", asksAgain: false) {
        $0.categories[0].services[0].scripts = ["https://x.example/y.js"]
      },
      Change("how long the choice is kept", asksAgain: false) { $0.days = 90 },
      Change("a service that needs no consent", asksAgain: false) { settings in
        var exempt = settings.categories[0].services[0]
        exempt.exemption = "It is the publisher's own."
        settings.categories[0].services.append(exempt)
      },
    ])
  func revision(change: Change) {
    var changed = Self.asked
    change.apply(&changed)
    #expect((changed.revision != Self.asked.revision) == change.asksAgain)
    #expect(changed.revision.utf8.count == 16)
  }

  @Test("C-8, C-11: there is a proof exactly when this theme asks")
  func proof() {
    #expect(ConsentSettings().proof == nil)
    var settings = Self.asked
    #expect(settings.proof == Permalink("/consent/\(settings.revision).json"))
    settings.provider = .external
    #expect(settings.proof == nil)
    settings = Self.asked
    settings.categories[0].services[0].exemption = "It is the publisher's own."
    #expect(settings.optionalCategories.isEmpty && settings.proof == nil)
    #expect(settings.exemptServices.map(\.name) == ["Counter"])
  }

  @Test("A-30: without a service pages may load and contact the publication alone")
  func strictPolicy() {
    let policy = ContentSecurityPolicy(SiteConfiguration())
    #expect(
      policy.header == """
        default-src 'none'; manifest-src 'self'; script-src 'self'; style-src 'self'; \
        img-src 'self' data:; font-src 'self'; media-src 'self'; connect-src 'self'; \
        frame-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
        upgrade-insecure-requests
        """)
    #expect(!policy.meta.contains("frame-ancestors") && !policy.meta.contains("upgrade"))
  }

  @Test("C-60: hosts come from the scripts and hosts that a service declares")
  func services() {
    var service = Self.asked.categories[0].services[0]
    service.scripts = ["https://a.example/x.js?y"]
    service.sources = [.connections: ["https://b.example"]]
    #expect(directives(with: service).contains("script-src 'self' https://a.example"))
    #expect(directives(with: service).contains("connect-src 'self' https://b.example"))
    service.scripts = []
    (service.kind, service.tag) = (.googleTag, "G-1")
    let google = directives(with: service)
    #expect(google.contains("script-src 'self' https://www.googletagmanager.com"))
    #expect(
      google.contains(
        "img-src 'self' data: https://*.google-analytics.com https://*.googletagmanager.com"))
  }

  private func directives(with service: ConsentService) -> [String] {
    var configuration = SiteConfiguration()
    configuration.consent = Self.asked
    configuration.consent.categories[0].services = [service]
    return ContentSecurityPolicy(configuration).header.split(separator: "; ").map(String.init)
  }

  @Test("N-10: a form may be sent to its provider and to where that leads")
  func forms() {
    var configuration = SiteConfiguration()
    var newsletter = NewsletterSettings(
      provider: "X", action: "https://a.example/join", emailField: "email", heading: "", text: "",
      consentText: "", placement: [])
    newsletter.redirectHosts = ["https://b.example"]
    newsletter.successURL = "https://c.example/thanks/"
    configuration.newsletter = newsletter
    #expect(
      ContentSecurityPolicy(configuration).header.contains(
        "form-action 'self' https://a.example https://b.example https://c.example;"))
    configuration.newsletter?.isLinkOnly = true
    #expect(ContentSecurityPolicy(configuration).header.contains("form-action 'self';"))
  }

  @Test("C-41: frames are those of the embeds, and the publication's own host is not repeated")
  func frames() {
    var configuration = SiteConfiguration()
    configuration.allowedSources = [.images: ["http://localhost:1313", "https://img.example"]]
    let policy = ContentSecurityPolicy(configuration, frames: ["https://v.example"]).header
    #expect(policy.contains("frame-src https://v.example;"))
    #expect(policy.contains("img-src 'self' data: https://img.example;"))
  }
}
