import Content
import Related
import SiteModel

extension SitePublisher {
  /// The articles of "You May Also Like" for each article, recalled if nothing that the index reads
  /// has changed.
  ///
  /// Of an article that the index has read before not even the text is needed.
  func relate(
    _ prints: SiteFingerprints, of project: Project, recalling cache: BuildCache,
    and state: RelatedState?
  ) async -> Checked<RelatedMemory> {
    let site = prints.site
    let documents = site.articles.indices.map { index in
      var document = site.relatedDocument(of: index)
      document.digest = prints.digestOfText(index, parsedBy: project.digests.parser)
      return document
    }
    let digest = digest(of: documents, project)
    if cache.related.digest == digest { return Checked(value: cache.related) }
    let texts = ArticleTexts(of: site, reader, project)
    let index = await RelatedIndex(
      RelatedSource(documents) { texts.relatedText(of: $0) },
      options: RelatedOptions(site.configuration.related), from: state,
      jobs: options.jobs)
    let lists = RelatedLists(index)
    let changed = texts.changedFiles
    if changed.isEmpty { relatedFile?.write(index.state(), over: state) }
    return Checked(
      value: RelatedMemory(
        digest: digest, lists: lists.articles, lines: lines(about: lists, of: site)),
      diagnostics: changed.map(ArticleTexts.changedMeanwhile))
  }

  var relatedFile: RelatedStateFile? {
    options.cache.map { RelatedStateFile(path: $0, memory: memory) }
  }

  /// Of everything that the index reads.
  private func digest(of documents: [RelatedDocument], _ project: Project) -> UInt64 {
    var print = Fingerprint("related")
    print.add(project.digests.configuration)
    for document in documents {
      print.add(document.id)
      print.add(document.language)
      print.add(document.date)
      print.add(document.digest)
      print.add(document.series?.name)
      print.add(document.series?.number ?? 0)
      print.add(document.section)
      print.add(document.isCandidate ? 1 : 0)
      print.add(document.pins)
      print.add(document.excluded)
      print.add(document.translationGroup)
    }
    return print.value
  }
}

extension SiteFingerprints {
  /// Of all that a ``RelatedText`` is made of.
  fileprivate func digestOfText(_ index: Int, parsedBy parser: UInt64) -> UInt64 {
    // An article is large, so its parts are asked for one by one, and it is not copied.
    var print = Fingerprint("text")
    print.add(parser)
    print.add(site.articles[index].body.digest)
    print.add(site.articles[index].source)
    for term in site.terms(of: index) { print.add(term.name) }
    print.add(site.articles[index].authors.count)
    for author in site.articles[index].authors { print.add(site.authors[author].id) }
    return print.value
  }
}
