import Content
import Related
import SiteModel

extension SitePublisher {
  /// Relates the articles; beside that the files for programs are made, which need no related articles:
  /// in a rebuild most of the index's work is that of one thread.
  func relate(
    _ modelled: ModelledSite, in project: Project, recalling cache: BuildCache,
    and state: RelatedState?
  ) async -> Checked<(RelatedMemory, [PlannedFile])> {
    let site = modelled.prints.site
    async let files = machineFiles(of: site, project.theme.assets.addresses)
    let related = await relate(
      modelled.documents, of: site, in: project, recalling: cache, and: state)
    return Checked(value: (related.value, await files), diagnostics: related.diagnostics)
  }

  /// The articles of "You May Also Like" for each article, recalled if nothing that the index reads
  /// has changed.
  ///
  /// Of an article that the index has read before not even the text is needed.
  private func relate(
    _ documents: RelatedDocuments, of site: Site, in project: Project,
    recalling cache: BuildCache, and state: RelatedState?
  ) async -> Checked<RelatedMemory> {
    let digest = documents.digest
    if cache.related.digest == digest { return Checked(value: cache.related) }
    let texts = ArticleTexts(of: site, reader, project)
    let index = await RelatedIndex(
      RelatedSource(documents.all) { texts.relatedText(of: $0) },
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
}
