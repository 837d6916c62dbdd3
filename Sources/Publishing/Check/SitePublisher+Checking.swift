import Checking
import Content
import SiteModel

extension SitePublisher {
  /// Checks the publication as it lies in the output folder, and its sources as a build does; writes
  /// nothing.
  ///
  /// What the files say is compared with nothing but the files, however they came about; the sources
  /// tell which of their lines is to blame.
  package func check(_ wishes: CheckOptions = CheckOptions()) async -> CheckReport {
    var log = StageLog(stopwatch: stopwatch)
    var check = CheckReport()
    let project = await log.stage("read") { readProject(reader.list()) }
    log.checks = checks(of: project)
    if var sources = await log.stage("parse", { await parse(project, recalling: BuildCache()) }) {
      let content = ParsedContent(of: sources.files.lazy.map(\.file), listing: project.listing)
      let site = await log.stage("model") { model(&sources, of: project) }.prints.site
      let output = await log.stage("list") { await listOutput(for: site) }
      let addresses = SiteAddresses(
        files: SiteFiles(output.files), base: site.configuration.baseURL)
      let reader = OutputReader(addresses, external: wishes.external != nil)
      let contents = await log.stage("scan") { await scan(output, with: reader) }
      let rules = SiteRules(addresses, budget: site.configuration.check.budget)
      var findings = await Verdict(on: contents, by: rules).findings
      if wishes.isRelease { findings += unfinishedPages(output, of: site) }
      findings += await log.stage("embargo") {
        await search(output, for: LeakSearch(secrets(content, site), beside: site))
      }
      let external = await log.stage("external") { await ask(wishes.external, for: contents) }
      findings += external.findings
      await log.stage("locate") {
        Checked(
          value: (),
          diagnostics: locate(findings, site.pages(of: findings), of: site, project.listing))
      }
      (check.externalLinks, check.asked) = (external.addresses, external.asked)
      (check.files, check.pages) = (output.files.count, output.pageCount)
    }
    check.build = report(log)
    return check
  }
}

/// The output folder as it is found.
struct FoundOutput: Sendable {
  /// Nil if there is none.
  var folder: OpenFolder?
  /// Sizes in bytes, by path relative to the folder.
  var files: [String: Int] = [:]

  var pageCount: Int { files.keys.count { $0.hasSuffix(".html") } }
}

extension SitePublisher {
  /// Finds the files of the output, and what should be there and is not.
  private func listOutput(for site: Site) async -> Checked<FoundOutput> {
    // That there is no folder is what is to be found out.
    guard let folder = try? OpenFolder(options.output) else {
      return Checked(value: FoundOutput(), diagnostics: [CheckMessage.isMissing(options.output)])
    }
    let paths = await folder.listing(jobs: options.jobs).files.sorted()
    let sizes = await paths.concurrentMap(jobs: options.jobs) { folder.stamp(of: $0)?.size }
    var output = FoundOutput(folder: folder)
    for (path, size) in zip(paths, sizes) { output.files[path] = size }
    let planned = Set(site.outline.map { site.permalink(of: $0).outputPath })
    let lacking = planned.union(OutputManifest(in: folder).paths)
      .filter { output.files[$0] == nil }.sorted()
    // That links to them lead nowhere is no fault of the links.
    for path in lacking { output.files[path] = 0 }
    return Checked(value: output, diagnostics: CheckMessage.lacks(lacking))
  }

  /// Reads every file that says where something is.
  private func scan(
    _ output: FoundOutput, with reader: OutputReader
  ) async -> Checked<[PageContents]> {
    guard let folder = output.folder else { return Checked(value: []) }
    let files = output.files.keys.filter(OutputReader.reads).sorted()
    // Those that are lacking cannot be read.
    let contents = await files.concurrentMap(jobs: options.jobs) { file in
      folder.contents(of: file).map { reader.read(file, $0) }
    }
    return Checked(value: contents.compactMap(\.self))
  }

  private func unfinishedPages(_ output: FoundOutput, of site: Site) -> [Finding] {
    let search = PlaceholderSearch(site: site)
    return search.files.flatMap { file in
      output.folder?.contents(of: file).map { search.findings(in: file, $0) } ?? []
    }
  }
}
