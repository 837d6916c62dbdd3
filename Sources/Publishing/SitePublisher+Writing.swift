import Content
import Related
import Rendering
import SiteModel

extension SitePublisher {
  /// Writes what changed, beside the publication as it is; with an error anywhere it writes nothing.
  func write(
    _ site: PreparedSite, _ pictures: EncodedPictures, beside standing: StandingOutput,
    unless failed: Bool
  ) async -> Checked<StagedOutput?> {
    guard !failed, let renderer = site.renderer else { return Checked(value: nil) }
    var folder = OutputFolder(path: options.output, jobs: options.jobs)
    folder.standing = standing
    let making = FileMaking(
      reader: reader, feeds: site.feeds, pictures: pictures, render: profiled(renderer))
    var written = await folder.stage(site.files) { making.source(of: $0) }
    written.bytes = written.value?.size ?? 0
    return written
  }

  /// Puts the publication in its place, unless something was found wrong with it.
  func finish(_ staged: StagedOutput?, unless failed: Bool) -> Checked<OutputChanges?> {
    guard let staged else { return Checked(value: nil) }
    if failed { return Checked(value: nil, diagnostics: staged.abandon()) }
    let moved = staged.moveIntoPlace()
    return Checked(value: moved.value, diagnostics: moved.diagnostics)
  }

  /// What renders a page, measured if a profile is asked for.
  private func profiled(_ renderer: SiteRenderer) -> @Sendable (SitePage) -> [UInt8] {
    guard let tally else { return renderer.render }
    return { [stopwatch] page in
      let start = stopwatch()
      let bytes = renderer.render(page)
      tally.add(
        .template, renderer.templateName(of: page), time: stopwatch() - start, bytes: bytes.count)
      return bytes
    }
  }

  /// What there is to tell of a build that ended early.
  func report(_ log: StageLog) -> BuildReport {
    var report = BuildReport()
    report.diagnostics = log.diagnostics.withoutRepetitions.sortedByPlace().map { diagnostic in
      var diagnostic = diagnostic
      if options.isStrict, diagnostic.severity == .warning { diagnostic.severity = .error }
      return diagnostic
    }
    report.stages = log.stages
    report.profile = tally?.profile
    report.excerpts = excerpts(of: report.diagnostics.compactMap(\.place))
    return report
  }

  /// Puts together what there is to tell.
  func report(
    on site: Site, _ changes: OutputChanges?, _ log: StageLog, _ related: RelatedMemory
  ) -> BuildReport {
    var report = report(log)
    report.articles = site.articles.count
    report.pages = site.outline.count
    report.leftOut = site.leftOut
    report.output = changes ?? OutputChanges()
    report.addresses = SourceAddresses(site)
    let consent = site.configuration.consent
    report.consentRevision = consent.proof == nil ? nil : consent.revision
    report.related = related.lines
    return report
  }

  /// Coverage and in-degree: whether the same few articles are recommended everywhere.
  func lines(about lists: RelatedLists, of site: Site) -> [String] {
    let found = lists.report
    guard found.candidateCount > 0 else { return [] }
    var lines = [
      "related: \(found.coverage / 10) % of the articles are recommended somewhere, "
        + "\(found.orphans.count) nowhere; \(found.shortLists) short lists"
    ]
    if let most = found.mostRecommended.first {
      lines.append(
        "related: most often \(site.articles[most.document].source), in \(most.lists) lists")
    }
    return lines
  }

  /// The source lines that diagnostics point at.
  private func excerpts(of places: [Place]) -> [Place: String] {
    var excerpts: [Place: String] = [:]
    let byFile = Dictionary(grouping: places.filter { $0.line > 0 }, by: \.file)
    for (file, places) in byFile {
      // A file that vanished since it was parsed has no lines to show.
      guard case .success(let bytes) = reader.read(file) else { continue }
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for place in places where place.line <= lines.count {
        excerpts[place] = String(decoding: lines[place.line - 1], as: UTF8.self)
      }
    }
    return excerpts
  }
}
