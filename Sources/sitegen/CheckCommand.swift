import ArgumentParser
import Publishing

/// `sitegen check`.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the publication as it was written to Site/.",
    discussion: """
      Links, pictures, ids, headings, titles, weights and everything else is read from the files \
      themselves, and each finding names the line of the article, template or configuration that \
      is to blame. Nothing is written.

      Exit status: 0 when there was no error, 1 when there was, 64 for wrong options.
      """)

  @OptionGroup var source: SourceOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder to check (default: Site/ in the source folder).", valueName: "dir")
  )
  var output: String?

  @Flag(name: .long, help: "Nothing may be left to be written, such as TODO on the legal pages.")
  var release = false

  @Flag(name: .long, help: "Ask other sites too whether what is linked is there (with curl).")
  var external = false

  @Option(
    name: .long,
    help: ArgumentHelp("How long another site may take to answer.", valueName: "seconds"))
  var timeout = 20

  @Option(
    name: .long,
    help: ArgumentHelp("How long a host is left alone between requests.", valueName: "milliseconds")
  )
  var pause = 1_000

  @Flag(name: .long, help: "Report notes and times too, and every finding of a file.")
  var verbose = false

  @Option(
    name: .long, help: ArgumentHelp("How to write the report: text or json.", valueName: "format"))
  var format = BuildCommand.Format.text

  func validate() throws {
    if timeout < 1 { throw ValidationError("--timeout takes a number from 1 up.") }
    if pause < 0 { throw ValidationError("--pause takes a number from 0 up.") }
  }

  func run() async throws {
    let folder = output ?? "\(source.source)/Site"
    var wishes = CheckOptions()
    wishes.isRelease = release
    if external { wishes.external = externalCheck }
    let publisher = SitePublisher(
      source.publishingOptions(output: folder), stopwatch: stopwatch)
    let report = await publisher.check(wishes)
    switch format {
    case .json: print(try CheckJSON(report).lines())
    case .text: show(report, folder: output ?? "Site/")
    }
    if !report.succeeded { throw ExitCode(1) }
  }

  private var externalCheck: ExternalCheck {
    let agent = "sitegen/\(Sitegen.configuration.version) (looks for broken links)"
    var check = ExternalCheck(fetch: CurlFetcher(timeout: timeout, agent: agent).fetch)
    check.pause = .milliseconds(pause)
    check.cache = "\(source.ownFolder)/links"
    return check
  }

  private func show(_ report: CheckReport, folder: String) {
    let text = ReportText(
      report.build, detail: verbose ? .verbose : .normal, style: Terminal.own.errorStyle)
    if !text.diagnostics.isEmpty { writeError(text.diagnostics + "\n") }
    if verbose { writeError(text.stages.joined(separator: "\n")) }
    let summary = report.summary(folder: folder)
    if report.succeeded { print(summary) } else { writeError(summary) }
  }
}
