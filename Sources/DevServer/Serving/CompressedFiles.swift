import Hummingbird

/// Sends the compressed file beside a file to browsers that accept it, as the host will.
struct CompressedFiles: RouterMiddleware {
  typealias Context = BasicRequestContext

  let pages: ShownPages
  /// Whether pages get a script on their way, for which they have to be as they are.
  let changesPages: Bool

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    guard response.status == .ok,
      !(changesPages && response.headers[.contentType]?.hasPrefix("text/html") == true)
    else { return response }
    for (encoding, file) in compressedFiles(of: request.uri.path) {
      response.headers[.vary] = "Accept-Encoding"
      guard accepts(encoding, request), let size = file.attributes?.size else { continue }
      response.headers[.contentEncoding] = encoding
      response.headers[.contentLength] = String(size)
      // It speaks of the file as it is.
      response.headers[.eTag] = nil
      response.headers[.acceptRanges] = nil
      if request.method != .head { response.body = file.body() }
      return response
    }
    return response
  }
}

extension CompressedFiles {
  /// Those that are there, the smallest first.
  private func compressedFiles(of path: String) -> [(encoding: String, file: ServedFile)] {
    let name = path.hasSuffix("/") ? "\(path)index.html" : path
    return [("br", "br"), ("gzip", "gz")].compactMap { encoding, ending in
      pages.file(at: "\(name).\(ending)").map { (encoding, $0) }
    }
  }

  /// A part of a file is always one of the file as it is.
  private func accepts(_ encoding: String, _ request: Request) -> Bool {
    guard request.headers[.range] == nil, let accepted = request.headers[.acceptEncoding] else {
      return false
    }
    return accepted.split(separator: ",").contains { entry in
      let parts = entry.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      return parts.first == encoding && !parts.dropFirst().contains("q=0")
    }
  }
}
