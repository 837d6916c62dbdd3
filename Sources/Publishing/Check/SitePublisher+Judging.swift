import Checking
import Content
import SiteModel

extension SitePublisher {
  /// Checks the publication as it will be, before any of it is in its place.
  ///
  /// What was made is read; what stands is remembered from when it was made, and read again only if
  /// that no longer holds.
  /// - Returns: What each file says and what is wrong with all of them, as the cache keeps it; nil if
  ///   nobody asks for a check.
  func check(
    _ staged: StagedOutput?, of site: Site, _ listing: SourceListing,
    beside standing: StandingOutput
  ) async -> Checked<JudgedOutput?> {
    guard options.isChecked, let staged else { return Checked(value: nil) }
    let base = site.configuration.baseURL
    let positions = standing.positions(of: staged.files)
    let addresses = SiteAddresses(
      files: SiteFiles(positions: positions, sizes: staged.sizes), base: base)
    let known = standing.contents(beside: staged.files, positions, at: base)
    let read = await read(staged, OutputReader(addresses, external: false), knowing: known)
    let rules = SiteRules(addresses, budget: site.configuration.check.budget)
    let judged: JudgedOutput
    if let verdict = known.verdict(with: read, by: rules) {
      judged = JudgedOutput(contents: read.map(\.record), verdict: verdict)
    } else {
      // The others say nothing, whatever they are.
      let telling = read.indices.filter { !read[$0].record.isEmpty }
      let all = await telling.concurrentMap(jobs: options.jobs) { index in
        let path = read[index].path
        return read[index].contents ?? known.contents(of: path) ?? PageContents(file: path)
      }
      judged = JudgedOutput(
        contents: read.map(\.record), verdict: await Verdict(on: all, by: rules))
    }
    let findings = judged.verdict.findings
    return Checked(
      value: judged, diagnostics: locate(findings, staged.pages(of: findings), of: site, listing))
  }

  /// The findings with the lines of the sources that are to blame; takes the pages among the files
  /// that they are about.
  func locate(
    _ findings: [Finding], _ pages: [String: SitePage], of site: Site, _ listing: SourceListing
  ) -> [Diagnostic] {
    if findings.isEmpty { return [] }
    var locator = SourceLocator(site, listing, reader, pages: pages)
    return locator.diagnostics(for: findings)
  }

  /// Reads what was made, and whatever else is not known.
  private func read(
    _ staged: StagedOutput, _ reader: OutputReader, knowing known: StandingContents
  ) async -> [ReadFile] {
    await staged.files.indices.concurrentMap(jobs: options.jobs) { index in
      let path = staged.files[index].outputPath
      var file = ReadFile(path: path, isMade: staged.files[index].knownStamp == nil)
      guard OutputReader.reads(path) else { return file }
      if !file.isMade, let known = known.file(at: path, likely: index) { return known }
      // A file that vanished since it was written will be missed by whatever moves it.
      guard let bytes = staged.contents(ofFileAt: index) else { return file }
      let contents = reader.read(path, bytes)
      file.record = RecordWriter.bytes(of: contents, file: path)[...]
      file.contents = contents
      return file
    }
  }
}

/// What the files of the publication say, and what is wrong with them.
struct JudgedOutput: Sendable {
  /// One ``PageContents`` for each file, as the cache keeps it.
  var contents: [ArraySlice<UInt8>]
  var verdict: Verdict
}

/// A file of the publication, with what it says.
struct ReadFile: Sendable {
  var path: String
  /// Whether it is not as it was left.
  var isMade: Bool
  /// Nil if the file says nothing, or if it was not read.
  var contents: PageContents?
  /// The same as the cache keeps it.
  var record: ArraySlice<UInt8> = []
}

extension StagedOutput {
  /// Of each file, in bytes.
  fileprivate var sizes: [Int] { settled.map(\.stamp.size) }

  /// The pages among the files that findings are about, by path.
  fileprivate func pages(of findings: [Finding]) -> [String: SitePage] {
    let faulty = Set(findings.map(\.file))
    var pages: [String: SitePage] = [:]
    for index in files.indices where faulty.contains(files[index].outputPath) {
      if case .page(let page) = files[index].content { pages[files[index].outputPath] = page }
    }
    return pages
  }
}

extension Site {
  /// The same, of a publication that lies in its folder.
  func pages(of findings: [Finding]) -> [String: SitePage] {
    let faulty = Set(findings.map(\.file))
    var pages: [String: SitePage] = [:]
    for page in outline {
      let path = permalink(of: page).outputPath
      if faulty.contains(path) { pages[path] = page }
    }
    return pages
  }
}
