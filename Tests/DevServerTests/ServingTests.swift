import DevServer
import Foundation
import SiteModel
import Testing

@Suite("Serving", .timeLimit(.minutes(10)))
struct ServingTests {
  private static let site = [
    "index.html": "<p>Home</p>", "ai/index.html": "<p>AI</p>", "404.html": "<p>Lost</p>",
    "日本/index.html": "<p>日本</p>", "assets/main.css": "a{}", "robots.txt": "User-agent: *",
    "empty.txt": "",
  ]

  /// Serves the files without the reload script.
  private func serving(
    base: String? = nil, _ test: (RunningPreview) async throws -> Void
  ) async throws {
    var site = PreviewedSite(Self.site)
    site.options.reloads = false
    site.options.baseURL = base.flatMap { BaseURL($0) }
    try await site.serve(test)
  }

  @Test("files come as a host would send them")
  func files() async throws {
    try await serving { preview in
      try RunningPreview.write(
        "Contact: x", to: preview.folder.appending(path: "preview/.well-known/security.txt"))
      let rows = [
        ("/", 200, "text/html; charset=utf-8", "<p>Home</p>"),
        ("/index.html?x=1", 200, "text/html; charset=utf-8", "<p>Home</p>"),
        ("/ai/", 200, "text/html; charset=utf-8", "<p>AI</p>"),
        ("/%E6%97%A5%E6%9C%AC/", 200, "text/html; charset=utf-8", "<p>日本</p>"),
        ("/assets/main.css", 200, "text/css; charset=utf-8", "a{}"),
        ("/.well-known/security.txt", 200, "text/plain; charset=utf-8", "Contact: x"),
        ("/robots.txt", 200, "text/plain; charset=utf-8", "User-agent: *"),
        ("/robots.txt/", 404, "text/html; charset=utf-8", "<p>Lost</p>"),
        ("/nothing/", 404, "text/html; charset=utf-8", "<p>Lost</p>"),
        ("/assets/", 404, "text/html; charset=utf-8", "<p>Lost</p>"),
      ]
      for (path, status, type, body) in rows {
        let answer = try await preview.http.get(path)
        #expect(answer.status == status, "\(path)")
        #expect(answer.headers["content-type"] == type.replacing(" ", with: ""), "\(path)")
        #expect(answer.body == body, "\(path)")
        #expect(answer.headers["cache-control"] == "no-store", "\(path)")
        #expect(answer.headers["content-length"] == String(body.utf8.count), "\(path)")
      }
      #expect(try await preview.http.get("/empty.txt").headers["content-length"] == "0")
    }
  }

  @Test("A-30: files come with the headers that were generated, but for those that ask for TLS")
  func generatedHeaders() async throws {
    var site = PreviewedSite(Self.site)
    site.options.reloads = false
    site.files["_headers"] = """
      /*
        Content-Security-Policy: default-src 'none'; script-src 'self'; upgrade-insecure-requests
        Strict-Transport-Security: max-age=63072000
        X-Frame-Options: DENY

      /assets/*
        X-Frame-Options: SAMEORIGIN
        Cache-Control: public, max-age=31536000, immutable
      """
    try await site.serve { preview in
      for (path, frame) in [
        ("/", "DENY"), ("/nothing/", "DENY"), ("/assets/main.css", "SAMEORIGIN"),
      ] {
        let answer = try await preview.http.get(path)
        #expect(
          answer.headers["content-security-policy"] == "default-src'none';script-src'self'",
          "\(path)")
        #expect(answer.headers["strict-transport-security"] == nil)
        #expect(answer.headers["x-frame-options"] == frame, "\(path)")
        #expect(answer.headers["cache-control"] == "no-store")
      }
    }
  }

  @Test("compressed files go to browsers that accept them, but for pages that get the script")
  func compressedFiles() async throws {
    for reloads in [false, true] {
      var site = PreviewedSite(Self.site)
      site.options.reloads = reloads
      site.files["ai/index.html.br"] = "brotli"
      site.files["assets/main.css.br"] = "brotli"
      site.files["assets/main.css.gz"] = "gzip"
      try await site.serve { preview async throws in
        let rows = [
          ("br, gzip", "br", "brotli"), ("gzip;q=0.5, br;q=0", "gzip", "gzip"),
          ("GZIP", "gzip", "gzip"), ("identity", nil, "a{}"),
        ]
        for (accepted, encoding, body) in rows {
          let answer = try await preview.http.get(
            "/assets/main.css", ["Accept-Encoding: \(accepted)"])
          #expect(answer.headers["content-encoding"] == encoding, "\(accepted)")
          #expect(answer.body == body, "\(accepted)")
          #expect(answer.headers["content-type"] == "text/css;charset=utf-8")
          #expect(answer.headers["content-length"] == String(body.utf8.count))
          #expect(answer.headers["vary"] == "Accept-Encoding")
        }
        let part = try await preview.http.get(
          "/assets/main.css", ["Accept-Encoding: br", "Range: bytes=0-0"])
        #expect(part.status == 206 && part.body == "a")
        let page = try await preview.http.get("/ai/", ["Accept-Encoding: br"])
        #expect(page.headers["content-encoding"] == (reloads ? nil : "br"))
      }
    }
  }

  @Test("a folder without its slash leads to it")
  func slash() async throws {
    try await serving { preview in
      let answer = try await preview.http.get("/ai?page=2")
      #expect(answer.headers["location"] == "/ai/?page=2")
      let encoded = try await preview.http.get("/%E6%97%A5%E6%9C%AC")
      #expect(encoded.headers["location"] == "/%E6%97%A5%E6%9C%AC/")
      #expect(try await preview.http.get("//ai").status == 404)
    }
  }

  @Test("a base path is where the publication is, and nothing else is anywhere")
  func basePath() async throws {
    try await serving(base: "https://news.example/tech") { preview async throws in
      #expect(try await preview.http.get("/").headers["location"] == "/tech/")
      #expect(try await preview.http.get("/tech").headers["location"] == "/tech/")
      #expect(try await preview.http.get("/tech/").body == "<p>Home</p>")
      #expect(try await preview.http.get("/tech/ai").headers["location"] == "/tech/ai/")
      #expect(try await preview.http.get("/ai/").status == 404)
      #expect(try await preview.http.get("/technology/").body == "<p>Lost</p>")
    }
  }

  @Test("HEAD, ranges and versions")
  func conditions() async throws {
    try await serving { preview in
      let head = try await preview.http.send("HEAD /ai/")
      #expect(head.status == 200 && head.body.isEmpty)
      #expect(head.headers["content-length"] == "9")
      let lost = try await preview.http.send("HEAD /nothing/")
      #expect(lost.status == 404 && lost.body.isEmpty)

      let part = try await preview.http.get("/robots.txt", ["Range: bytes=5-9"])
      #expect(part.status == 206 && part.body == "agent")
      #expect(part.headers["content-range"] == "bytes5-9/13")
      let beyond = try await preview.http.get("/robots.txt", ["Range: bytes=50-"])
      #expect(beyond.status == 416)
      let last = try await preview.http.get("/robots.txt", ["Range: bytes=-1"])
      #expect(last.status == 200 && last.body == "User-agent: *")

      let version = try await preview.http.get("/robots.txt").headers["etag"] ?? ""
      let same = try await preview.http.get("/robots.txt", ["If-None-Match: \(version)"])
      #expect(same.status == 304 && same.body.isEmpty)
      try await preview.edit("robots.txt", "USER-AGENT: *")
      let changed = try await preview.http.get("/robots.txt", ["If-None-Match: \(version)"])
      #expect(changed.body == "USER-AGENT: *")
    }
  }

  @Test("a large file comes whole")
  func largeFile() async throws {
    let text = String(repeating: "0123456789", count: 100_000)
    try await PreviewedSite(["large.txt": text]).serve { preview async throws in
      #expect(try await preview.http.get("/large.txt").body == text)
    }
  }
}
