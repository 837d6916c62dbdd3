import DevServer
import Testing

@Suite("Listening", .timeLimit(.minutes(10)))
struct ListeningTests {
  @Test("a busy port that was asked for is an error that says what to do")
  func busy() async throws {
    try await PreviewedSite().serve { first in
      let port = first.http.port
      let mistake = await #expect(throws: ListeningMistake.self) {
        var second = PreviewedSite()
        second.options.port = .exactly(port)
        try await second.serve { _ in }
      }
      #expect(
        mistake?.message == """
          port \(port) is used by another program. End that one, or choose another port: \
          --port \(port + 1)
          """)
    }
  }

  @Test("a busy port that was not asked for makes room for the next free one")
  func next() async throws {
    try await PreviewedSite().serve { first in
      var site = PreviewedSite(["index.html": "Second"])
      site.options.port = .firstFree(from: first.http.port)
      try await site.serve { second async throws in
        #expect(second.http.port > first.http.port)
        #expect(try await second.http.get("/").body.hasPrefix("Second"))
      }
    }
  }

  @Test("an address that is not this machine's is named", arguments: ["192.0.2.1", "not a host"])
  func address(bind: String) async throws {
    let mistake = await #expect(throws: ListeningMistake.self) {
      var site = PreviewedSite()
      site.options.bind = bind
      try await site.serve { _ in }
    }
    #expect(mistake?.message.contains(bind) == true)
  }
}
