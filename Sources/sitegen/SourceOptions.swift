import ArgumentParser
import Foundation
import Publishing
import SiteModel

/// The options that every command has that builds the publication.
struct SourceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("The folder with sitegen.yaml, Content/ and Templates/.", valueName: "dir"))
  var source = "."

  @Option(
    name: .long,
    help: ArgumentHelp("Build for this address instead of the configured one.", valueName: "url"))
  var baseURL: String?

  @Option(
    name: .long, help: ArgumentHelp("Use the settings under environments: NAME.", valueName: "name")
  )
  var environment: String?

  @Flag(name: [.customShort("D"), .long], help: "Publish drafts too.")
  var drafts = false

  @Flag(name: [.customShort("F"), .long], help: "Publish articles before their time.")
  var future = false

  @Flag(name: [.customShort("E"), .long], help: "Publish expired articles too.")
  var expired = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Build as if it were this time, for example 2026-01-01T00:00:00Z.", valueName: "iso8601"))
  var now: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Keep encoded pictures here, for any number of projects (default: .sitegen/images).",
      valueName: "dir"))
  var imageCache: String?

  @Flag(name: .long, help: "Treat warnings as errors.")
  var strict = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many articles to work on at once (default: one per core).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let baseURL, BaseURL(baseURL) == nil {
      throw ValidationError("--base-url takes an address such as https://news.example/tech.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 up.") }
    if let now, case .failure(let mistake) = PublishingOptions.instant(now) {
      throw ValidationError("--now: \(mistake.message)")
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: source, isDirectory: &isFolder), isFolder.boolValue
    else { throw ValidationError("--source: there is no folder \(source).") }
  }

  /// What is asked for; the clock is read here and nowhere else.
  func publishingOptions(output: String) -> PublishingOptions {
    var instant = Int(Date().timeIntervalSince1970)
    if let now, case .success(let seconds) = PublishingOptions.instant(now) { instant = seconds }
    var options = PublishingOptions(
      source: source, output: output, now: instant,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    options.baseURL = baseURL.flatMap { BaseURL($0) }
    options.environment = environment
    options.includesDrafts = drafts
    options.includesFuture = future
    options.includesExpired = expired
    options.isStrict = strict
    options.program = program
    if let imageCache { options.images = imageCache }
    return options
  }

  /// The file that a command keeps for its next run.
  func cache(_ name: String) -> String { "\(ownFolder)/\(name).cache" }

  /// The list of published addresses, to which a build adds that shows what readers will see.
  var ledger: PublishingOptions.Ledger {
    PublishingOptions.Ledger(
      path: "\(source)/sitegen.urls", isExtended: !drafts && !future && !expired && now == nil)
  }

  /// Where sitegen keeps what is not part of the publication.
  var ownFolder: String { "\(source)/.sitegen" }

  /// This very executable: one that was compiled anew may write other pages.
  private var program: String {
    let path = Bundle.main.executablePath ?? ""
    // An executable that cannot be looked at is known by its version alone.
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    let size = attributes?[.size] as? Int ?? 0
    let date = attributes?[.modificationDate] as? Date ?? .distantPast
    return "\(Sitegen.configuration.version) \(size) \(date.timeIntervalSince1970)"
  }
}

/// The time that all threads have used of the processors.
@Sendable func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}

/// Measures the stages of a build.
let stopwatch: Stopwatch = {
  let clock = ContinuousClock()
  let start = clock.now
  return { start.duration(to: clock.now) }
}()
