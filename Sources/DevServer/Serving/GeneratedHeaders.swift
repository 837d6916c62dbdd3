import HTTPTypes
import Hummingbird

/// Sends what `_headers` asks for, so that a page which the published policy would break is broken
/// in the preview too.
struct GeneratedHeaders: RouterMiddleware {
  typealias Context = BasicRequestContext

  let folder: PreviewFolder

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for header in rules().headers(for: request.uri.path) where !isOwn(header) {
      guard let name = HTTPField.Name(header.name) else { continue }
      response.headers[name] = header.value
    }
    return response
  }

  /// Read anew each time, since every build may write others.
  private func rules() -> HeaderRules {
    HeaderRules(parsing: folder.text(of: "/_headers") ?? "")
  }

  /// A preview is never kept, and asks for no TLS ever after.
  private func isOwn(_ header: HeaderRules.Header) -> Bool {
    ["cache-control", "strict-transport-security"].contains(header.name.lowercased())
  }
}
