import SiteModel
import Testing

/// The values behind shortcodes: patterns, addresses of frames, and bodies with slots in them.
@Suite struct ShortcodeModelTests {
  @Test(arguments: [
    ("[A-Za-z0-9_-]{11}", "dQw4w9WgXcQ", true), ("[A-Za-z0-9_-]{11}", "dQw4w9WgXcQ1", false),
    ("[A-Za-z0-9_-]{11}", "dQw4w9WgX\"Q", false), ("\\d+", "", false), ("\\d*", "", true),
    ("-?[0-9.]{1,3},\\w", "-1.5,_", true), ("-?[0-9.]{1,3},\\w", "1.55,a", false),
    ("a.c", "a日c", true), ("[^/]+/b", "a/b", true), ("[^/]+/b", "/b", false),
    ("a{2,}", "aaa", true), ("a{2,}", "a", false), ("a?a?a?aaa", "aaa", true), ("\\.", ".", true),
  ])
  func pattern(_ source: String, _ text: String, _ matches: Bool) {
    #expect(TextPattern(source)?.matches(text) == matches)
  }

  @Test(arguments: [
    "(a)", "a|b", "[", "[]", "a{", "a{2,1}", "*", "\\q", "[z-a]", "a{9999}", "a{x}",
  ])
  func noPattern(_ source: String) {
    #expect(TextPattern(source) == nil)
  }

  @Test("A pattern takes time in proportion to the text, whatever both are")
  func patternsAreLinear() {
    let pattern = TextPattern(String(repeating: "a*", count: 50) + "b")
    #expect(pattern?.matches(String(repeating: "a", count: 4_000)) == false)
  }

  @Test(arguments: [
    ("https://player.example/video/12?dnt=1#t", "12"), ("//player.example/video/12/", "12"),
    ("HTTPS://Player.Example/video/12", "12"), ("https://player.example/videos/12", nil),
    ("https://player.example.evil.example/video/12", nil), ("/video/12", nil),
    ("https://player.example@evil.example/video/12", nil), ("ftp://player.example/video/12", nil),
    ("https://evil.example\\@player.example/video/12", nil),
  ])
  func frame(_ address: String, _ id: String?) {
    let arguments = FrameAddress(address).flatMap {
      FramePattern("player.example/video/{id}?start={start}")?.arguments(of: $0)
    }
    #expect(arguments?.map(\.value) == id.map { [$0] })
  }

  @Test func queriesOfFramesAreDecoded() throws {
    let address = try #require(FrameAddress("//maps.example/e.html?bbox=1%2C2&x=3"))
    let pattern = try #require(FramePattern("maps.example/e.html?bbox={box}&marker={mark}"))
    let arguments = try #require(pattern.arguments(of: address))
    #expect(arguments.map { "\($0.name)=\($0.value)" } == ["box=1,2"])
  }

  /// `<a href="…">` stands inside of a shortcode and outside of it.
  @Test func expansionMovesSlotsAndFillsInnerOnes() {
    let place = Place(file: "a.md")
    var body = ArticleBody()
    body.html = Array("<a href=\"\">A</a><a href=\"\">B</a>!<a href=\"\">C</a>".utf8)
    body.slots = [9, 25, 42].map {
      LinkSlot(offset: $0, purpose: .link, destination: "\($0).md", place: place)
    }
    var outer = ShortcodeCall(name: "box", arguments: [], display: .block, range: 16..<32)
    outer.innerCount = 1
    let empty = ShortcodeCall(name: "rule", arguments: [], display: .block, range: 32..<32)
    body.shortcodes = [outer, empty, empty]
    let links = ["a", "b", "c"].map { ResolvedLink.site(Permalink("/\($0)/"), suffix: "") }
    let base = BaseURL(origin: "https://a.example", path: "/news")
    let text = body.expandingShortcodes(links: links, base: base) { call, number, inner in
      "[\(call.name) \(number): \(inner)]"
    }
    #expect(
      String(decoding: text.body.html, as: UTF8.self)
        == "<a href=\"\">A</a>[box 1: <a href=\"/news/b/\">B</a>[rule 2: ]][rule 3: ]!<a href=\"\">C</a>"
    )
    #expect(text.links == [links[0], links[2]])
    #expect(
      String(decoding: text.body.html(links: text.links, base: base), as: UTF8.self)
        .hasSuffix("!<a href=\"/news/c/\">C</a>"))
    #expect(text.body.shortcodes.isEmpty)
    #expect(text.body.shortcodeNames == ["box", "rule"])
  }
}
