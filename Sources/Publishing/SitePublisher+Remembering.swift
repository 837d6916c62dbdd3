import Content
import SiteModel

extension SitePublisher {
  /// Leaves what this build found for the next one.
  ///
  /// After a build that failed, only what it parsed is new: the output is as it was.
  func remember(
    _ sources: ParsedSources, _ work: FinishedWork, after cache: BuildCache
  ) async -> [Diagnostic] {
    guard let file = cacheFile else { return [] }
    var next = cache
    next.sources = sources.records
    next.parserDigest = sources.parserDigest
    next.summary = nil
    next.outputFolder = options.output
    if let changes = work.changes {
      next.related = work.related
      next.outputs = await outputs(work.files, changes, after: cache)
      next.folders = await folders(of: next.outputs, changes, after: cache)
      next.topNames = topNames() ?? []
      next.hasForeignFiles = work.report.diagnostics.contains {
        $0.identifier == .outputForeignFile
      }
      if next.outputs.count == work.files.count {
        next.summary = summary(of: work.report, sources.content)
      }
    }
    return file.write(next)
  }

  private func outputs(
    _ files: [PlannedFile], _ changes: OutputChanges, after cache: BuildCache
  ) async -> [OutputRecord] {
    let root = options.output
    let records = await files.concurrentMap(jobs: options.jobs) { file -> OutputRecord? in
      guard let fingerprint = file.fingerprint else { return nil }
      let path = file.outputPath
      // What was just written got its time of change when it was moved to its place.
      guard let stamp = file.knownStamp ?? FileStamp(ofFile: "\(root)/\(path)") else { return nil }
      return OutputRecord(path: path, stamp: stamp, fingerprint: fingerprint)
    }
    return records.compactMap(\.self)
  }

  /// Folders in which nothing changed keep the stamps that they had before the build looked.
  private func folders(
    of files: [OutputRecord], _ changes: OutputChanges, after cache: BuildCache
  ) async -> [FolderRecord] {
    let known = Dictionary(cache.folders.map { ($0.path, $0.stamp) }) { first, _ in first }
    let isSame =
      files.count == cache.outputs.count
      && zip(files, cache.outputs).allSatisfy { $0.path == $1.path }
    let changed = (changes.written + changes.removed).foldersAbove()
    let root = options.output
    let paths =
      isSame ? cache.folders.map(\.path) : files.map(\.path).foldersAbove().sorted()
    let records = await paths.concurrentMap(jobs: options.jobs) { path -> FolderRecord? in
      let kept = changed.contains(path) ? nil : known[path]
      return (kept ?? FileStamp(ofFolder: "\(root)/\(path)")).map {
        FolderRecord(path: path, stamp: $0)
      }
    }
    return records.compactMap(\.self)
  }

  private func summary(of report: BuildReport, _ content: ParsedContent) -> BuildSummary {
    var summary = BuildSummary()
    let instants = content.instantsOfChange
    summary.optionsDigest = options.digest
    summary.firstInstant = instants.filter { $0 <= options.now }.max() ?? .min
    summary.firstInstantAfter = instants.filter { $0 > options.now }.min() ?? .max
    summary.diagnostics = report.diagnostics.filter { $0.identifier != .outputCache }
    summary.excerpts = report.excerpts.map { BuildSummary.Excerpt(place: $0.key, line: $0.value) }
    summary.articles = report.articles
    summary.pages = report.pages
    summary.files = report.output.total
    summary.leftOut = report.leftOut
    summary.consentRevision = report.consentRevision
    summary.related = report.related
    return summary
  }
}

/// What a build came to.
struct FinishedWork: Sendable {
  var files: [PlannedFile]
  /// Nil if the publication was not written.
  var changes: OutputChanges?
  var related: RelatedMemory
  var report: BuildReport
}

extension ParsedContent {
  /// When articles appear or vanish.
  fileprivate var instantsOfChange: [Int] {
    articles.flatMap { document in
      let matter = document.frontMatter
      let due = [matter.date, matter.publishDate].compactMap(\.self).max()
      return [due, matter.expiryDate].compactMap { $0?.secondsSince1970 }
    }
  }
}
