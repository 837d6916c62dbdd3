import ArgumentParser
import Deploying
import Foundation
import Publishing
import SiteModel

/// `sitegen notify`.
struct NotifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notify",
    abstract: "Tells feed readers and search engines what is new.",
    discussion: """
      The WebSub hub (feeds.hub) hears of feeds that changed, IndexNow (indexNow.key) of pages that \
      changed or are gone since the last time. Nobody is ever told anything without this command. \
      The first run only notes what there is; --all tells of everything. What failed is told again \
      next time.

      Exit status: 0 when everybody was told, 1 when somebody was not, 64 for wrong options.
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var place: TargetOptions

  @Flag(name: .long, help: "Tell of everything, as if nobody had ever been told.")
  var all = false

  func run() async throws {
    var options = source.publishingOptions(output: place.folder(source))
    options.cache = source.cache("build")
    let publisher = SitePublisher(options, stopwatch: stopwatch, listener: .reporting)
    let (configuration, mistakes) = publisher.configuration()
    try report(mistakes.filter { $0.severity == .error })
    if configuration.feeds.hub == nil, configuration.indexNow == nil {
      try report([NotifyMessage.nobody])
    }
    let target = try place.choice(configuration.deploy, source)
    let stop = StopSwitch()
    let interruption = Interruption(stopping: stop)
    defer { interruption.cancel() }
    let (outcome, problems) = await publisher.withOutput(for: configuration.baseURL) { files in
      Result { try notify(of: files, at: target, configuration, stop) }
    }
    try report(problems)
    do {
      try outcome?.get()
    } catch let failure as DeployFailure {
      try report([failure.diagnostic])
    }
  }
}

extension NotifyCommand {
  private func notify(
    of files: [PublishedFile], at target: DeployTarget?, _ configuration: SiteConfiguration,
    _ stop: StopSwitch
  ) throws {
    let surroundings = place.surroundings(source, stop)
    var memory = NotifyMemory.folder(source.ownFolder)
    if let target {
      let deployer = try Deployer(target, files, for: configuration.hosting, in: surroundings)
      let plan = try deployer.plan(bringing: .changed).0
      if !plan.isEmpty { try report([NotifyMessage.isNotDeployed(plan, at: target.name.value)]) }
      memory = .target(deployer)
    }
    let news = NotifyList(of: files) { path in
      FileManager.default.contents(atPath: "\(surroundings.output)/\(path)").map { Array($0) }
    }
    let noted = try memory.read()
    let known = all ? NotifyList() : noted ?? news
    let plan = NotifyPlan(news, after: known, in: configuration)
    if place.dryRun { return print(text(of: plan, isFirst: noted == nil)) }
    let (told, failures) = try Notifier(configuration, in: surroundings).send(
      plan, of: news, after: known)
    if told != noted { try memory.write(told) }
    try report(failures)
    print(summary(of: plan, isFirst: noted == nil))
  }

  private func text(of plan: NotifyPlan, isFirst: Bool) -> String {
    let lines =
      plan.feeds.map { "feed     \($0)" } + plan.changed.map { "changed  \($0)" }
      + plan.gone.map { "gone     \($0)" }
    return (lines + [summary(of: plan, isFirst: isFirst)]).joined(separator: "\n")
  }

  private func summary(of plan: NotifyPlan, isFirst: Bool) -> String {
    if isFirst, !all {
      return "This is the first time: what there is was noted, and from now on changes are told."
    }
    if plan.isEmpty { return "Nothing is new." }
    let verb = place.dryRun ? "would be told" : "told"
    return "\(plan.feeds.count) feeds to the hub, \(plan.changed.count) changed and "
      + "\(plan.gone.count) gone addresses to search engines \(verb)."
  }
}
