import ArgumentParser
import DevServer
import Foundation
import Publishing
import SiteModel

/// `sitegen serve`.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the publication in the browser while you write.",
    discussion: """
      The publication is built into .sitegen/preview, never into Site/, and built again whenever \
      Content/, Templates/ or sitegen.yaml change; pages that are open reload themselves. If \
      something is wrong, the last good version stays, and the browser shows what the terminal \
      says. Ctrl+C ends it.
      """)

  private static let defaultPort = 1_313

  @OptionGroup var source: SourceOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The port to listen at (default: 1313, or the next free one).", valueName: "number"))
  var port: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The address to listen at; 0.0.0.0 lets other machines of the network in.",
      valueName: "address"))
  var bind = "127.0.0.1"

  @Flag(name: [.customShort("O"), .long], help: "Open the publication in the browser.")
  var open = false

  @Flag(name: .long, help: "Go to the page whose source was changed.")
  var navigateToChanged = false

  @Flag(name: .long, help: "Leave it to you to reload the browser.")
  var noReload = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Look at the sources so often, where the system does not tell about changes.",
      valueName: "milliseconds"))
  var poll: Int?

  func validate() throws {
    if let port, !(1...65_535).contains(port) {
      throw ValidationError("--port takes a number from 1 to 65535.")
    }
    if let poll, poll < 1 { throw ValidationError("--poll takes a number from 1 up.") }
    if noReload, navigateToChanged {
      throw ValidationError("--no-reload and --navigate-to-changed exclude one another.")
    }
  }

  func run() async throws {
    let memory = BuildMemory()
    let server = PreviewServer(previewOptions) { address, show in
      var options = source.publishingOptions(output: folder)
      options.cache = source.cache("preview")
      if options.baseURL == nil { options.baseURL = address }
      // The preview follows `_headers`, whatever the publication's host reads.
      options.hosting = .netlify
      let progress = ProgressLine("Building")
      var listener = BuildListener.reporting
      listener.onOutput = show
      let publisher = SitePublisher(
        options, stopwatch: stopwatch, memory: memory, listener: listener)
      var report = await publisher.publish()
      await progress.end()
      // Where it is always the same time, nothing becomes due.
      if source.now != nil { report.validFor = nil }
      return report
    }
    let serving = Task { try await server.run(tell: PreviewReport(self).show) }
    let interruption = Interruption { serving.cancel() }
    defer { interruption.cancel() }
    do {
      try await serving.value
    } catch let mistake as ListeningMistake {
      writeError("error: \(mistake.message)")
      throw ExitCode(1)
    }
  }

  private var folder: String { "\(source.source)/.sitegen/preview" }

  private var previewOptions: PreviewOptions {
    var options = PreviewOptions(source: source.source, folder: folder)
    options.bind = bind
    options.port = port.map { .exactly($0) } ?? .firstFree(from: Self.defaultPort)
    options.baseURL = source.baseURL.flatMap { BaseURL($0) }
    options.reloads = !noReload
    options.navigatesToChanged = navigateToChanged
    if let poll { options.watching = .byLooking(every: .milliseconds(poll)) }
    return options
  }
}
