import Content
import Related
import SiteModel

extension SitePublisher {
  /// Makes the publication out of its parts, with the digests of what its pages are made of.
  func model(_ sources: ParsedSources, of project: Project) -> Checked<SiteFingerprints> {
    var edition = SiteBuilder.Edition(
      now: project.timeZone.timestamp(secondsSince1970: options.now))
    edition.includesDrafts = options.includesDrafts
    edition.includesFuture = options.includesFuture
    edition.includesExpired = options.includesExpired
    let builder = SiteBuilder(
      configuration: project.configuration, edition: edition, pictureSizes: sources.pictureSizes)
    let (site, diagnostics) = builder.build(sources.content)
    var settings = Fingerprint("settings")
    settings.add(project.configurationDigest)
    settings.add(project.themeDigest)
    return Checked(
      value: SiteFingerprints(site, settings: settings), diagnostics: diagnostics)
  }

  /// The articles of "You May Also Like" for each article, recalled if nothing that the index reads
  /// has changed; else the publication comes back with all its texts.
  func relate(
    _ prints: SiteFingerprints, of project: Project, recalling cache: BuildCache
  ) async -> Checked<(site: Site, related: RelatedMemory)> {
    let site = prints.site
    let digest = prints.digestForRelatedArticles(project.configurationDigest)
    if cache.related.digest == digest { return Checked(value: (site, cache.related)) }
    let completed = await self.completed(site, with: Set(site.articles.indices), of: project)
    let index = await RelatedIndex(completed.value, jobs: options.jobs)
    let lists = RelatedLists(await index.lists(jobs: options.jobs), of: index)
    let related = RelatedMemory(
      digest: digest, lists: lists.articles, lines: lines(about: lists, of: site))
    return Checked(value: (completed.value, related), diagnostics: completed.diagnostics)
  }
}

extension SiteFingerprints {
  /// Of everything that the index of related articles reads.
  fileprivate func digestForRelatedArticles(_ configuration: UInt64) -> UInt64 {
    var print = Fingerprint("related")
    print.add(configuration)
    for (article, own) in zip(site.articles, articles) {
      print.add(own)
      print.add(article.pins)
      print.add(article.excludedFromRelated)
    }
    return print.value
  }
}

/// The lists of "You May Also Like", as positions in ``Site/articles``.
struct RelatedLists: Sendable {
  var picks: [[RelatedPick]]
  /// How well the articles are connected.
  var report: RelatedReport

  init(_ picks: [[RelatedPick]], of index: RelatedIndex) {
    self.picks = picks
    report = index.report(on: picks)
  }

  var articles: [[Int]] { picks.map { $0.map(\.document) } }
}
