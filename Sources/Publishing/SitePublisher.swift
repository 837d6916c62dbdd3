import Content
import Rendering
import SiteModel
import Syndication

/// Builds a publication: reads, parses, models, relates, renders and writes it.
package struct SitePublisher: Sendable {
  let options: PublishingOptions
  let reader: ContentReader
  let stopwatch: Stopwatch
  let listener: BuildListener
  let tally: ProfileTally?
  let memory: BuildMemory?
  private let processorTime: Stopwatch?

  /// Makes a publisher for one build.
  ///
  /// - Parameters:
  ///   - options: what is asked for.
  ///   - stopwatch: measures the stages for the report, and whether an article takes too long.
  ///   - processorTime: what all threads have used so far; with it a profile is made.
  ///   - memory: what this process kept of its last build, if it builds more than once.
  ///   - listener: hears what happens while the build runs.
  package init(
    _ options: PublishingOptions, stopwatch: @escaping Stopwatch, processorTime: Stopwatch? = nil,
    memory: BuildMemory? = nil, listener: BuildListener = BuildListener()
  ) {
    self.options = options
    self.stopwatch = stopwatch
    self.processorTime = processorTime
    self.memory = memory
    self.listener = listener
    tally = processorTime.map { _ in ProfileTally() }
    reader = ContentReader(root: options.source)
  }

  /// Builds the publication; if anything is wrong, the output folder stays as it was.
  package func publish() async -> BuildReport {
    var log = StageLog(stopwatch: stopwatch, processorTime: processorTime)
    guard let lock = log.noting(await lockOutput()) else {
      return await announcing(report(log))
    }
    defer { lock.release() }
    async let found = reader.list()
    let cache = await log.stage("recall") { recall() }
    // What stands is needed late, and looked at beside everything until then.
    async let standing = StandingOutput(of: cache, in: options.output, jobs: options.jobs)
    let listedSince = stopwatch()
    let listing = log.ending("list", begun: listedSince, with: Checked(value: await found))
    if let last = unchangedSummary(of: cache, listing), await standing.isComplete {
      return await announcing(report(repeating: last, log))
    }
    async let relatedState = relatedFile?.read()
    let project = await log.stage("read") { readProject(listing) }
    log.checks = checks(of: project)
    guard var sources = await log.stage("parse", { await parse(project, recalling: cache) }) else {
      return await announcing(report(log))
    }
    var modelled = await log.stage("model") { model(&sources, of: project) }
    let state = await relatedState
    let (related, machineFiles) = await log.stage("relate") {
      await relate(modelled, in: project, recalling: cache, and: state)
    }
    modelled.prints.related = related.lists
    modelled.prints.site.forgetPlainTexts()
    let ledger = log.noting(compareWithLedger(modelled.prints.site))
    let output = await standing
    let outputs = await log.stage("plan") {
      await plan(modelled.prints, machineFiles, of: project, recalling: cache, beside: output)
    }
    await log.stage("complete") { await complete(&modelled.prints.site, for: outputs, of: project) }
    let (site, isFaulty) = (modelled.prints.site, log.hasFailed(options))
    async let encoding = encodePictures(outputs, of: site, unless: isFaulty)
    let pages = await log.stage("render") {
      await prepare(site, outputs, of: project)
    }
    let waitingSince = stopwatch()
    let pictures = log.ending("encode", begun: waitingSince, with: await encoding)
    let hasFailed = log.hasFailed(options)
    let staged = await log.stage("write") {
      await write(pages, pictures, beside: output, unless: hasFailed)
    }
    let judged = await log.stage("check") {
      await check(staged, of: site, project.listing, beside: output)
    }
    let isFlawed = log.hasFailed(options)
    let changes = await log.stage("move") { finish(staged, unless: isFlawed) }
    let isDone = changes.map { !$0.isUnfinished } ?? false
    let kept = isDone ? log.noting(keep(ledger, of: site)) : nil
    var report = self.report(on: site, changes, log, related)
    var work = FinishedWork(
      files: pages.files, changes: isDone ? changes : nil, related: related, report: report)
    work.judged = judged
    work.ledger = kept
    work.edition = BuiltEdition(options, for: site.configuration.baseURL)
    await listener.onOutput(report)
    report.diagnostics += await log.stage("remember") {
      keep(modelled, of: sources, in: project)
      return Checked(value: await remember(sources, work, modelled.instants, after: cache))
    }
    report.validFor = validity(until: modelled.instants.next(after: options.now))
    report.stages = log.stages
    return report
  }

  private func announcing(_ report: BuildReport) async -> BuildReport {
    await listener.onOutput(report)
    return report
  }
}

/// Hears of a build before it is over.
package struct BuildListener: Sendable {
  /// Another build is at work in the output folder, and this one waits for it.
  package var onWait: @Sendable (LockHolder) -> Void = { _ in }
  /// What came of the build, once, as soon as it can be seen; what is left to be done then is for the
  /// next build.
  package var onOutput: @Sendable (BuildReport) async -> Void = { _ in }

  package init() {}
}

/// The time since some instant in the past.
package typealias Stopwatch = @Sendable () -> Duration

/// A stage's result, with what it found wrong.
struct Checked<Value> {
  var value: Value
  var diagnostics: [Diagnostic] = []
  /// What was read or written, for the profile.
  var bytes = 0
}

/// The stages as they ran.
struct StageLog {
  private let stopwatch: Stopwatch
  private let processorTime: Stopwatch
  private(set) var stages: [BuildReport.Stage] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// How severe the findings are that the publication may choose about, once that is known.
  var checks: CheckSettings?

  init(stopwatch: @escaping Stopwatch, processorTime: Stopwatch? = nil) {
    self.stopwatch = stopwatch
    self.processorTime = processorTime ?? { .zero }
  }

  /// Runs a stage, times it and keeps what it found wrong.
  mutating func stage<Value>(
    _ name: String, _ run: () async -> Checked<Value>
  ) async -> Value {
    let (start, processorStart) = (stopwatch(), processorTime())
    let result = await run()
    stages.append(
      BuildReport.Stage(
        name: name, duration: stopwatch() - start, cpu: processorTime() - processorStart,
        bytes: result.bytes))
    return noting(result)
  }

  /// Keeps what came of work that went on beside other stages, and how long it was waited for.
  mutating func ending<Value>(
    _ name: String, begun start: Duration, with result: Checked<Value>
  ) -> Value {
    stages.append(BuildReport.Stage(name: name, duration: stopwatch() - start))
    return noting(result)
  }

  /// Keeps what was found wrong, and hands on the rest.
  mutating func noting<Value>(_ result: Checked<Value>) -> Value {
    diagnostics += checks?.applied(to: result.diagnostics) ?? result.diagnostics
    return result.value
  }

  /// Whether what was found so far keeps the publication from being written.
  func hasFailed(_ options: PublishingOptions) -> Bool {
    diagnostics.contains {
      $0.severity == .error || options.isStrict && $0.severity == .warning
    }
  }
}
