import SiteModel

/// What every layout sees, beside what its kind of page brings.
struct RootContext: TemplateContext {
  var publication: Publication
  var head: PageHeadContext?
  /// Position in ``Site/sections`` of the one that the page belongs to.
  var section: Int?
  var masthead: [UInt8] = []
  var footer: [UInt8] = []

  static let name = "Root"
  static let summary = "What every layout sees, beside what its own kind of page brings."
  static let fields = FieldTable<RootContext>([
    .object("site", "The publication.") { SiteContext(publication: $0.publication) },
    .object("page", "What the head of the page says.") { $0.head },
    .list("menu", "The main menu.") { root in
      let site = root.publication.site
      let current = root.section.map { site.sections[$0].permalink }
      return site.menu.map { root.publication.link($0, current: current) }
    },
    .markup("masthead", "The partial `masthead`, rendered for the page's section.") {
      .bytes($0.masthead)
    },
    .markup("footer", "The partial `footer`.") { .bytes($0.footer) },
    .object("newsletter", "The newsletter form; absent unless configured.") { root in
      root.publication.configuration.newsletter.map {
        NewsletterContext(publication: root.publication, settings: $0)
      }
    },
    .object("consent", "What is stored on readers' devices.") {
      ConsentContext(settings: $0.publication.configuration.consent)
    },
  ])

  /// The fields that are the same on every page.
  static let shared: Set<String> = ["site", "newsletter", "consent", "footer"]
}
