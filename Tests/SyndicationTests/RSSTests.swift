import SiteModel
import Syndication
import Testing

/// The feeds, as a feed reader sees them.
struct RSSTests {
  private func channel(of site: SampleSite, at path: String = "/feed.xml") throws -> XMLElement {
    let rss = try XMLElement.parse(text(of: path, in: site.build()))
    #expect(rss.attributes["version"] == "2.0")
    return try #require(rss.first("channel"))
  }

  private func item(of site: SampleSite) throws -> XMLElement {
    try #require(try channel(of: site).first("item"))
  }

  @Test("M-30: the channel says what it is and when it last changed, before its items")
  func channel() throws {
    var site = SampleSite()
    site.add("ai/one.md") { $0.frontMatter.updated = Timestamp(day: 21) }
    site.add("ai/two.md")
    let channel = try channel(of: site)
    #expect(
      channel.children.map(\.name) == [
        "title", "link", "description", "language", "atom:link", "lastBuildDate", "item", "item",
      ])
    #expect(channel.text(of: "title") == "The Daily Chip")
    #expect(channel.text(of: "link") == "https://news.example/")
    #expect(channel.text(of: "description") == "News about computers.")
    #expect(channel.text(of: "language") == "en")
    #expect(channel.text(of: "lastBuildDate") == "Fri, 21 Mar 2025 09:00:00 -0400")
    #expect(
      channel.first("atom:link")?.attributes == [
        "href": "https://news.example/feed.xml", "rel": "self", "type": "application/rss+xml",
      ])
  }

  @Test("M-30: an item has everything, its description before its full text")
  func item() throws {
    var site = SampleSite()
    let cover = site.addPicture("ai/chip.jpg", size: PixelSize(width: 1_600, height: 900))
    site.add("ai/one.md", html: "<p>Full text.</p>") {
      $0.frontMatter.summary = "AT&T <3"
      $0.frontMatter.authors = [Located("Ada"), Located("Bo")]
      $0.frontMatter.tags = [Located("Chips"), Located("AI")]
      $0.frontMatter.cover = Cover(
        image: Located(cover), caption: "A chip.", credit: "Bo", isAIGenerated: true)
    }
    let item = try item(of: site)
    #expect(
      item.children.map(\.name) == [
        "title", "link", "guid", "pubDate", "dc:creator", "dc:creator", "category", "category",
        "description", "content:encoded", "media:content",
      ])
    #expect(item.text(of: "title") == "A headline")
    #expect(item.text(of: "link") == "https://news.example/ai/one/")
    #expect(item.text(of: "guid") == "https://news.example/ai/one/")
    #expect(item.first("guid")?.attributes == ["isPermaLink": "true"])
    #expect(item.text(of: "pubDate") == "Tue, 18 Mar 2025 14:20:00 -0400")
    #expect(item.all("dc:creator").map(\.text) == ["Ada", "Bo"])
    #expect(item.all("category").map(\.text) == ["AI", "Chips"])
    #expect(item.text(of: "description") == "AT&amp;T &lt;3")
    #expect(item.text(of: "content:encoded") == "<p>Full text.</p>")
    let media = try #require(item.first("media:content"))
    #expect(
      media.attributes == [
        "url": "https://news.example/ai/chip.jpg", "medium": "image", "type": "image/jpeg",
        "width": "1600", "height": "900",
      ])
    #expect(media.text(of: "media:description") == "A chip. Illustration: AI-generated")
    #expect(media.text(of: "media:credit") == "Bo")
  }

  @Test("M-30: a section's feed holds the section's articles only, newest first")
  func section() throws {
    var site = SampleSite(baseURL: "https://x.example/news")
    site.add("ai/old.md") { $0.frontMatter.date = Timestamp(day: 1) }
    site.add("chips/other.md")
    site.add("ai/new.md") { $0.frontMatter.date = Timestamp(day: 2) }
    let channel = try channel(of: site, at: "/ai/feed.xml")
    #expect(channel.text(of: "title") == "The Daily Chip: AI")
    #expect(channel.text(of: "link") == "https://x.example/news/ai/")
    #expect(
      channel.first("atom:link")?.attributes["href"] == "https://x.example/news/ai/feed.xml")
    #expect(
      channel.all("item").map { $0.text(of: "guid") } == [
        "https://x.example/news/ai/new/", "https://x.example/news/ai/old/",
      ])
  }

  @Test(
    "M-30: no title breaks the feed, and readers see it as it was typed",
    arguments: [
      ("</title></script>]]> & <b>", "</title></script>]]> & <b>"),
      ("AT&amp;T \"quoted\" 'too'", "AT&amp;T \"quoted\" 'too'"),
      ("bell\u{7} null\u{0} end\u{fffe}\u{ffff}", "bell null end"),
      ("🦊 量子コンピュータ \u{fffd}\u{10fffe}", "🦊 量子コンピュータ \u{fffd}\u{10fffe}"),
    ])
  func hostileTitles(title: String, seen: String) throws {
    var site = SampleSite()
    site.configuration.title = title
    site.configuration.description = title
    site.add("ai/one.md", title: title, html: "<p>\(title)</p>") {
      $0.frontMatter.authors = [Located(title)]
    }
    let channel = try channel(of: site)
    #expect(channel.text(of: "title") == seen)
    #expect(channel.first("item")?.text(of: "title") == seen)
    #expect(channel.first("item")?.text(of: "dc:creator") == seen)
  }

  @Test("M-30: ampersands and less-than signs of plain text are hexadecimal references")
  func references() throws {
    var site = SampleSite()
    site.add("ai/one.md", title: "R&D < 3")
    #expect(
      try text(of: "/feed.xml", in: site.build()).contains(
        "<title>R&#x26;D &#x3C; 3</title>"))
  }

  @Test("M-30: the end of a CDATA section in a text does not end it")
  func cdata() throws {
    var site = SampleSite()
    let code = "<p>]]></p><pre>a[b[0]]>c ]]]]>> \u{c}x ]]\u{0}\u{ffff}></pre>"
    site.add("ai/one.md", html: code)
    #expect(
      try item(of: site).text(of: "content:encoded")
        == "<p>]]></p><pre>a[b[0]]>c ]]]]>> x ]]></pre>")
  }

  @Test("M-30: an item in another language than the feed says so")
  func language() throws {
    var site = SampleSite()
    site.add("ai/one.md") { $0.frontMatter.language = "ja" }
    #expect(try item(of: site).text(of: "dc:language") == "ja")
  }

  @Test("E-8: a sponsored article is labeled in its title and above its text")
  func sponsored() throws {
    var site = SampleSite()
    site.add("ai/one.md", title: "Buy this") {
      $0.frontMatter.kind = .sponsored
      $0.frontMatter.sponsor = "Acme & Sons"
      $0.frontMatter.disclosure = "Acme advertises here."
    }
    let item = try item(of: site)
    #expect(item.text(of: "title") == "Sponsored: Buy this")
    #expect(
      item.text(of: "content:encoded") == """
        <p><strong>Sponsored by Acme &amp; Sons</strong></p>
        <p><strong>Disclosure:</strong> Acme advertises here.</p>
        <p>Text.</p>
        """)
  }

  @Test("E-9: the submission note is repeated, with links that work in a mail program")
  func submitted() throws {
    var site = SampleSite(baseURL: "https://x.example/news")
    site.configuration.policies.copyrightEmail = "copyright@x.example"
    site.addPage("submission-guidelines")
    site.add("ai/one.md", title: "R&D news") {
      $0.frontMatter.submission = Submission(by: "Cleo Reader")
      $0.frontMatter.cover = Cover(image: Located("https://cdn.example/a.png"), isAIGenerated: true)
    }
    let item = try item(of: site)
    #expect(item.all("dc:creator").map(\.text) == ["Cleo Reader"])
    #expect(
      item.text(of: "content:encoded") == """
        <p>Text.</p>
        <p>This article was submitted by our user under the \
        <a href="https://x.example/news/submission-guidelines/">News Submission Rules and \
        Guidelines</a>. The cover photo is computer generated art for illustrative purposes only; \
        it does not show real people, places or events. If you think this article infringes \
        copyright, <a href="mailto:copyright@x.example?subject=Copyright%20report%3A%20R%26D%20news\
        &amp;body=https%3A%2F%2Fx.example%2Fnews%2Fai%2Fone%2F">report it to us by email</a>.</p>
        """)
  }

  @Test("E-6: corrections and updates follow the text")
  func notes() throws {
    var site = SampleSite()
    site.add("ai/one.md") {
      $0.frontMatter.corrections = [DatedNote(date: Timestamp(day: 20), text: "Not < but >.")]
      $0.frontMatter.updates = [DatedNote(date: Timestamp(day: 19), text: "They replied.")]
    }
    #expect(
      try item(of: site).text(of: "content:encoded") == """
        <p>Text.</p>
        <h2>Updates</h2>
        <ul>
        <li>2025-03-19: They replied.</li>
        </ul>
        <h2>Corrections</h2>
        <ul>
        <li>2025-03-20: Not &lt; but &gt;.</li>
        </ul>
        """)
  }

  @Test("M-31: a feed holds no more than it should, the newest first")
  func number() throws {
    var site = SampleSite()
    site.configuration.feeds.size = 2
    for day in 1...4 {
      site.add("ai/day\(day).md", title: "Day \(day)") {
        $0.frontMatter.date = Timestamp(day: day)
      }
    }
    let items = try channel(of: site).all("item")
    #expect(items.map { $0.text(of: "title") } == ["Day 4", "Day 3"])
  }

  @Test("M-31: a feed stays below 1.5 MB, and a text beyond 1 MB is left out of it")
  func size() throws {
    var site = SampleSite()
    let sizes = [1: 400_000, 2: 700_000, 3: 700_000, 4: 1_100_000]
    for (day, size) in sizes {
      site.add("ai/day\(day).md", title: "Day \(day)", html: String(repeating: "x", count: size)) {
        $0.frontMatter.date = Timestamp(day: day)
        $0.frontMatter.summary = "Summary."
      }
    }
    let document = try text(of: "/feed.xml", in: site.build())
    #expect(document.utf8.count <= 1_500_000)
    let items = try channel(of: site).all("item")
    #expect(items.map { $0.text(of: "title") } == ["Day 4", "Day 3", "Day 2"])
    #expect(items[0].text(of: "description") == "Summary.")
    #expect(items[0].first("content:encoded") == nil)
    #expect(items[1].first("content:encoded") != nil)
  }

  @Test("An empty publication has an empty feed without a date")
  func empty() throws {
    let channel = try channel(of: SampleSite())
    #expect(channel.first("lastBuildDate") == nil)
    #expect(channel.first("item") == nil)
  }

  @Test("The same publication gives the same bytes for any time of building")
  func noClock() throws {
    var site = SampleSite()
    site.add("ai/one.md")
    var later = try site.build()
    later.now = Timestamp(secondsSince1970: 2_000_000_000)
    #expect(try machineFiles(of: site.build()) == machineFiles(of: later))
  }
}
