import Content
import SiteModel

extension SitePublisher {
  /// What the last build left, if anything, and its summary if a build now would find the same and
  /// change nothing.
  func recall(
    _ listing: SourceListing
  ) async -> Checked<(cache: BuildCache, last: BuildSummary?)> {
    guard let file = cacheFile else { return Checked(value: (BuildCache(), nil)) }
    let read = file.read()
    var cache = read.value
    // What lies in another folder says nothing about this one.
    if cache.outputFolder != options.output { cache.forgetOutput() }
    return Checked(
      value: (cache, await unchangedSummary(of: cache, listing)), diagnostics: read.diagnostics)
  }

  /// What there is to tell of a build that found everything as the last one left it.
  func report(repeating summary: BuildSummary, _ log: StageLog) -> BuildReport {
    var report = BuildReport(summary)
    report.stages = log.stages
    return report
  }

  private func unchangedSummary(
    of cache: BuildCache, _ listing: SourceListing
  ) async -> BuildSummary? {
    guard let summary = cache.summary, summary.optionsDigest == options.digest,
      summary.firstInstant <= options.now, options.now < summary.firstInstantAfter,
      listing.diagnostics.isEmpty, listing.stamps.count == cache.sources.count,
      cache.sources.allSatisfy({ listing.stamps[$0.path] == $0.stamp && cache.knows($0.stamp) }),
      await isAsLeft(cache)
    else { return nil }
    return summary
  }

  /// Whether the output folder holds what it held after the last build, and nothing else.
  private func isAsLeft(_ cache: BuildCache) async -> Bool {
    let root = options.output
    guard topNames() == cache.topNames else { return false }
    let files = await cache.outputs.concurrentMap(jobs: options.jobs) { file in
      cache.knows(file.stamp) && FileStamp(ofFile: "\(root)/\(file.path)") == file.stamp
    }
    guard files.allSatisfy(\.self) else { return false }
    return await areFoldersAsLeft(cache)
  }

  /// What is in the output folder, if it is just what was left there.
  func knownListing(_ cache: BuildCache) async -> FolderListing? {
    guard !cache.folders.isEmpty, !cache.hasForeignFiles, topNames() == cache.topNames,
      await areFoldersAsLeft(cache)
    else { return nil }
    return FolderListing(
      files: Set(cache.outputs.map(\.path)), folders: Set(cache.folders.map(\.path)))
  }

  private func areFoldersAsLeft(_ cache: BuildCache) async -> Bool {
    let root = options.output
    let folders = await cache.folders.concurrentMap(jobs: options.jobs) { folder in
      cache.knows(folder.stamp) && FileStamp(ofFolder: "\(root)/\(folder.path)") == folder.stamp
    }
    return folders.allSatisfy(\.self)
  }

  /// What lies in the output folder itself, apart from the lock of this build.
  func topNames() -> [String]? {
    // A folder that cannot be listed is not as it was left.
    let entries = try? OpenFolder(options.output).entries(of: "")
    return entries?.map(\.name).filter { $0 != OutputLock.fileName }.sorted()
  }

  var cacheFile: CacheFile? {
    options.cache.map { CacheFile(path: $0, writer: options.program) }
  }
}

extension BuildCache {
  /// Whether a stamp that is still the same says that the file is.
  func knows(_ stamp: FileStamp) -> Bool { stamp.isOlder(than: notedAt) }
}

extension BuildReport {
  fileprivate init(_ summary: BuildSummary) {
    self.init()
    diagnostics = summary.diagnostics
    articles = summary.articles
    pages = summary.pages
    leftOut = summary.leftOut
    consentRevision = summary.consentRevision
    related = summary.related
    output.unchanged = summary.files
    excerpts = Dictionary(summary.excerpts.map { ($0.place, $0.line) }) { first, _ in first }
  }
}

extension PublishingOptions {
  /// Of all options but those that change nothing: the instant, which ``BuildSummary`` looks at
  /// itself, the number of jobs and the places of the cache and the sources.
  var digest: UInt64 {
    var print = Fingerprint("options")
    print.add(output)
    print.add(baseURL?.origin)
    print.add(baseURL?.path)
    print.add(environment)
    for flag in [includesDrafts, includesFuture, includesExpired, isStrict] {
      print.add(flag ? 1 : 0)
    }
    return print.value
  }
}
