import ArgumentParser
import Foundation
import Publishing
import SiteModel

/// `sitegen build`.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Writes the publication to Site/.",
    discussion: """
      Everything that is wrong with the content, the templates or the configuration is reported \
      with its place and what to do about it. If there is an error, Site/ stays as it was.

      Exit status: 0 when the publication was written, 1 when there were errors, 64 for wrong \
      options.
      """)

  /// How the report is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @OptionGroup var source: SourceOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Where to write (default: Site/ in the source folder).", valueName: "dir"))
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write the files that this host reads, instead of the configured one's.", valueName: "host"))
  var hosting: Hosting?

  @Flag(name: .long, help: "Write text files compressed as well (.gz and .br).")
  var precompress = false

  @Flag(
    name: .long,
    help: "Build everything anew; only pictures are not encoded again.")
  var noCache = false

  @Flag(
    name: .long,
    help: "Do not check the pages that are made, nor give advice; mistakes in sources still count.")
  var noCheck = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How long to wait for another build of the same output.", valueName: "seconds"))
  var wait = 60

  @Flag(name: .long, help: "Report errors and warnings only.")
  var quiet = false

  @Flag(name: .long, help: "Report notes, times and what was left out.")
  var verbose = false

  @Flag(name: .long, help: "Report where the time went, by stage, template and article.")
  var profile = false

  @Option(
    name: .long, help: ArgumentHelp("How to write the report: text or json.", valueName: "format"))
  var format = Format.text

  func validate() throws {
    if wait < 0 { throw ValidationError("--wait takes a number from 0 up.") }
    if quiet, verbose { throw ValidationError("--quiet and --verbose exclude one another.") }
  }

  func run() async throws {
    let folder = output ?? "\(source.source)/Site"
    var options = source.publishingOptions(output: folder)
    if !noCache { options.cache = source.cache("build") }
    options.isChecked = !noCheck
    options.patience = .seconds(wait)
    options.hosting = hosting
    options.ledger = source.ledger
    options.isPrecompressed = precompress
    let publisher = SitePublisher(
      options, stopwatch: stopwatch, processorTime: profile ? processorTime : nil,
      listener: .reporting)
    let report = await publisher.publish()
    switch format {
    case .json: print(try ReportJSON(report).lines())
    case .text: show(report, folder: output ?? "Site/")
    }
    if profile { writeError(ProfileText(report).lines) }
    if !report.succeeded { throw ExitCode(1) }
  }

  private func show(_ report: BuildReport, folder: String) {
    let text = ReportText(
      report, detail: quiet ? .quiet : verbose ? .verbose : .normal,
      style: Terminal.own.errorStyle)
    let diagnostics = text.diagnostics
    if !diagnostics.isEmpty { writeError(diagnostics + "\n") }
    let summary = text.summary(outputName: folder)
    guard !summary.isEmpty else { return }
    if report.succeeded { print(summary) } else { writeError(summary) }
  }
}

extension Hosting: ExpressibleByArgument {}

extension BuildListener {
  /// Says why nothing seems to happen.
  static var reporting: BuildListener {
    var listener = BuildListener()
    listener.onWait = { holder in
      writeError("Waiting for another build of the same output to end: \(holder.description).")
    }
    return listener
  }
}

/// Writes a message for people to standard error.
func writeError(_ message: String) {
  FileHandle.standardError.write(Data((message + "\n").utf8))
}
