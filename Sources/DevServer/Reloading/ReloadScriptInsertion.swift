import Hummingbird

/// Puts the reload script into pages on their way to the browser; the files stay as they are.
struct ReloadScriptInsertion: RouterMiddleware {
  typealias Context = BasicRequestContext

  let pages: ShownPages

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    guard response.headers[.contentType]?.hasPrefix("text/html") == true,
      response.status != .partialContent, response.status != .notModified
    else { return response }
    // These speak of the file, and the page is no longer that.
    response.headers[.eTag] = nil
    response.headers[.lastModified] = nil
    response.headers[.acceptRanges] = nil
    if request.method == .head {
      let length = response.headers[.contentLength].flatMap { Int($0) }
      response.headers[.contentLength] = length.map { String($0 + ReloadScript.elementLength) }
      return response
    }
    let page = response.body
    response.body = ResponseBody(
      contentLength: page.contentLength.map { $0 + ReloadScript.elementLength }
    ) { writer in
      try await page.write(ReloadScriptWriter(pages: pages, writer: writer))
    }
    return response
  }
}

/// Collects a page and passes it on with the script before the end of its body.
private struct ReloadScriptWriter: ResponseBodyWriter {
  let pages: ShownPages
  var writer: any ResponseBodyWriter
  var page: [UInt8] = []

  init(pages: ShownPages, writer: any ResponseBodyWriter) {
    self.pages = pages
    self.writer = writer
  }

  mutating func write(_ buffer: ByteBuffer) {
    page.append(contentsOf: buffer.readableBytesView)
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
    // The version is that of the very bytes that are sent, whatever a build does meanwhile.
    let script = ReloadScript.element(for: pages.version(of: page))
    page.insert(contentsOf: script.utf8, at: endOfBody(of: page))
    try await writer.write(ByteBuffer(bytes: page))
    try await writer.finish(trailingHeaders)
  }
}

/// Where the last `</body>` begins, or the end of a page that leaves it out.
private func endOfBody(of page: [UInt8]) -> Int {
  let tag = Array("</body>".utf8)
  var start = page.count - tag.count
  while start >= 0 {
    if page[start] == tag[0], page[start..<start + tag.count].elementsEqual(tag) { return start }
    start -= 1
  }
  return page.count
}
