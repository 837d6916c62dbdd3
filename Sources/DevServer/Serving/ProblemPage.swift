import Hummingbird

/// The page that says why there is no publication to be shown yet.
struct ProblemPage {
  let html: [UInt8]

  /// - Parameter diagnostics: the text that the terminal shows.
  init(_ diagnostics: String) {
    html = Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>The publication could not be built</title>
      </head>
      <body>
      <main>
      <h1>The publication could not be built</h1>
      <pre>\(Self.escaped(diagnostics))</pre>
      </main>
      </body>
      </html>

      """.utf8)
  }

  var response: Response {
    Response(
      status: .serviceUnavailable, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: html)))
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
