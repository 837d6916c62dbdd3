import Hummingbird
import SiteModel

/// Refuses what no browser asks for that shows a preview, and keeps answers out of caches.
///
/// A page of another site can make a browser send requests here by letting its own name lead to
/// this machine (DNS rebinding); the `Host` header tells, since it has that name.
struct RequestGuard: RouterMiddleware {
  typealias Context = BasicRequestContext

  private let hosts: Set<String>
  /// Whether any address of this machine will do, given as numbers and not as a name.
  private let listensEverywhere: Bool

  init(_ options: PreviewOptions) {
    let bind = options.bind.lowercased()
    var hosts: Set = ["localhost", "127.0.0.1", "[::1]", bind.contains(":") ? "[\(bind)]" : bind]
    if let host = options.baseURL?.host { hosts.insert(host) }
    self.hosts = hosts
    listensEverywhere = ["0.0.0.0", "::"].contains(bind)
  }

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await answer(request, context, next)
    response.headers[.cacheControl] = "no-store"
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(
    _ request: Request, _ context: Context, _ next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard isKnown(request.head.authority) else {
      return .text(Self.wrongHost, status: .misdirectedRequest)
    }
    guard request.method == .get || request.method == .head else {
      return .text("A preview can only be read.\n", status: .methodNotAllowed, allow: "GET, HEAD")
    }
    do {
      return try await next(request, context)
    } catch let error as any HTTPResponseError {
      return .text("\(error.status)\n", status: error.status)
    }
  }

  private func isKnown(_ authority: String?) -> Bool {
    guard let authority = authority?.lowercased() else { return false }
    let host = Self.host(of: authority)
    return hosts.contains(host) || listensEverywhere && Self.isNumeric(host)
  }

  /// The authority without its port.
  private static func host(of authority: String) -> String {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      return String(authority[...end])
    }
    return String(authority.prefix { $0 != ":" })
  }

  /// Whether a host is an IP address: names cannot be numbers alone, nor hold colons.
  private static func isNumeric(_ host: String) -> Bool {
    if host.hasPrefix("[") { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }

  private static let wrongHost = """
    This preview answers to the address that `sitegen serve` printed, and to no other name.
    To use another name, give it: sitegen serve --base-url http://name:port

    """
}

extension Response {
  /// A few words for people.
  static func text(
    _ text: String, status: HTTPResponse.Status, allow methods: String? = nil
  ) -> Response {
    var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8"]
    headers[.allow] = methods
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
