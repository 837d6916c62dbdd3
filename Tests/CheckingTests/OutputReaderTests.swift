import SiteModel
import Testing

@testable import Checking

@Suite struct OutputReaderTests {
  static let files = SiteFiles([
    "index.html": 0, "ai/index.html": 0, "ai/one/index.html": 0, "feed.xml": 0,
    "assets/a b.css": 0, "pictures/x-480.avif": 0, "pictures/x-768.avif": 0, "404.html": 0,
  ])
  static let head =
    "<title>Title</title><meta name=\"description\" content=\"What is found here, in short.\">"
  static let root = SiteAddresses(
    files: files, base: BaseURL(origin: "https://news.example", path: ""))
  static let below = SiteAddresses(
    files: files, base: BaseURL(origin: "https://news.example", path: "/tech"))

  struct Row: Sendable, CustomTestStringConvertible {
    var html: String
    var rules: [Diagnostic.Identifier]

    init(_ html: String, _ rules: Diagnostic.Identifier...) {
      self.html = html
      self.rules = rules
    }

    var testDescription: String { html }
  }

  @Test(
    "What is wrong with a page alone is found, and nothing else",
    arguments: [
      // Links
      Row("<a href=\"/ai/one/\">x</a>"),
      Row("<a href=\"/ai/one\">x</a>"),
      Row("<a href=\"/ai/one/index.html\">x</a>"),
      Row("<a href=\"https://news.example/ai/\">x</a>"),
      Row("<a href=\"../one/\">x</a>"),
      Row("<a href=\"one\">x</a>"),
      Row("<a href=\"/assets/a%20b.css\">x</a>"),
      Row("<a href=\"/ai/?q=1&amp;x=2\">x</a>"),
      Row("<a href=\"mailto:a@b.example\">x</a> <a href=\"tel:+49\">x</a> <a>x</a>"),
      Row("<a href=\"//other.example/x\">x</a> <a href=\"https://news.example.org/\">x</a>"),
      Row("<a href=\"/AI/one/\">x</a>", .checkLink),
      Row("<A HREF='/none/'>x</A>", .checkLink),
      Row("<a href=/none/ class=x>x</a>", .checkLink),
      Row("<a href=\"none/\">x</a>", .checkLink),
      Row("<a href=\"https://news.example/none\">x</a>", .checkLink),
      Row("<!-- <a href=\"/none/\">x</a> --> 1 < 2"),
      Row("<link rel=\"alternate\" href=\"/atom.xml\">", .checkLink),
      Row("<form action=\"/none/\"></form>", .checkLink),
      Row("<meta http-equiv=\"refresh\" content=\"0; url=/none/\">", .checkLink),
      // What is loaded
      Row("<img src=\"/none.png\" alt=\"\">", .checkAsset),
      Row("<img src=\"data:image/png;base64,xx\" alt=\"\">"),
      Row("<img alt=\"\" srcset=\"/pictures/x-480.avif 480w, /pictures/x-768.avif 768w\">"),
      Row("<img alt=\"\" srcset=\"/pictures/x-480.avif, /none.avif 2x\">", .checkAsset),
      Row("<source srcset=\"/pictures/x-480.avif 1x,/none.avif 2x\">", .checkAsset),
      Row("<script src=\"/none.js\"></script>", .checkAsset),
      Row("<script>let a = '<a href=\"/none/\">'</script>"),
      Row("<link rel=\"stylesheet\" href=\"/none.css\">", .checkAsset),
      Row("<meta property=\"og:image\" content=\"https://news.example/x.png\">", .checkAsset),
      Row(
        "<script type=\"application/ld+json\">{\"url\":\"https://news.example/none/\"}</script>",
        .checkLink),
      // The rest
      Row("<p id=\"a\"></p><p id=\"b\"></p>"),
      Row("<p id=\"a\"></p><p id='a'></p>", .checkID),
      Row("<img src=\"/feed.xml\">", .checkAlternative),
      Row("<h2>x</h2>"),
      Row("<h1>two</h1>", .checkHeading),
      Row("<h3>x</h3>", .checkHeading),
      Row("<h2>x</h2><h3>x</h3><h2>x</h2><h4>x</h4>", .checkHeading),
    ])
  func page(row: Row) {
    let html = "<!doctype html>\(Self.head)<main><h1>T</h1>\(row.html)</main>"
    let found = OutputReader(Self.root, external: false)
      .read("ai/one/index.html", Array(html.utf8))
    // A page of a folder without `one/` below it.
    let expected = row.html.contains("\"one\"") ? [Diagnostic.Identifier.checkLink] : row.rules
    #expect(found.findings.map(\.rule) == expected)
  }

  @Test("Below a path of a host, addresses begin with it")
  func subPath() {
    let links = "<a href=\"/tech/ai/\">x</a><a href=\"/ai/\">x</a>"
    let html = "\(Self.head)<main><h1>T</h1>\(links)</main>"
    let found = OutputReader(Self.below, external: false).read("index.html", Array(html.utf8))
    #expect(
      found.findings.map(\.summary)
        == ["/ai/ leads out of the publication, which begins at /tech/"])
  }

  @Test("Feeds, sitemaps and texts name addresses in full (M-20, M-30)")
  func data() {
    let text = """
      <urlset><url><loc>https://news.example/ai/</loc></url> &lt;a href=&quot;https://news.example/none/&quot;
      (https://news.example/ai/one/), https://news.example. https://news.example.org/none
      https://news.example/gone/#x "https://news.example/feed.xml"
      """
    let found = OutputReader(Self.root, external: false).read("sitemap.xml", Array(text.utf8))
    #expect(
      found.findings.map(\.clue) == [
        .address("https://news.example/none/"), .address("https://news.example/gone/#x"),
      ])
    #expect(found.listed == [NameHash("https://news.example/ai/")])
  }

  @Test("Style sheets name what they load")
  func styleSheet() {
    let text = "@import \"/none.css\"; a { background: url('../pictures/x-480.avif') } /* url(x) */"
    let found = OutputReader(Self.root, external: false).read("assets/m.css", Array(text.utf8))
    #expect(found.findings.map(\.clue) == [.address("/none.css")])
  }
}
