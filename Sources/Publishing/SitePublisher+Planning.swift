import Content
import SiteModel
import Syndication

/// The files that the publication consists of, and which of them are as they should be.
struct OutputPlan: Sendable {
  var files: [PlannedFile]
  /// Addresses of the theme's files, by path below `Templates/assets/`.
  var assets: [String: Permalink]
  /// "You May Also Like" of each article.
  var related: [[Int]]

  /// What each feed shows.
  var feeds: [Permalink: [Int]]

  /// The articles of which feeds that have to be made show the text.
  var articlesInFeeds: Set<Int> {
    filesToMake.reduce(into: []) { $0.formUnion(feeds[$1.original.permalink] ?? []) }
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

  private var filesToMake: [PlannedFile] { files.filter { $0.knownStamp == nil } }
}

extension SitePublisher {
  /// Plans the files of the theme, those that are copied, and the pages.
  func plan(
    _ fingerprints: SiteFingerprints, of project: Project, recalling cache: BuildCache,
    beside standing: StandingOutput
  ) async -> Checked<OutputPlan> {
    let site = fingerprints.site
    let assets = AssetPipeline(project.assets, base: site.configuration.baseURL)
    let copies = site.files.map { file in
      let path = "Content/\(file.source)"
      return PlannedFile(
        permalink: file.permalink, content: .copy(path),
        fingerprint: project.listing.stamps[path].map { cache.fingerprint(ofFile: $0) })
    }
    let pages = await site.outline.concurrentMap(jobs: options.jobs) {
      PlannedFile(
        permalink: site.permalink(of: $0), content: .page($0),
        fingerprint: fingerprints.fingerprint(of: $0))
    }
    let shown = MachineFiles(site: site).articlesByFeed
    let feeds = shown.sorted { $0.key < $1.key }.map { permalink, articles in
      PlannedFile(
        permalink: permalink, content: .feed,
        fingerprint: fingerprints.fingerprint(ofFile: permalink, showing: articles))
    }
    var files = assets.files + copies + feeds + pages
    var diagnostics = assets.diagnostics
    if site.configuration.isPrecompressed {
      files += files.flatMap { $0.compressed() }
      diagnostics += ContentEncoding.problem.map { [OutputMessage.cannotCompress($0)] } ?? []
    }
    return Checked(
      value: OutputPlan(
        files: standing.settle(files), assets: assets.addresses, related: fingerprints.related,
        feeds: shown),
      diagnostics: diagnostics)
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
