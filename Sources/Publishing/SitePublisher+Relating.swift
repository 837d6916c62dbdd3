import Content
import Related
import SiteModel

extension SitePublisher {
  /// Finds the articles of "You May Also Like" without rendering or writing anything.
  package func relatedArticles() async -> RelatedOverview {
    var log = StageLog(stopwatch: stopwatch)
    let project = await log.stage("read") { readProject(reader.list()) }
    log.checks = project.configuration.check.withoutLint
    let parsed = await log.stage("parse") { await parse(project, recalling: BuildCache()) }
    var sources = parsed ?? ParsedSources([])
    let site = await log.stage("model") { model(&sources, of: project) }.prints.site
    let index = await log.stage("relate") {
      Checked(value: await RelatedIndex(site, jobs: options.jobs))
    }
    let lines = self.lines(about: RelatedLists(index), of: site)
    let report = report(on: site, nil, log, RelatedMemory(lines: lines))
    return RelatedOverview(site: site, index: index, report: report)
  }
}

extension RelatedIndex {
  /// The index of a publication's articles, whose positions are those of ``Site/articles``.
  init(_ site: Site, jobs: Int) async {
    let source = RelatedSource(site.articles.indices.map { site.relatedDocument(of: $0) }) {
      RelatedText($0, of: site)
    }
    await self.init(source, options: RelatedOptions(site.configuration.related), jobs: jobs)
  }
}

extension Site {
  /// What the index reads of an article beside its text.
  func relatedDocument(of index: Int) -> RelatedDocument {
    // A site and an article are large: an initializer would take a copy of the one, and the parts of
    // the other are asked for one by one.
    let language = articles[index].frontMatter.language ?? configuration.language
    var document = RelatedDocument(
      id: articles[index].source, language: language, date: articles[index].date.secondsSince1970)
    document.section = sections[articles[index].section].name
    document.series = articles[index].series.map {
      RelatedDocument.SeriesPart(
        name: series[$0].name, number: articles[index].frontMatter.series?.part)
    }
    document.pins = articles[index].pins
    document.excluded = articles[index].excludedFromRelated
    let settings = configuration.related
    document.isCandidate =
      articles[index].frontMatter.related.isListed
      && articles[index].frontMatter.kind != .sponsored
      && !settings.excludedSections.contains(document.section)
      && (settings.excludedTags.isEmpty
        || !terms(of: index).contains { settings.excludedTags.contains($0.name) })
    return document
  }
}

extension RelatedText {
  init(_ index: Int, of site: Site) {
    self.init(index, of: site, body: site.articles[index].body)
  }

  /// Of an article whose body, complete, is not the one that the site has.
  init(_ index: Int, of site: Site, body text: ArticleBody) {
    let article = site.articles[index]
    self.init(title: article.title)
    summary = article.frontMatter.summary ?? ""
    body = text.plainText
    tags = site.terms(of: index).map(\.name)
    authors = article.authors.map { site.authors[$0].id }
  }
}

extension RelatedOptions {
  init(_ settings: RelatedSettings) {
    self.init()
    count = settings.count
    halfLife = settings.halfLife
    minimumCosine = settings.minimumScore
    weights.title = settings.weights.title
    weights.summary = settings.weights.summary
    weights.body = settings.weights.body
    weights.tags = settings.weights.tags
    weights.authors = settings.weights.authors
    weights.pairs = settings.weights.pairs
    fallback =
      switch settings.fallback {
      case .section: .section
      case .site: .site
      case .none: .none
      }
  }
}
