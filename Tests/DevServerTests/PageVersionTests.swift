import Testing

@testable import DevServer

@Suite("Versions of pages")
struct PageVersionTests {
  private func version(_ html: String, _ stamps: [String: String] = [:]) -> PageVersion {
    PageVersion(of: Array(html.utf8)) { stamps[$0] }
  }

  private static let page = """
    <!doctype html><title>A &lt; B</title>
    <link rel="stylesheet" href="/a.1.css"><link href='/b.1.css' rel='preload stylesheet' />
    <link rel=icon href=/icon.svg><link rel="alternate" href="/feed.xml"><a href="/other"><img src="/p.jpg" srcset="/s.jpg 1x, /l.jpg 2x" alt>
    """

  @Test(
    "a change is of the text or of its styles",
    arguments: [
      ("A &lt; B", "A &lt; C", true, false), ("/a.1.css", "/a.2.css", false, true),
      ("/b.1.css", "/b.2.css", false, true), ("/icon.svg", "/icon.2.svg", true, false),
      ("<!doctype html>", "<!doctype  html>", true, false), ("alt>", "alt><i>", true, false),
    ])
  func changes(old: String, new: String, ofText: Bool, ofStyles: Bool) {
    let before = version(Self.page)
    let after = version(Self.page.replacing(old, with: new))
    #expect((before.text != after.text) == ofText)
    #expect(before.files == after.files)
    #expect((before.styles != after.styles) == ofStyles)
    #expect(version(Self.page) == before)
  }

  @Test(
    "files that a page loads have a version apart",
    arguments: [
      ("/p.jpg", true, false), ("/s.jpg", true, false), ("/l.jpg", true, false),
      ("/icon.svg", true, false), ("/a.1.css", false, true), ("/feed.xml", false, false),
      ("/other", false, false),
    ])
  func files(address: String, ofFiles: Bool, ofStyles: Bool) {
    let before = version(Self.page, [address: "one"])
    let after = version(Self.page, [address: "two"])
    #expect(before.text == after.text)
    #expect((before.files != after.files) == ofFiles)
    #expect((before.styles != after.styles) == ofStyles)
  }

  @Test("style sheets are named in their order")
  func sheets() {
    #expect(version(Self.page).sheets == ["/a.1.css", "/b.1.css"])
  }

  @Test(
    "pages that break off are pages too",
    arguments: [
      "", "<", "<a", "<link rel=stylesheet href=", "<link rel=\"stylesheet\" href=\"x", "<a b='",
    ])
  func broken(html: String) {
    #expect(version(html).text.utf8.count == PageVersion.digestLength)
  }
}
