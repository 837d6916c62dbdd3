import Content
import Related
import SiteModel

extension SitePublisher {
  /// Finds the articles of "You May Also Like" without rendering or writing anything.
  package func relatedArticles() async -> RelatedOverview {
    var log = StageLog(stopwatch: stopwatch)
    let project = await log.stage("read") { readProject() }
    let sources = await log.stage("parse") { await parse(project, recalling: BuildCache()) }
    let site = await log.stage("model") { model(sources, of: project) }.site
    let (index, lists) = await log.stage("relate") {
      let index = await RelatedIndex(site, jobs: options.jobs)
      return Checked(value: (index, RelatedLists(await index.lists(jobs: options.jobs), of: index)))
    }
    let report = report(
      on: site, nil, log, RelatedMemory(lines: self.lines(about: lists, of: site)))
    return RelatedOverview(site: site, index: index, lists: lists.picks, report: report)
  }
}

extension RelatedIndex {
  /// The index of a publication's articles, whose positions are those of ``Site/articles``.
  init(_ site: Site, jobs: Int) async {
    await self.init(
      site.articles.indices.map { RelatedDocument($0, of: site) },
      options: RelatedOptions(site.configuration.related), jobs: jobs)
  }
}

extension RelatedDocument {
  fileprivate init(_ index: Int, of site: Site) {
    let article = site.articles[index]
    let frontMatter = article.frontMatter
    self.init(
      id: article.source, language: frontMatter.language ?? site.configuration.language,
      date: article.date.secondsSince1970, title: article.title)
    summary = frontMatter.summary ?? ""
    body = article.body.plainText
    tags = site.terms(of: index).map(\.name)
    authors = article.authors.map { site.authors[$0].id }
    section = site.sections[article.section].name
    series = article.series.map {
      SeriesPart(name: site.series[$0].name, number: frontMatter.series?.part)
    }
    pins = article.pins
    excluded = article.excludedFromRelated
    let settings = site.configuration.related
    isCandidate =
      frontMatter.related.isListed && !article.isSponsored
      && !settings.excludedSections.contains(section)
      && !tags.contains(where: settings.excludedTags.contains)
  }
}

extension RelatedOptions {
  fileprivate init(_ settings: RelatedSettings) {
    self.init()
    count = settings.count
    halfLife = settings.halfLife
    minimumCosine = settings.minimumScore
    fallback =
      switch settings.fallback {
      case .section: .section
      case .site: .site
      case .none: .none
      }
  }
}
