import Foundation
import Hummingbird
import ServiceLifecycle

/// Tells a browser what the page that it shows should look like now.
struct BrowserEvents: Sendable {
  let session: PreviewSession
  let pages: ShownPages
  /// Whether to lead browsers to the page whose source was changed.
  let navigates: Bool

  /// A stream of events that stays open as long as the browser listens.
  func response(to request: Request) -> Response {
    let path = request.uri.queryParameters["path"].map(String.init) ?? "/"
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream"],
      body: ResponseBody { writer in
        try await request.body.consumeWithCancellationOnInboundClose { _ in
          try await writer.write(ByteBuffer(string: Self.opening))
          var told: Shown?
          for await state in await session.states().cancelOnGracefulShutdown() {
            let shown = shown(state, at: path)
            // Nothing new is told as a comment, which shows whether the browser is still there.
            let event = shown == told ? ":\n\n" : try Self.event(shown, number: state.build)
            try await writer.write(ByteBuffer(string: event))
            told = shown
            told?.target = nil
          }
        }
        try await writer.finish(nil)
      })
  }
}

extension BrowserEvents {
  /// What a browser is told, in JSON.
  private struct Shown: Hashable, Encodable {
    /// ``PageVersion`` of the page.
    var text: String
    var files: String
    var styles: String
    var sheets: [String]
    var problem: String?
    /// The path to go to.
    var target: String?
  }

  private func shown(_ state: PreviewSession.State, at path: String) -> Shown {
    // As long as there is no publication the diagnostics are the page, and need not lie above it.
    let html =
      state.hasPublication ? pages.page(at: path) : ProblemPage(state.problem ?? "").html
    let version = pages.version(of: html)
    return Shown(
      text: version.text, files: version.files, styles: version.styles, sheets: version.sheets,
      problem: state.hasPublication ? state.problem : nil,
      target: navigates ? state.changedPage.map { "\(pages.base)\($0)" } : nil)
  }

  /// Browsers come back soon after the server did.
  private static let opening = "retry: 300\n\n"

  private static func event(_ shown: Shown, number: Int) throws -> String {
    let json = String(decoding: try JSONEncoder().encode(shown), as: UTF8.self)
    return "event: state\nid: \(number)\ndata: \(json)\n\n"
  }
}
