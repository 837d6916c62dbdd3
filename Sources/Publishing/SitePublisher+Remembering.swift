import Content
import SiteModel

extension SitePublisher {
  /// Leaves what this build found for the next one.
  ///
  /// After a build that failed, only what it parsed is new: the output is as it was.
  func remember(
    _ sources: ParsedSources, _ work: FinishedWork, _ instants: InstantsOfChange,
    after cache: BuildCache
  ) async -> [Diagnostic] {
    guard let file = cacheFile else { return [] }
    var next = cache
    next.sources = sources.records
    next.parserDigest = sources.parserDigest
    next.encoders = sources.encoders
    next.library = sources.library
    next.summary = nil
    next.outputFolder = options.output
    if let changes = work.changes {
      next.related = work.related
      next.outputs = outputs(work, changes)
      next.readFor = work.edition.baseURL
      next.verdict = work.judged?.verdict
      next.folders = await folders(of: next.outputs, changes, after: cache)
      // Without the folder there is nothing to remember of it.
      let folder = try? OpenFolder(options.output)
      next.topNames = folder?.topNames() ?? []
      next.listStamp = nil
      next.hasForeignFiles = work.report.diagnostics.contains {
        $0.identifier == .outputForeignFile
      }
      if next.outputs.count == work.files.count {
        next.listStamp = folder?.stamp(of: OutputManifest.name)
        next.summary = summary(of: work.report, instants)
        next.summary?.ledgerDigest = work.ledger ?? 0
        next.summary?.edition = work.edition
      }
    }
    return file.write(next)
  }

  /// The time from the instant that is built for to another one; nil if that is never.
  func validity(until instant: Int?) -> Duration? {
    guard let instant, instant != .max else { return nil }
    return .seconds(instant - options.now)
  }

  private func outputs(_ work: FinishedWork, _ changes: OutputChanges) -> [OutputRecord] {
    work.files.indices.compactMap { index in
      guard let fingerprint = work.files[index].fingerprint else { return nil }
      return OutputRecord(
        path: work.files[index].outputPath, stamp: changes.stamps[index],
        fingerprint: fingerprint, contents: work.judged?.contents[index] ?? [])
    }
  }

  /// Folders in which nothing changed keep the stamps that they had before the build looked.
  private func folders(
    of files: [OutputRecord], _ changes: OutputChanges, after cache: BuildCache
  ) async -> [FolderRecord] {
    let changed = (changes.written + changes.removed).foldersAbove()
    let root = options.output
    var known = cache.folders
    let new = newFolders(of: files, after: cache)
    if !new.isEmpty {
      known += new.map { FolderRecord(path: $0, stamp: .blank) }
      known.sort { $0.path < $1.path }
    }
    let records = await known.concurrentMap(jobs: options.jobs) { folder -> FolderRecord? in
      if folder.stamp != .blank, !changed.contains(folder.path) { return folder }
      return FileStamp(ofFolder: "\(root)/\(folder.path)").map {
        FolderRecord(path: folder.path, stamp: $0)
      }
    }
    // A folder that is gone has no stamp.
    return records.compactMap(\.self)
  }

  private func newFolders(of files: [OutputRecord], after cache: BuildCache) -> Set<String> {
    if files.count == cache.outputs.count,
      zip(files, cache.outputs).allSatisfy({ $0.path == $1.path })
    {
      return []
    }
    let earlier = Set(cache.outputs.lazy.map(\.path))
    return files.lazy.map(\.path).filter { !earlier.contains($0) }.foldersAbove()
      .subtracting(cache.folders.lazy.map(\.path))
  }

  private func summary(of report: BuildReport, _ instants: InstantsOfChange) -> BuildSummary {
    var summary = BuildSummary()
    summary.optionsDigest = options.digest
    summary.firstInstant = instants.last(upTo: options.now) ?? .min
    summary.firstInstantAfter = instants.next(after: options.now) ?? .max
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
  /// What the files say; nil if they were not read.
  var judged: JudgedOutput?
  var related: RelatedMemory
  var report: BuildReport
  /// The digest of the list of published addresses; nil if there is none.
  var ledger: UInt64?
  var edition = BuiltEdition()
}
