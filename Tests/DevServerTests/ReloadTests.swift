import DevServer
import Foundation
import Testing

@Suite("Reload", .timeLimit(.minutes(10)))
struct ReloadTests {
  /// Listens to the events until one of them contains a text, and gives all that came.
  private func events(
    of preview: RunningPreview, until text: String
  ) async throws -> String {
    var all = ""
    try await preview.http.exchange(["GET /__sitegen/events HTTP/1.1", "Host: localhost"]) {
      all += $0
      return !all.contains(text)
    }
    return all
  }

  private func version(in page: String) -> Substring? {
    page.firstMatch(of: #/data-text="([^"]*)"/#)?.1
  }

  @Test("the script is in pages, in their bytes as sent and nowhere else")
  func insertion() async throws {
    let page = "<body><p>Home</body></html>"
    try await PreviewedSite([
      "index.html": page, "bare.html": "<p>Bare", "feed.xml": "<body></body>", "404.html": page,
      "quoted.html": "<code>&lt;/body></code></body><!-- </body> -->",
    ]).serve { preview in
      let home = try await preview.http.get("/")
      let script = try #require(
        home.body.firstMatch(
          of:
            #/<script src="/__sitegen/reload\.js" data-text="[0-9a-f]{16}" data-files="[0-9a-f]{16}" data-styles="[0-9a-f]{16}" defer></script>/#
        ))
      #expect(home.body == "<body><p>Home\(script.0)</body></html>")
      #expect(home.headers["content-length"] == String(home.body.utf8.count))
      #expect(home.headers["etag"] == nil)
      let head = try await preview.http.send("HEAD /")
      #expect(head.headers["content-length"] == String(home.body.utf8.count))
      #expect(try await preview.http.get("/nothing").body == home.body)
      #expect(try await preview.http.get("/bare.html").body.hasPrefix("<p>Bare<script"))
      #expect(try await preview.http.get("/feed.xml").body == "<body></body>")
      let code = try await preview.http.get("/__sitegen/reload.js")
      #expect(code.body.contains("EventSource"))
      let file = preview.folder.appending(path: "preview/index.html")
      #expect(try String(contentsOf: file, encoding: .utf8) == page)
    }
  }

  @Test("without reload there is neither script nor stream")
  func switchedOff() async throws {
    var site = PreviewedSite(["index.html": "<body></body>"])
    site.options.reloads = false
    try await site.serve { preview async throws in
      #expect(try await preview.http.get("/").body == "<body></body>")
      #expect(try await preview.http.get("/__sitegen/reload.js").status == 404)
      #expect(try await preview.http.get("/__sitegen/events").status == 404)
    }
  }

  @Test("a rebuild that changes a page tells its version to those that show it")
  func rebuild() async throws {
    try await PreviewedSite(["index.html": "<p>One", "ai/index.html": "<p>AI"]).serve { preview in
      let first = try #require(try await version(in: preview.http.get("/").body))
      let start = try await events(of: preview, until: "data:")
      #expect(start.contains("text/event-stream"))
      #expect(try await events(of: preview, until: "\"text\":\"\(first)\"").contains("id: 1\n"))

      async let heard = events(of: preview, until: "id: 2\n")
      try await preview.edit("index.html", "<p>Two")
      _ = try await heard
      let page = try await preview.http.get("/").body
      #expect(page.hasPrefix("<p>Two"))
      let second = try #require(version(in: page))
      #expect(second != first)
      _ = try await events(of: preview, until: "\"text\":\"\(second)\"")

      try await preview.edit("ai/index.html", "<p>Other")
      #expect(try await version(in: preview.http.get("/").body) == second)
    }
  }

  @Test("a failed build shows its text over the last good page, until it is mended")
  func failure() async throws {
    try await PreviewedSite(["index.html": "<p>Good"]).serve { preview in
      async let heard = events(of: preview, until: "problem")
      try await preview.edit("index.html", "BROKEN")
      _ = try await heard
      let text = try await events(of: preview, until: "[template\\/syntax]")
      #expect(text.contains("Content\\/index.html:1:1: error: no <b>bold<\\/b> & broken text"))
      #expect(try await preview.http.get("/").body.hasPrefix("<p>Good"))

      try await preview.edit("index.html", "<p>Good")
      #expect(try await !events(of: preview, until: "id: 3\n").contains("problem"))
    }
  }

  @Test("when the first build fails the diagnostics are the page, until it is mended")
  func firstFailure() async throws {
    try await PreviewedSite(["index.html": "BROKEN"]).serve { preview in
      let page = try await preview.http.get("/any/page/")
      #expect(page.status == 503)
      #expect(page.body.contains("error: no &lt;b&gt;bold&lt;/b&gt; &amp; broken text"))
      #expect(page.body.contains("<script src=\"/__sitegen/reload.js\""))
      try await preview.edit("index.html", "<p>Good")
      #expect(try await preview.http.get("/").body.hasPrefix("<p>Good"))
    }
  }

  @Test("what an earlier run left in the folder is not shown for this one")
  func leftovers() async throws {
    try await PreviewedSite(["index.html": "BROKEN"]).serve { preview in
      try RunningPreview.write("Old", to: preview.folder.appending(path: "preview/index.html"))
      #expect(try await preview.http.get("/").status == 503)
    }
  }

  @Test("browsers that listen do not keep the server from ending")
  func ending() async throws {
    let clock = ContinuousClock()
    var end = clock.now
    try await PreviewedSite(["index.html": "Home"]).serve { preview in
      Task {
        try await preview.http.exchange(["GET /__sitegen/events HTTP/1.1", "Host: localhost"]) {
          _ in true
        }
      }
      _ = try await events(of: preview, until: "event: state")
      end = clock.now
    }
    // A server that waits for them waits for ever.
    #expect(end.duration(to: clock.now) < .seconds(300))
  }
}
