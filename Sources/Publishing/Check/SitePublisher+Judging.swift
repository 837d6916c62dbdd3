import Checking
import Content
import SiteModel

extension SitePublisher {
  /// Checks the publication as it will be, before any of it is in its place.
  ///
  /// What was made is read; what stands is remembered from when it was made, and read again only if
  /// that no longer holds.
  /// - Returns: What each file says, as the cache keeps it; nothing if nobody asks for a check.
  func check(
    _ staged: StagedOutput?, of site: Site, _ listing: SourceListing,
    beside standing: StandingOutput
  ) async -> Checked<[ArraySlice<UInt8>]> {
    guard options.isChecked, let staged else { return Checked(value: []) }
    let base = site.configuration.baseURL
    let paths = Set(staged.files.map(\.outputPath))
    let addresses = SiteAddresses(files: paths, base: base)
    let reader = OutputReader(addresses, external: false)
    let known = standing.contents(beside: staged.files, paths, at: base)
    let read = await staged.files.indices.concurrentMap(jobs: options.jobs) { index in
      let file = staged.files[index]
      guard OutputReader.reads(file.outputPath) else { return ReadFile() }
      if file.knownStamp != nil, let (contents, record) = known[file.outputPath] {
        return ReadFile(contents: contents, record: record)
      }
      // A file that vanished since it was written will be missed by whatever moves it.
      return staged.contents(ofFileAt: index).map { ReadFile(reader.read(file.outputPath, $0)) }
        ?? ReadFile()
    }
    var sizes: [String: Int] = [:]
    for (file, settled) in zip(staged.files, staged.settled) {
      sizes[file.outputPath] = settled.stamp.size
    }
    let findings = judge(
      read.compactMap(\.contents), addresses, sizes, site.configuration.check.budget)
    return Checked(value: read.map(\.record), diagnostics: locate(findings, of: site, listing))
  }

  /// Everything that is wrong with files, each by itself and beside the others.
  func judge(
    _ contents: [PageContents], _ addresses: SiteAddresses, _ sizes: [String: Int],
    _ budget: PageBudget
  ) -> [Finding] {
    let rules = SiteRules(addresses, sizes: sizes, budget: budget)
    return contents.flatMap(\.findings) + rules.findings(in: contents)
  }

  /// The findings with the lines of the sources that are to blame.
  func locate(_ findings: [Finding], of site: Site, _ listing: SourceListing) -> [Diagnostic] {
    if findings.isEmpty { return [] }
    var locator = SourceLocator(site, listing, reader)
    return locator.diagnostics(for: findings)
  }
}

/// A file of the publication that was read.
private struct ReadFile: Sendable {
  var contents: PageContents?
  /// The same as the cache keeps it.
  var record: ArraySlice<UInt8> = []
}

extension ReadFile {
  init(_ contents: PageContents) {
    self.contents = contents
    record = RecordWriter.bytes(of: contents, file: contents.file)[...]
  }
}
