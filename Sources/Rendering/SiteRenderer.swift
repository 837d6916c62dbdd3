import Mustache
package import SiteModel

/// Renders the pages of a publication with its templates.
///
/// What many pages show is rendered once and inserted: the cards of the articles, the footer, and
/// the masthead for each section.
package struct SiteRenderer: Sendable {
  let publication: Publication
  let templates: TemplateLibrary
  let structuredData: @Sendable (SitePage) -> String
  private let mastheads: [Permalink?: String]
  private let footer: String

  /// Makes a renderer; `structuredData` gives a page's JSON-LD in complete script elements.
  package init(
    site: Site, related: [[Int]], theme: Theme,
    structuredData: @escaping @Sendable (SitePage) -> String
  ) {
    self.init(
      Publication(site: site, related: related, assets: theme.assets), theme.templates,
      structuredData)
  }

  /// The page as UTF-8.
  package func render(_ page: SitePage) -> [UInt8] {
    let chosen = publication.site.layout(of: page)?.value
    let name = chosen.flatMap { templates.names.contains($0) ? $0 : nil } ?? Layout(page).rawValue
    let context = context(of: page)
    return Array((templates.library.render(context, withTemplate: name) ?? "").utf8)
  }

  /// The cards of an article, for ``withCards(_:)``.
  package func cards(of article: Int) -> RenderedCards {
    let card = publication.card(article)
    return RenderedCards(
      card: rendered(.card, card), compactCard: rendered(.compactCard, card))
  }

  /// The same renderer with the cards of all articles at hand.
  package func withCards(_ cards: [RenderedCards]) -> SiteRenderer {
    SiteRenderer(
      Publication(
        site: publication.site, related: publication.related, assets: publication.assets,
        cards: cards), templates, structuredData)
  }
}

/// A theme, ready to use.
package struct Theme: Sendable {
  package var templates: TemplateLibrary
  /// Addresses of its files, by path below `Templates/assets/`.
  package var assets: [String: Permalink]

  package init(templates: TemplateLibrary, assets: [String: Permalink]) {
    self.templates = templates
    self.assets = assets
  }
}

extension SiteRenderer {
  init(
    _ publication: Publication, _ templates: TemplateLibrary,
    _ structuredData: @escaping @Sendable (SitePage) -> String
  ) {
    self.publication = publication
    self.templates = templates
    self.structuredData = structuredData
    let library = templates.library
    func shared(_ partial: SharedPartial, _ section: Permalink?) -> String {
      let root = RootContext(publication: publication, currentSection: section)
      return library.render(root, withTemplate: partial.rawValue) ?? ""
    }
    var mastheads: [Permalink?: String] = [:]
    for section in publication.site.sections {
      mastheads[section.permalink] = shared(.masthead, section.permalink)
    }
    mastheads[Permalink?.none] = shared(.masthead, nil)
    self.mastheads = mastheads
    footer = shared(.footer, nil)
  }

  private func rendered(_ partial: SharedPartial, _ context: CardContext) -> String {
    templates.library.render(context, withTemplate: partial.rawValue) ?? ""
  }

  private func context(of page: SitePage) -> LayoutContext {
    let section = sectionPermalink(of: page)
    let pagination = pagination(of: page, in: publication)
    var content = content(of: page, in: publication)
    if let pagination { content["pagination"] = pagination }
    let head = PageHeadContext(
      publication: publication, page: page, heading: heading(of: page, in: publication),
      description: description(of: page, in: publication), structuredData: structuredData(page),
      pagination: pagination, feeds: feeds(of: page, in: publication))
    let root = RootContext(
      publication: publication, head: head, currentSection: section,
      masthead: mastheads[section] ?? mastheads[nil] ?? "", footer: footer)
    return LayoutContext(root: root, content: content, declared: Layout(page).fields.map(\.name))
  }

  private func sectionPermalink(of page: SitePage) -> Permalink? {
    let site = publication.site
    return switch page {
    case .article(let index): site.sections[site.articles[index].section].permalink
    case .section(let index, _): site.sections[index].permalink
    default: nil
    }
  }
}
