import Content
import SiteModel
import Syndication

/// The files that the publication consists of, and which of them are as they should be.
struct OutputPlan: Sendable {
  var files: [PlannedFile]
  /// "You May Also Like" of each article.
  var related: [[Int]]

  /// The articles of which feeds that have to be made show the text.
  var articlesInFeeds: Set<Int> {
    var articles: Set<Int> = []
    for case .feed(let feed) in filesToMake.map(\.original.content) {
      articles.formUnion(feed.articles)
    }
    return articles
  }

  var pagesToRender: Int {
    filesToMake.count { if case .page = $0.content { true } else { false } }
  }

  /// The articles of which pages and feeds that have to be made show the whole text.
  var articlesInFull: Set<Int> {
    var articles = articlesInFeeds
    for case .page(.article(let index)) in filesToMake.map(\.original.content) {
      articles.insert(index)
    }
    return articles
  }

  var filesToMake: [PlannedFile] { files.filter { $0.knownStamp == nil } }
}

extension SitePublisher {
  /// Plans the files of the theme, those that are copied, the pages, and what programs read.
  func plan(
    _ fingerprints: SiteFingerprints, _ machineFiles: [PlannedFile], of project: Project,
    recalling cache: BuildCache, beside standing: StandingOutput
  ) async -> Checked<OutputPlan> {
    let site = fingerprints.site
    let assets = project.theme.assets
    let copies = site.files.map { file in
      let path = "Content/\(file.source)"
      return PlannedFile(
        permalink: file.permalink, content: site.isDrawing(file) ? .drawing(path) : .copy(path),
        fingerprint: project.listing.stamps[path].map { cache.fingerprint(ofFile: $0) })
    }
    let pictures = site.renditionFiles + site.cardFiles
    let pages = await site.outline.concurrentMap(jobs: options.jobs) {
      PlannedFile(
        permalink: site.permalink(of: $0), content: .page($0),
        fingerprint: fingerprints.fingerprint(of: $0))
    }
    let feeds = site.feedPlans.map { feed in
      PlannedFile(
        permalink: feed.permalink, content: .feed(feed),
        fingerprint: fingerprints.fingerprint(ofFile: feed.permalink, showing: feed.articles))
    }
    var files = assets.files
    files.reserveCapacity(
      files.count + copies.count + pictures.count + feeds.count + pages.count + machineFiles.count)
    for part in [copies, pictures, feeds, pages] { files += part }
    var diagnostics = assets.diagnostics
    if site.configuration.isPrecompressed {
      files += files.flatMap { $0.compressed() }
      diagnostics += ContentEncoding.problem.map { [OutputMessage.cannotCompress($0)] } ?? []
    }
    files += machineFiles
    standing.settle(&files)
    return Checked(
      value: OutputPlan(files: files, related: fingerprints.related), diagnostics: diagnostics)
  }

  /// These files read anything, but they are made faster than one could find out whether they change.
  func machineFiles(of site: Site, _ assets: [String: Permalink]) -> [PlannedFile] {
    MachineFiles(site: site, assets: assets).otherFiles().flatMap { file in
      let planned = PlannedFile(
        permalink: file.permalink, content: .bytes(file.bytes),
        fingerprint: Fingerprint(of: file.bytes).value)
      let isCompressed = site.configuration.isPrecompressed && file.reader == .visitors
      return [planned] + (isCompressed ? planned.compressed() : [])
    }
  }
}

extension BuildCache {
  /// Of a file that is copied as it is: its stamp, or something that it never was if the stamp says
  /// too little.
  fileprivate func fingerprint(ofFile stamp: FileStamp) -> UInt64 {
    var print = Fingerprint("copy")
    for number in [stamp.size, stamp.modified, stamp.changed] { print.add(number) }
    print.add(stamp.inode)
    if notedAt > 0, !knows(stamp) { print.add(notedAt) }
    return print.value
  }
}
