import DevServer
import Foundation
import Testing

@Suite("Safety of the server", .timeLimit(.minutes(10)))
struct SafetyTests {
  private func serving(
    bind: String = "127.0.0.1", _ test: (RunningPreview) async throws -> Void
  ) async throws {
    var site = PreviewedSite(["index.html": "Home", "ai/index.html": "AI"])
    site.options.bind = bind
    try await site.serve(test)
  }

  @Test("no path leaves the folder")
  func paths() async throws {
    try await serving { preview in
      let files = FileManager.default
      let served = preview.folder.appending(path: "preview")
      try RunningPreview.write("SECRET", to: preview.folder.appending(path: "secret.txt"))
      try RunningPreview.write("SECRET", to: preview.folder.appending(path: "preview-2/x.txt"))
      try RunningPreview.write("SECRET", to: served.appending(path: ".sitegen-files"))
      for (link, target) in [
        ("file.txt", "../secret.txt"), ("folder", ".."), ("sibling", "../preview-2"),
        ("root", "/"), ("loop", "loop"),
      ] {
        try files.createSymbolicLink(
          atPath: served.appending(path: link).path, withDestinationPath: target)
      }
      let paths = [
        "/../secret.txt", "/ai/../../secret.txt", "/%2e%2e/secret.txt", "/%2E%2E/secret.txt",
        "/..%2fsecret.txt", "/ai%2f..%2f..%2fsecret.txt", "/.%2e/secret.txt",
        "/%252e%252e/secret.txt", "/..\\secret.txt", "/..%5csecret.txt", "/%c0%ae%c0%ae/secret.txt",
        "//secret.txt", "/./secret.txt", "/file.txt", "/folder/secret.txt", "/sibling/x.txt",
        "/root/etc/passwd", "/loop", "/secret.txt%00.html", "/%00", "/.sitegen-files",
        "/%0d%0aSet-Cookie:x", "/%", "/%zz", "\(preview.folder.path)/secret.txt",
        "/..;/secret.txt", "http://localhost/../secret.txt", "*", "secret.txt",
        "/" + String(repeating: "a/", count: 4_000), "/" + String(repeating: "a", count: 5_000),
      ]
      for path in paths {
        let answer = try await preview.http.get(path)
        #expect(400..<500 ~= answer.status, "\(path)")
        #expect(!answer.body.contains("SECRET"), "\(path)")
        #expect(answer.headers["set-cookie"] == nil, "\(path)")
      }
      #expect(try await preview.http.get("/").status == 200)
    }
  }

  @Test("a link within the folder is followed")
  func innerLink() async throws {
    try await serving { preview in
      try FileManager.default.createSymbolicLink(
        atPath: preview.folder.appending(path: "preview/latest").path, withDestinationPath: "ai")
      #expect(try await preview.http.get("/latest/").body.hasPrefix("AI"))
    }
  }

  @Test(
    "only the names of this machine are answered to",
    arguments: [
      ("localhost", 200), ("localhost:1313", 200), ("LOCALHOST", 200), ("127.0.0.1:80", 200),
      ("[::1]:1313", 200), ("evil.example", 421), ("localhost.evil.example", 421),
      ("localhost@evil.example", 421), ("127.0.0.1.nip.io", 421), ("192.168.1.7", 421),
      ("", 421), ("[evil.example", 421), (nil, 421),
    ])
  func hosts(host: String?, status: Int) async throws {
    try await serving { preview async throws in
      #expect(try await preview.http.send("GET /", host: host).status == status)
    }
  }

  @Test("what counts is the Host header, whatever the request line says")
  func absoluteForm() async throws {
    try await serving { preview async throws in
      let line = "GET http://localhost/"
      #expect(try await preview.http.send(line, host: "evil.example").status == 421)
      #expect(try await preview.http.send(line).status == 200)
    }
  }

  @Test("for the whole network, any number will do but no name")
  func everywhere() async throws {
    try await serving(bind: "0.0.0.0") { preview async throws in
      for (host, status) in [
        ("192.168.1.7:1313", 200), ("[fe80::1]:1313", 200), ("evil.example", 421),
        ("1.2.3.evil", 421),
      ] {
        #expect(try await preview.http.send("GET /", host: host).status == status, "\(host)")
      }
    }
  }

  @Test("a preview can only be read", arguments: ["POST", "PUT", "DELETE", "OPTIONS"])
  func methods(method: String) async throws {
    try await serving { preview in
      let answer = try await preview.http.send("\(method) /__sitegen/events")
      #expect(answer.status == 405)
      #expect(answer.headers["allow"] == "GET,HEAD")
    }
  }

  @Test("a client that says nothing keeps no other waiting, nor the end")
  func silence() async throws {
    try await serving { preview in
      try await withThrowingTaskGroup { group in
        for _ in 0..<20 {
          group.addTask {
            try await preview.http.exchange(["GET / HTTP/1.1", "Host:"]) { _ in true }
          }
        }
        let answer = try await preview.http.get("/")
        #expect(answer.status == 200)
        group.cancelAll()
      }
    }
  }
}
