package import SiteModel

/// Renders the pages of a publication with its templates.
///
/// What many pages show is rendered once and inserted: the cards of the articles, the footer, and
/// the masthead for each section.
package struct SiteRenderer: Sendable {
  let publication: Publication
  let templates: TemplateLibrary
  /// For pages outside of all sections, then for each section.
  private let mastheads: [[UInt8]]
  private let footer: [UInt8]

  /// Makes a renderer; `structuredData` gives a page's JSON-LD in complete script elements.
  package init(
    site: Site, related: [[Int]], theme: Theme,
    structuredData: @escaping @Sendable (SitePage) -> [UInt8]
  ) {
    self.init(
      Publication(
        site: site, related: related, assets: theme.assets, structuredData: structuredData),
      theme.templates)
  }

  /// The page as UTF-8.
  package func render(_ page: SitePage) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(usualSize(of: page))
    render(page, to: &output)
    return output
  }

  /// Adds the page as UTF-8.
  package func render(_ page: SitePage, to output: inout [UInt8]) {
    program(of: page).render(contexts(of: page), to: &output)
  }

  /// How a page is made.
  func program(of page: SitePage) -> TemplateProgram {
    templates.program(of: page, in: publication.site)
  }

  /// What a page's layout sees, the innermost last.
  func contexts(of page: SitePage) -> [FieldValue] {
    let section = publication.section(of: page)
    let root = RootContext(
      publication: publication, head: PageHeadContext(publication: publication, page: page),
      section: section,
      masthead: mastheads[section.map { $0 + 1 } ?? 0], footer: footer)
    return [.object(root), .object(publication.content(of: page))]
  }

  /// The name of the template that lays a page out.
  package func templateName(of page: SitePage) -> String {
    publication.site.usedLayout(of: page).name
  }

  /// The card of an article, for ``withCards(_:)``.
  package func card(of article: Int) -> [UInt8] { self.article(article, in: .card) }

  /// The same renderer with the cards of all articles at hand.
  ///
  /// Given none, it renders each where it is shown, which is less work for a few pages. So it does
  /// with compact cards, which few pages show.
  package func withCards(_ cards: [[UInt8]]) -> SiteRenderer {
    let publication = Publication(publication) { partial, article in
      partial == .card && !cards.isEmpty ? cards[article] : self.article(article, in: partial)
    }
    return SiteRenderer(publication, templates)
  }

  private func article(_ index: Int, in partial: SharedPartial) -> [UInt8] {
    templates.render(partial, in: publication.card(index))
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
  init(_ publication: Publication, _ templates: TemplateLibrary) {
    self.publication = publication
    let sections = [nil] + publication.site.sections.indices.map(Optional.some)
    mastheads = sections.map {
      templates.render(.masthead, in: RootContext(publication: publication, section: $0))
    }
    footer = templates.render(.footer, in: RootContext(publication: publication))
    self.templates = templates.folded(RootContext(publication: publication, footer: footer))
  }

  /// Room enough for most pages, so that few are moved while they grow.
  private func usualSize(of page: SitePage) -> Int {
    guard case .article(let index) = page else { return 32_768 }
    return 24_576 + publication.site.articles[index].body.html.count
  }
}

extension TemplateLibrary {
  fileprivate func render(_ partial: SharedPartial, in context: some TemplateContext) -> [UInt8] {
    var output: [UInt8] = []
    program(of: partial).render([.object(context)], to: &output)
    return output
  }
}
