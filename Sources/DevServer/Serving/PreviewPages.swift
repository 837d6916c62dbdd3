import Foundation
import Hummingbird

/// The answers that are no file of the publication as it is: the page for what is not there, the
/// way to the slash of a folder, and the diagnostics before there is anything to show.
struct PreviewPages: RouterMiddleware {
  typealias Context = BasicRequestContext

  let folder: PreviewFolder
  let session: PreviewSession
  /// The path below which the publication lies, without a final slash.
  let base: String

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let state = await session.state
    guard state.hasPublication else { return ProblemPage(state.problem ?? "").response }
    let path = request.uri.path
    if !base.isEmpty, path == "/" || path == base { return .redirect(to: "\(base)/") }
    do {
      var response = try await next(withoutSuffixRange(request), context)
      // The file middleware forgets the base path, the encoding and the query.
      if response.headers[.location] != nil {
        let query = request.uri.query.map { "?\($0)" } ?? ""
        response.headers[.location] = "\(path)/\(query)"
      }
      return response
    } catch let error as any HTTPResponseError where error.status == .notFound {
      return notFound()
    }
  }

  /// The file middleware takes the last 5 bytes (`bytes=-5`) for the first 6; without the header the
  /// whole file is sent, which is always allowed.
  private func withoutSuffixRange(_ request: Request) -> Request {
    guard request.headers[.range]?.hasPrefix("bytes=-") == true else { return request }
    var head = request.head
    head.headerFields[.range] = nil
    return Request(head: head, body: request.body)
  }

  private func notFound() -> Response {
    guard let page = folder.getFileIdentifier("/404.html"), let attributes = page.attributes,
      !attributes.isFolder
    else { return .text("There is no such page.\n", status: .notFound) }
    return Response(status: .notFound, headers: [.contentType: Self.html], body: page.body())
  }

  private static let html = "text/html; charset=utf-8"
}
