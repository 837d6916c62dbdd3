import ArgumentParser
import Publishing

/// `sitegen clean`.
struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Removes what sitegen keeps in .sitegen/ for the next build.",
    discussion: """
      Nothing in .sitegen/ is ever needed: the next build only takes longer, above all if it has to \
      encode the pictures again. With --output the \
      publication goes as well, that is the files that sitegen wrote; files of others stay.
      """)

  @OptionGroup var source: SourceOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Remove the publication from this folder as well.", valueName: "dir"))
  var output: String?

  func run() async throws {
    let options = source.publishingOptions(output: output ?? "")
    let publisher = SitePublisher(options, stopwatch: stopwatch)
    var report = BuildReport()
    if output != nil { report = await publisher.removeOutput() }
    report.diagnostics += publisher.removeCache(in: source.ownFolder)
    let text = ReportText(report, detail: .quiet)
    if !text.diagnostics.isEmpty { writeError(text.diagnostics) }
    guard report.succeeded else { throw ExitCode(1) }
    if let output { print("\(report.output.removed.count) files removed from \(output)") }
    print("\(source.ownFolder) removed")
  }
}
