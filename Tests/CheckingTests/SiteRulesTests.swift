import SiteModel
import Testing

@testable import Checking

@Suite struct SiteRulesTests {
  /// Reads pages, given by their paths, and gives what is wrong with them beside one another.
  private func findings(
    _ pages: [String: String], budget: PageBudget = PageBudget()
  ) -> [Finding] {
    let addresses = SiteAddresses(
      files: SiteFiles(pages.mapValues(\.utf8.count)),
      base: BaseURL(origin: "https://news.example", path: ""))
    let reader = OutputReader(addresses, external: false)
    let contents = pages.sorted { $0.key < $1.key }.map {
      reader.read($0.key, Array($0.value.utf8))
    }
    let rules = SiteRules(addresses, budget: budget)
    return rules.findings(inEach: contents) + rules.findings(in: contents)
  }

  private func page(_ path: String, title: String? = nil, _ body: String = "") -> String {
    """
    <title>\(title ?? "Title of \(path)")</title>
    <meta name="description" content="What is found at \(path), in some words.">
    <link rel="canonical" href="https://news.example\(path)">
    <main><h1>\(path)</h1>\(body)</main>
    """
  }

  @Test("Pages that agree are in order")
  func nothing() {
    let pages = ["index.html": page("/"), "a/index.html": page("/a/", "<a href=\"/#main\">x</a>")]
    #expect(findings(pages).map(\.rule) == [.checkFragment])
    #expect(findings(["index.html": page("/"), "a/index.html": page("/a/")]) == [])
  }

  @Test("A link to a part of a page needs an id there")
  func parts() {
    let pages = [
      "index.html": page("/", "<p id=\"a ü\"></p>"),
      "a/index.html": page(
        "/a/",
        "<a href=\"/#a%20%C3%BC\">x</a><a href=\"#top\">x</a><a href=\"#\">x</a><a href=\"/#b\">x</a>"
      ),
    ]
    #expect(findings(pages).map(\.summary) == ["nothing on / has the id \"b\""])
  }

  @Test("Two pages with one title, and one without any")
  func titles() {
    let pages = [
      "a/index.html": page("/a/", title: "Same"), "b/index.html": page("/b/", title: "Same"),
      "c/index.html": page("/c/", title: ""),
    ]
    #expect(
      findings(pages).map(\.summary) == [
        "the page has no title", "the page has the same title as /a/",
      ])
  }

  @Test("The pages of one list may have one description, others may not")
  func descriptions() {
    let text = page("/a/")
    func at(_ path: String) -> String {
      text.replacing("news.example/a/", with: "news.example\(path)")
        .replacing("Title of /a/", with: "Title of \(path)")
    }
    let pages = [
      "a/index.html": at("/a/"), "a/page/2/index.html": at("/a/page/2/"), "b/index.html": at("/b/"),
    ]
    #expect(findings(pages).map(\.summary) == ["the page has the same description as /a/"])
  }

  @Test(
    "A page names itself, or one that names itself (M-40)",
    arguments: [
      ("https://news.example/a/", nil), ("https://other.example/x/", nil),
      ("https://news.example/b/", nil),
      ("https://news.example/none/", "leads to nothing"), ("/a/", "is not a full one"),
      ("https://news.example/c/", "is a page that names another one"),
    ] as [(String, String?)])
  func canonical(address: String, problem: String?) {
    let pages = [
      "a/index.html": page("/a/").replacing(
        "https://news.example/a/", with: address),
      "b/index.html": page("/b/"),
      "c/index.html": page("/c/").replacing("news.example/c/", with: "news.example/b/"),
    ]
    let found = findings(pages).map(\.summary)
    #expect(
      found == (problem.map { ["the page's canonical address \(address) \($0)"] } ?? []))
  }

  @Test("A sitemap lists pages that search engines shall keep (M-20)")
  func sitemap() {
    let pages = [
      "a/index.html": page("/a/", "<meta name=\"robots\" content=\"noindex\">"),
      "sitemap.xml": "<urlset><url><loc>https://news.example/a/</loc></url></urlset>",
    ]
    #expect(
      findings(pages).map(\.summary) == [
        "the sitemap lists https://news.example/a/, a page that search engines shall leave out"
      ])
  }

  @Test("A page may weigh so much (A-23)")
  func weight() {
    var budget = PageBudget()
    budget.html = 10
    budget.styles = 5
    let pages = [
      "index.html": page("/", "<link rel=\"stylesheet\" href=\"/a.css\">"), "a.css": "a { top: 0 }",
    ]
    #expect(
      findings(pages, budget: budget).map(\.file) == ["index.html", "a.css"])
  }
}
