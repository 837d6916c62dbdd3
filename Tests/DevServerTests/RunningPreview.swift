import DevServer
import Foundation
import Publishing
import SiteModel

/// A publication to be previewed, by the texts of the files in its `Content/`.
///
/// What stands in for the publisher copies them and finds an error in every one that says BROKEN,
/// so that a test is about the server alone.
struct PreviewedSite {
  var files: [String: String]
  var options = PreviewOptions(source: "", folder: "")

  init(_ files: [String: String] = [:]) {
    self.files = files
    options.port = .exactly(0)
    // Where all tests run at once, an answer may take long to be asked for.
    options.limits.silence = .seconds(300)
    options.limits.reading = .seconds(300)
  }

  /// Serves it from a temporary folder while a test runs.
  func serve(_ test: (RunningPreview) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "preview-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      try RunningPreview.write(text, to: folder.appending(path: "Content/\(path)"))
    }
    var options = options
    options.source = folder.path
    options.folder = folder.appending(path: "preview").path
    let server = PreviewServer(options) { _, show in
      let report = Self.copy(folder)
      await show(report)
      return report
    }
    let (events, happened) = AsyncStream.makeStream(of: PreviewEvent.self)
    let running = Task { try await server.run { happened.yield($0) } }
    defer { running.cancel() }
    // A server that does not start ends the wait for its address.
    Task {
      _ = await running.result
      happened.finish()
    }
    for await case .serving(let addresses) in events {
      let port = addresses.local.origin.split(separator: ":").last.flatMap { Int($0) } ?? 0
      try await test(RunningPreview(folder: folder, http: RawHTTP(port: port), events: events))
      running.cancel()
    }
    try await running.value
  }

  private static func copy(_ folder: URL) -> BuildReport {
    var report = BuildReport()
    let sources = SourceSnapshot(of: folder.path).changes(since: SourceSnapshot(of: "/nowhere"))
    var pages: [String: String] = [:]
    for source in sources {
      // A file that is written at this moment is read by the next build.
      let text = (try? String(contentsOf: folder.appending(path: source), encoding: .utf8)) ?? ""
      pages[String(source.dropFirst("Content/".count))] = text
      guard text.contains("BROKEN") else { continue }
      report.diagnostics.append(
        .error(
          .templateSyntax, "no <b>bold</b> & broken text", at: Place(file: source, line: 1)))
    }
    guard report.succeeded else { return report }
    for (path, text) in pages {
      let file = folder.appending(path: "preview/\(path)")
      if text == (try? String(contentsOf: file, encoding: .utf8)) { continue }
      guard (try? RunningPreview.write(text, to: file)) != nil else { continue }
      report.output.written.append(path)
    }
    return report
  }
}

/// A preview that is served.
struct RunningPreview: Sendable {
  let folder: URL
  let http: RawHTTP
  let events: AsyncStream<PreviewEvent>

  /// Writes a source and waits for the build that follows.
  func edit(_ path: String, _ text: String) async throws {
    try Self.write(text, to: folder.appending(path: "Content/\(path)"))
    for await case .built(_, let changes) in events where changes.contains("Content/\(path)") {
      return
    }
  }

  static func write(_ text: String, to file: URL) throws {
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}
