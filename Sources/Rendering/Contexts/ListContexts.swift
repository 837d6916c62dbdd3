import SiteModel

/// The front page.
struct HomeContext: TemplateContext {
  var lead: CardContext?
  var secondary: [CardContext]
  var sections: [HomeSectionContext]
  var latest: [CardContext]

  static let name = "Home"
  static let summary = "The front page."
  static let fields = FieldTable<HomeContext>([
    .object("lead", "The newsroom's newest article, or of the newest four the first with a cover.")
    { $0.lead },
    .list("secondary", "The three after it.") { $0.secondary },
    .list("sections", "The sections with their newest articles.") { $0.sections },
    .list("latest", "The newest articles that are not above.") { $0.latest },
  ])

  init(_ publication: Publication) {
    let site = publication.site
    // What someone paid for, or sent in, does not lead the front page (E-8).
    let own = site.articles.indices.lazy.filter {
      !site.articles[$0].isSponsored && !site.articles[$0].isSubmitted
    }
    // The top of the page wants a picture; a newer article without one comes right after it.
    let first = own.prefix(4).first { site.articles[$0].cover != nil } ?? own.first
    let top = [first].compactMap(\.self) + own.filter { $0 != first }.prefix(3)
    lead = top.first.map { publication.card($0) }
    secondary = publication.cards(top.dropFirst())
    latest = publication.cards(site.articles.indices.lazy.filter { !top.contains($0) }.prefix(8))
    sections = site.sections.compactMap { section in
      let articles = Array(section.articles.lazy.filter { !top.contains($0) }.prefix(5))
      guard let first = articles.first else { return nil }
      return HomeSectionContext(
        title: section.title, href: publication.href(section.permalink), summary: section.summary,
        lead: publication.card(first), articles: publication.cards(articles.dropFirst()))
    }
  }
}

/// A section on the front page.
struct HomeSectionContext: TemplateContext {
  var title: String
  var href: String
  var summary: String?
  var lead: CardContext
  var articles: [CardContext]

  static let name = "HomeSection"
  static let summary = "A section on the front page."
  static let fields = FieldTable<HomeSectionContext>([
    .text("title", "The section's title.") { $0.title },
    .text("href", "The section's page.") { $0.href },
    .text("summary", "What the section is about.") { $0.summary },
    .object("lead", "Its newest article that is not at the top of the page.") { $0.lead },
    .list("articles", "The four after it.") { $0.articles },
  ])
}

/// A section's page.
struct SectionContext: TemplateContext {
  var publication: Publication
  var index: Int
  var page: Int

  var section: Section { _read { yield publication.site.sections[index] } }

  static let name = "Section"
  static let summary = "A section's page."
  static let fields = FieldTable<SectionContext>([
    .text("title", "The section's title.") { $0.section.title },
    .text("href", "The first page of the section.") { $0.publication.href($0.section.permalink) },
    .text("summary", "What the section is about.") { $0.section.summary },
    .markup("intro", "The text of its `_index.md`, on its first page.") { context in
      context.page == 1 ? context.section.page.map { context.publication.markup(of: $0) } : nil
    },
    .list("articles", "The articles of this page, newest first.") { context in
      context.publication.cards(
        context.publication.site.articles(context.section.articles, onPage: context.page))
    },
    .text("feedHref", "The section's feed (RSS).") {
      $0.publication.feedHref(.section($0.index))
    },
  ])
}

/// A term's page.
struct TermContext: TemplateContext {
  var publication: Publication
  var taxonomyIndex: Int
  var index: Int
  var page: Int

  var taxonomy: Taxonomy { publication.site.taxonomies[taxonomyIndex] }
  var term: Term { taxonomy.terms[index] }

  static let name = "Term"
  static let summary = "The page of a tag or another term."
  static let fields = FieldTable<TermContext>([
    .text("title", "The term.") { $0.term.name },
    .text("singular", "What it is, for example \"Tag\".") { $0.taxonomy.settings.singular },
    .text("taxonomyTitle", "What its kind is called, for example \"Tags\".") {
      $0.taxonomy.settings.title
    },
    .text("taxonomyHref", "The page with all terms of its kind.") {
      $0.publication.href($0.taxonomy.permalink)
    },
    .text("feedHref", "The term's feed (RSS).") {
      $0.publication.feedHref(.term($0.taxonomyIndex, $0.index))
    },
    .number("count", "How many articles have it.") { $0.term.articles.count },
    .text("countText", "The same in words.") {
      $0.publication.articleCount($0.term.articles.count)
    },
    .list("articles", "The articles of this page, newest first.") { context in
      context.publication.cards(
        context.publication.site.articles(context.term.articles, onPage: context.page))
    },
  ])
}

/// The page with all terms of a taxonomy.
struct TaxonomyContext: TemplateContext {
  var publication: Publication
  var index: Int

  var taxonomy: Taxonomy { publication.site.taxonomies[index] }

  static let name = "Taxonomy"
  static let summary = "The page with all tags, or all terms of another taxonomy."
  static let fields = FieldTable<TaxonomyContext>([
    .text("title", "For example \"Tags\".") { $0.taxonomy.settings.title },
    .list("terms", "The terms in alphabetical order.") { context in
      context.taxonomy.terms.map { term in
        CountedLinkContext(
          title: term.name, href: context.publication.href(term.permalink),
          count: term.articles.count,
          countText: context.publication.articleCount(term.articles.count))
      }
    },
  ])
}

/// The page with all series.
struct SeriesListContext: TemplateContext {
  var publication: Publication

  static let name = "SeriesList"
  static let summary = "The page with all series."
  static let fields = FieldTable<SeriesListContext>([
    .list("series", "The series.") { context in
      context.publication.site.series.map { series in
        CountedLinkContext(
          title: series.name, href: context.publication.href(series.permalink),
          count: series.articles.count,
          countText: context.publication.articleCount(series.articles.count),
          latest: series.articles.min().map {
            context.publication.date(context.publication.site.articles[$0].date)
          })
      }
    }
  ])
}

/// The page of a series.
struct SeriesContext: TemplateContext {
  var publication: Publication
  var index: Int

  var series: Series { publication.site.series[index] }

  static let name = "Series"
  static let summary = "The page of a series."
  static let fields = FieldTable<SeriesContext>([
    .text("title", "The name of the series.") { $0.series.name },
    .text("feedHref", "The feed of the series (RSS).") {
      $0.publication.feedHref(.series($0.index))
    },
    .text("countText", "How many articles it has, in words.") {
      $0.publication.articleCount($0.series.articles.count)
    },
    .list("articles", "Its articles in reading order.") { context in
      context.series.articles.enumerated().map { position, index in
        CardContext(publication: context.publication, index: index, part: position + 1)
      }
    },
  ])
}
