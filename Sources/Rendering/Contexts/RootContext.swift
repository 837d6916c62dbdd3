import Mustache
import SiteModel

/// What every layout sees, beside what its kind of page brings.
struct RootContext: TemplateContext {
  var publication: Publication
  var head: PageHeadContext?
  var currentSection: Permalink?
  var masthead = ""
  var footer = ""

  static let name = "Root"
  static let summary = "What every layout sees, beside what its own kind of page brings."
  static let fields = FieldTable<RootContext>([
    .object("site", "The publication.") { SiteContext(publication: $0.publication) },
    .object("page", "What the head of the page says.") { $0.head },
    .list("menu", "The main menu.") { root in
      root.publication.site.menu.map { root.publication.link($0, current: root.currentSection) }
    },
    .html("masthead", "The partial `masthead`, rendered for the page's section.") { $0.masthead },
    .html("footer", "The partial `footer`.") { $0.footer },
    .object("newsletter", "The newsletter form; absent unless configured.") { root in
      root.publication.configuration.newsletter.map {
        NewsletterContext(publication: root.publication, settings: $0)
      }
    },
    .object("consent", "What is stored on readers' devices.") {
      ConsentContext(settings: $0.publication.configuration.consent)
    },
  ])
}

/// What a layout sees: the root, and what its kind of page brings.
struct LayoutContext: MustacheParent {
  var root: RootContext
  var content: [String: any Sendable]
  /// The names that the kind of page declares; one without a value is false.
  var declared: [String]

  func child(named name: String) -> Any? {
    if let value = content[name] { return value }
    return declared.contains(name) ? Absent() : root.child(named: name)
  }
}
