import ArgumentParser
import Deploying
import Foundation
import Publishing
import SiteModel

/// `sitegen deploy`.
struct DeployCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deploy",
    abstract: "Brings the publication to its host.",
    discussion: """
      Only what changed since the last deploy is brought there, with rclone or rsync: pictures and \
      styles first, then pages, then feeds and sitemaps; what is no longer published is removed \
      last. A deploy that was stopped goes on when it is run again. Nothing is deployed that was \
      built with drafts, for another address or before the last change of the sources.

      Exit status: 0 when the target holds the publication, 1 when it does not, 64 for wrong options.
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var place: TargetOptions

  @Flag(name: .long, help: "Build the publication first.")
  var build = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Remove at most so many files (default: 50, or a quarter of them up to 256).",
      valueName: "n"))
  var maxDeletes: Int?

  @Flag(name: .long, help: "Bring every file, even if it seems to be there.")
  var all = false

  func validate() throws {
    if let maxDeletes, maxDeletes < 0 {
      throw ValidationError("--max-deletes takes a number from 0 up.")
    }
    guard !source.drafts, !source.future, !source.expired, source.now == nil else {
      throw ValidationError(
        "Drafts and articles before or after their time are not deployed: leave out -D, -F, -E and --now."
      )
    }
  }

  func run() async throws {
    let folder = place.folder(source)
    var options = source.publishingOptions(output: folder)
    options.cache = source.cache("build")
    options.ledger = source.ledger
    let publisher = SitePublisher(options, stopwatch: stopwatch, listener: .reporting)
    let (configuration, mistakes) = publisher.configuration()
    try report(mistakes.filter { $0.severity == .error })
    guard let target = try place.choice(configuration.deploy, source) else {
      return try report([DeployMessage.noTargets])
    }
    if URL(filePath: target.address).standardized == URL(filePath: folder).standardized {
      try report([DeployMessage.isOutput(target)])
    }
    if build { try await publish(publisher) }
    let stop = StopSwitch()
    let interruption = Interruption(stopping: stop)
    defer { interruption.cancel() }
    let (outcome, problems) = await publisher.withOutput(for: configuration.baseURL) { files in
      Result { try deploy(files, to: target, configuration, stop) }
    }
    try report(problems)
    do {
      try outcome?.get()
    } catch let failure as DeployFailure {
      try report([failure.diagnostic])
    }
  }
}

extension DeployCommand {
  private func publish(_ publisher: SitePublisher) async throws {
    let report = await publisher.publish()
    let text = ReportText(report, detail: .normal)
    if !text.diagnostics.isEmpty { writeError(text.diagnostics + "\n") }
    let summary = text.summary(outputName: place.output ?? "Site/")
    if report.succeeded { print(summary) } else { writeError(summary) }
    if !report.succeeded { throw ExitCode(1) }
  }

  private func deploy(
    _ files: [PublishedFile], to target: DeployTarget, _ configuration: SiteConfiguration,
    _ stop: StopSwitch
  ) throws {
    let deployer = try Deployer(
      target, files, for: configuration.hosting, in: place.surroundings(source, stop))
    let (plan, notes) = try deployer.plan(bringing: all ? .all : .changed)
    try report(notes)
    let text = DeployText(plan, target: target.name.value)
    if place.dryRun {
      print(text.everything)
    }
    let limit = DeletionLimit(maxDeletes ?? configuration.deploy.deletions)
    let allowed = limit.allowed(of: plan.unchanged.count + plan.deletions.count)
    if plan.deletions.count > allowed {
      if !place.dryRun { writeError(text.deletions) }
      try report([DeployMessage.removesTooMuch(plan, allowed: allowed)])
    }
    if place.dryRun { return }
    let start = stopwatch()
    try deployer.carryOut(plan) { step, count in
      print(text.line(for: step, count: count))
      fflush(nil)
    }
    print(text.summary(after: stopwatch() - start))
  }
}
