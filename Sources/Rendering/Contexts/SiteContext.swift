import SiteModel

/// The publication.
struct SiteContext: TemplateContext {
  var publication: Publication

  static let name = "Site"
  static let summary = "The publication."
  static let fields = FieldTable<SiteContext>([
    .text("title", "Its name.") { $0.publication.configuration.title },
    .text("description", "What it is, in a sentence.") { $0.publication.configuration.description },
    .text("language", "Its language, a BCP 47 tag.") { $0.publication.configuration.language },
    .text("direction", "In which it is written: `ltr` or `rtl`.") {
      TextDirection(language: $0.publication.configuration.language).rawValue
    },
    .text("homeHref", "Its front page.") { $0.publication.href(Permalink("/")) },
    .text("url", "The full address of its front page.") {
      $0.publication.base.absolute(Permalink("/"))
    },
    .text("feedHref", "Its feed.") { $0.publication.feedHref(.publication) },
    .text("manifestHref", "Its web manifest.") {
      $0.publication.href(Permalink("/site.webmanifest"))
    },
    .text("archiveHref", "Its archive.") { $0.publication.href(Permalink("/archive/")) },
    .text("tagsHref", "The page with all tags; absent if there are none.") { context in
      context.publication.site.taxonomies.first { !$0.terms.isEmpty }.map {
        context.publication.href($0.permalink)
      }
    },
    .text("authorsHref", "The page with all authors; absent if there are none.") { context in
      context.publication.site.authors.isEmpty
        ? nil : context.publication.href(Permalink("/authors/"))
    },
    .text("seriesHref", "The page with all series; absent if there are none.") { context in
      context.publication.site.series.isEmpty
        ? nil : context.publication.href(Permalink("/series/"))
    },
    .text("copyrightYear", "The year of the newest article.") { context in
      context.publication.site.articles.first.map { String($0.date.civil.date.year) }
    },
    .object("publisher", "Who publishes it.") {
      PublisherContext(publisher: $0.publication.configuration.publisher)
    },
    .object("policies", "The standing pages with a duty.") {
      PoliciesContext(publication: $0.publication)
    },
    .text("copyrightEmail", "Where copyright complaints go.") {
      $0.publication.configuration.policies.copyrightEmail
        ?? $0.publication.configuration.publisher.email
    },
    .list("footerColumns", "The link lists of the footer.") { context in
      context.publication.site.footer.map {
        FooterColumnContext(publication: context.publication, menu: $0)
      }
    },
    .texts("fonts", "The fonts to load at once.") { context in
      context.publication.configuration.fonts.compactMap {
        context.publication.assets[$0.value].map(context.publication.href)
      }
    },
    .text("contentSecurityPolicy", "What pages may load, for a host that sends no headers.") {
      $0.publication.policy
    },
    .flag("sendsNoHeaders", "Whether the host sends no headers of the publication's.") {
      $0.publication.configuration.hosting.sendsNoHeaders
    },
    .anything("extra", "What `sitegen.yaml` says under `extra`.") {
      $0.publication.configuration.extra
    },
  ])
}

/// Who publishes.
struct PublisherContext: TemplateContext {
  var publisher: Publisher

  static let name = "Publisher"
  static let summary = "Who publishes."
  static let fields = FieldTable<PublisherContext>([
    .text("name", "The name readers know.") { $0.publisher.name },
    .text("legalName", "The name in the register.") { $0.publisher.legalName },
    .text("email", "The general address.") { $0.publisher.email },
    .text("address", "The postal address, in one line.") { $0.publisher.address },
  ])
}

/// The standing pages with a duty.
struct PoliciesContext: TemplateContext {
  var publication: Publication

  private var policies: Policies { publication.configuration.policies }

  static let name = "Policies"
  static let summary = "The standing pages with a duty; each is absent if there is no such page."
  static let fields = FieldTable<PoliciesContext>([
    .text("submissionRulesHref", "The rules for readers' articles.") {
      $0.publication.pageHref($0.policies.submissionRules)
    },
    .text("privacyHref", "The privacy policy.") { $0.publication.pageHref($0.policies.privacy) },
    .text("termsHref", "The terms of service.") { $0.publication.pageHref($0.policies.terms) },
    .text("legalNoticeHref", "The legal notice.") {
      $0.publication.pageHref($0.policies.legalNotice)
    },
    .text("cookiesHref", "The cookie page.") { $0.publication.pageHref($0.policies.cookies) },
    .text("contactHref", "The contact page.") { $0.publication.pageHref($0.policies.contact) },
    .text("aboutHref", "The page about the publication.") {
      $0.publication.pageHref($0.policies.about)
    },
    .text("editorialHref", "The editorial policy.") {
      $0.publication.pageHref($0.policies.editorial)
    },
    .text("correctionsHref", "The corrections.") {
      $0.publication.pageHref($0.policies.corrections)
    },
    .text("accessibilityHref", "The accessibility statement.") {
      $0.publication.pageHref($0.policies.accessibility)
    },
    .text("newsletterHref", "The newsletter's page.") {
      $0.publication.pageHref($0.policies.newsletter)
    },
  ])
}

/// A titled list of links in the footer.
struct FooterColumnContext: TemplateContext {
  var publication: Publication
  var menu: FooterMenu

  static let name = "FooterColumn"
  static let summary = "A titled list of links in the footer."
  static let fields = FieldTable<FooterColumnContext>([
    .text("title", "Its title.") { $0.menu.title },
    .list("entries", "Its links.") { context in
      context.menu.items.map { context.publication.link($0, current: nil) }
    },
  ])
}

extension Publication {
  /// A menu's entry; `current` is the permalink of the section that the page belongs to.
  func link(_ item: MenuItem, current: Permalink?) -> LinkContext {
    switch item.destination {
    case .site(let permalink):
      LinkContext(title: item.title, href: href(permalink), isCurrent: permalink == current)
    case .elsewhere(let url): LinkContext(title: item.title, href: url)
    }
  }
}
