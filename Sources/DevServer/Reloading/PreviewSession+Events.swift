import Hummingbird
import ServiceLifecycle

extension PreviewSession {
  /// A stream of events that stays open as long as the browser listens.
  nonisolated func events(for request: Request) -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/event-stream"],
      body: ResponseBody { writer in
        try await request.body.consumeWithCancellationOnInboundClose { _ in
          for await state in await self.states().cancelOnGracefulShutdown() {
            try await writer.write(ByteBuffer(string: state.event))
          }
        }
        try await writer.finish(nil)
      })
  }
}

extension PreviewSession.State {
  /// The state as a server-sent event: every line of its text is a field of its own.
  var event: String {
    let (name, text) = problem.map { ("failed", $0) } ?? ("built", version ?? "")
    let data = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return "event: \(name)\n\(data.map { "data: \($0)\n" }.joined())\n"
  }
}
