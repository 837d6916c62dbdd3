import SiteModel
import Testing

@testable import Deploying

/// What is brought and removed, and in which order.
@Suite struct DeployPlanTests {
  private static func files(_ paths: [String], digest: UInt64 = 1) -> [PublishedFile] {
    paths.map { PublishedFile(path: $0, size: 10, digest: digest) }
  }

  @Test(
    "A file belongs to the step before which nothing names it",
    arguments: [
      ("assets/main.1a2b.css", DeployPlan.Step.assets), ("assets/page.html.css", .assets),
      ("ai/story/data.csv", .assets), ("favicon.ico", .assets),
      (".well-known/security.txt", .assets), ("ai/story/feed.svg", .assets),
      ("index.html", .changedPages), ("ai/story/index.html", .changedPages),
      ("404.html.br", .changedPages), ("feed.xml", .machineFiles),
      ("tags/ai/feed.json", .machineFiles), ("tags/ai/atom.xml.gz", .machineFiles),
      ("sitemap.xml", .machineFiles), ("sitemap-2.xml", .machineFiles),
      ("news-sitemap.xml", .machineFiles), ("ai/story/data.xml", .assets),
      ("robots.txt", .machineFiles), ("llms.txt", .machineFiles), ("_redirects", .machineFiles),
      (".htaccess", .machineFiles), (".hosting/nginx.conf", .machineFiles),
      ("vercel.json", .machineFiles),
    ])
  func steps(path: String, step: DeployPlan.Step) {
    #expect(DeployPlan.Step(path, isNew: false) == step)
    #expect(DeployPlan.Step(path, isNew: true) == (step == .changedPages ? .newPages : step))
  }

  @Test("Without a list everything is new, and nothing is removed")
  func first() {
    let plan = DeployPlan(
      Self.files(["index.html", "feed.xml", "assets/a.css", "b.txt"]), over: nil)
    #expect(
      plan.allUploads.map(\.path) == ["assets/a.css", "b.txt", "index.html", "feed.xml"])
    #expect(plan.uploads[.changedPages] == nil && plan.deletions == [] && plan.unchanged == [])
  }

  @Test(
    "A file moves if its bytes, or what is known of them, are others",
    arguments: [
      // here, certain there, uncertain there: uploads, deletions
      (["a.html"], ["a.html"], [], [], []),
      (["a.html", "b.html"], ["a.html"], [], ["b.html"], []),
      (["a.html"], [], ["a.html"], ["a.html"], []),
      (["a.html"], ["a.html", "old.html"], [], [], ["old.html"]),
      (["a.html"], ["a.html"], ["old.html"], [], ["old.html"]),
      ([], ["b.html", "a.html"], [], [], ["a.html", "b.html"]),
    ] as [([String], [String], [String], [String], [String])])
  func difference(
    here: [String], certain: [String], uncertain: [String], uploads: [String], deletions: [String]
  ) {
    var list = DeployList(of: Self.files(certain))
    list.uncertain = Set(uncertain)
    let plan = DeployPlan(Self.files(here), over: list)
    #expect(plan.allUploads.map(\.path) == uploads)
    #expect(plan.deletions == deletions)
    #expect(plan.listAfterwards == DeployList(of: Self.files(here)))
    // Whatever happens on the way, the list names all that sitegen brought.
    #expect(plan.listMeanwhile.paths == Set(here + certain + uncertain))
  }

  @Test("A changed page comes after new ones, and files that name pages after both")
  func order() {
    var files = Self.files(["index.html", "ai/new/index.html", "sitemap.xml", "assets/x.css"])
    let list = DeployList(of: Self.files(["index.html", "sitemap.xml", "assets/y.css"]))
    files = files.map { PublishedFile(path: $0.path, size: 1, digest: 2) }
    let plan = DeployPlan(files, over: list)
    #expect(
      plan.allUploads.map(\.path) == [
        "assets/x.css", "ai/new/index.html", "index.html", "sitemap.xml",
      ])
    #expect(plan.deletions == ["assets/y.css"])
  }

  @Test(
    "A list comes back as it was, and nothing else is one",
    arguments: [[], ["a.html"], ["ai/größe/x y.html", ".well-known/gpc.json", "a-b"]])
  func list(paths: [String]) throws {
    var list = DeployList(of: Self.files(paths, digest: .max))
    list.uncertain = ["maybe there.html"]
    let text = list.text
    #expect(DeployList(Array(text.utf8)) == list)
    for damaged in [
      String(text.dropLast(8)), text.replacing("deployed 1", with: "deployed 2"),
      text.replacing("- maybe", with: "maybe"), "", "<html>\n",
    ] {
      #expect(DeployList(Array(damaged.utf8)) == nil, "\(damaged)")
    }
  }

  @Test(
    "Fifty files may go, or a quarter of many, or what somebody said",
    arguments: [
      (nil, 0, 50), (nil, 100, 50), (nil, 400, 100), (nil, 30_000, 256), (0, 400, 0),
      (700, 30_000, 700),
    ] as [(Int?, Int, Int)])
  func limit(chosen: Int?, count: Int, allowed: Int) {
    #expect(DeletionLimit(chosen).allowed(of: count) == allowed)
  }

  @Test(
    "A store is told the type of a file, how long it holds, and whether it is compressed",
    arguments: [
      ("index.html", "text/html; charset=utf-8", "max-age=0", nil),
      ("assets/main.1a2b.css", "text/css; charset=utf-8", "immutable", nil),
      ("assets/fonts/a.woff2", "font/woff2", "immutable", nil),
      ("tags/ai/feed.xml", "application/rss+xml; charset=utf-8", "max-age=0", nil),
      ("feed.json.gz", "application/feed+json; charset=utf-8", "max-age=0", "gzip"),
      ("index.html.br", "text/html; charset=utf-8", "max-age=0", "br"),
      ("ai/story/Photo.JPG", "image/jpeg", "max-age=0", nil),
      (".well-known/security.txt", "text/plain; charset=utf-8", "max-age=0", nil),
      ("CNAME", "text/plain; charset=utf-8", "max-age=0", nil),
      ("data.bin", "application/octet-stream", "max-age=0", nil),
    ] as [(String, String, String, String?)])
  func headers(path: String, type: String, caching: String, encoding: String?) {
    let headers = ObjectHeaders(of: path)
    #expect(headers.contentType == type)
    #expect(headers.cacheControl.contains(caching))
    #expect(headers.contentEncoding == encoding)
  }
}
