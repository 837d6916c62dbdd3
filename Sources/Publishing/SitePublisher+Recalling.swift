import Content
import SiteModel

extension SitePublisher {
  /// Recalls what the last build left, if anything.
  func recall() -> Checked<BuildCache> {
    guard let file = cacheFile else { return Checked(value: BuildCache()) }
    let read = file.read()
    var cache = read.value
    // Another libvips makes other pictures.
    if let library = cache.library, !library.holds { cache = BuildCache() }
    // What lies in another folder says nothing about this one.
    if cache.outputFolder != options.output { cache.forgetOutput() }
    return Checked(value: cache, diagnostics: read.diagnostics)
  }

  /// What there is to tell of a build that found everything as the last one left it.
  func report(repeating summary: BuildSummary, _ log: StageLog) -> BuildReport {
    var report = BuildReport(summary)
    report.validFor = validity(until: summary.firstInstantAfter)
    report.stages = log.stages
    return report
  }

  /// What the last build told, if its sources are as they were: a build now would tell the same, and
  /// change nothing where the output is as it was too.
  func unchangedSummary(of cache: BuildCache, _ listing: SourceListing) -> BuildSummary? {
    guard let summary = cache.summary, summary.optionsDigest == options.digest,
      summary.firstInstant <= options.now, options.now < summary.firstInstantAfter,
      listing.diagnostics.isEmpty, listing.stamps.count == cache.sources.count,
      cache.sources.allSatisfy({ listing.stamps[$0.path] == $0.stamp && cache.knows($0.stamp) }),
      summary.ledgerDigest == readLedger()?.digest ?? 0
    else { return nil }
    return summary
  }

  var cacheFile: CacheFile? {
    options.cache.map { CacheFile(path: $0, writer: options.program, memory: memory) }
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
    print.add(hosting?.rawValue)
    let flags = [
      includesDrafts, includesFuture, includesExpired, isStrict, isPrecompressed, isChecked,
      ledger?.isExtended ?? false,
    ]
    for flag in flags {
      print.add(flag ? 1 : 0)
    }
    return print.value
  }
}
