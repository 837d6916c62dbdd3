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

  @Flag(name: .long, help: "Leave it to you to reload the browser.")
  var noReload = false

  func validate() throws {
    if let port, !(1...65_535).contains(port) {
      throw ValidationError("--port takes a number from 1 to 65535.")
    }
  }

  func run() async throws {
    let server = PreviewServer(previewOptions) { address in
      var options = source.publishingOptions(output: folder)
      options.cache = source.cache("preview")
      if options.baseURL == nil { options.baseURL = address }
      return await SitePublisher(options, stopwatch: stopwatch, onWait: reportWaiting).publish()
    }
    let serving = Task { try await server.run(tell: show) }
    let interruptions = onInterruption { serving.cancel() }
    defer { for interruption in interruptions { interruption.cancel() } }
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
    return options
  }

  @Sendable private func show(_ event: PreviewEvent) {
    switch event {
    case .serving(let address):
      print("Serving at \(address.origin)\(address.path)/ (Ctrl+C ends it)")
    case .built(let report, let changes):
      if let first = changes.first {
        print("\nChanged: \(first)" + (changes.count > 1 ? " and \(changes.count - 1) more" : ""))
      }
      let text = ReportText(report, detail: .normal)
      if !text.diagnostics.isEmpty { writeError(text.diagnostics + "\n") }
      let summary = text.summary(outputName: report.succeeded ? "the preview" : "The preview")
      if report.succeeded { print(summary) } else { writeError(summary) }
    case .watchesByLooking(let problem): writeError("note: \(problem.message)")
    }
    // Whoever reads this through a pipe is waiting for it as well.
    fflush(nil)
  }

  /// Runs an action on Ctrl+C and when the process is told to end; the second time it ends at once.
  private func onInterruption(_ action: @escaping @Sendable () -> Void)
    -> [any DispatchSourceSignal]
  {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        action()
        signal(number, SIG_DFL)
      }
      source.resume()
      return source
    }
  }
}
