import SiteModel
import Testing

/// What article pages tell search engines.
struct ArticleDataTests {
  private func data(of site: SampleSite) throws -> JSON {
    try #require(try structuredData(for: .article(0), in: site.build())["NewsArticle"])
  }

  @Test("M-1, M-4: headline, dates and address come from the front matter")
  func basics() throws {
    var site = SampleSite()
    site.add("ai/one.md", title: "Chips & <b>dip</b>") {
      $0.frontMatter.summary = "A summary."
      $0.frontMatter.corrections = [DatedNote(date: Timestamp(day: 20), text: "It was Tuesday.")]
    }
    let article = try data(of: site)
    #expect(article["headline"] == "Chips & <b>dip</b>")
    #expect(article["description"] == "A summary.")
    #expect(article["url"] == "https://news.example/ai/one/")
    #expect(article["mainEntityOfPage"]?["@id"] == "https://news.example/ai/one/")
    #expect(article["datePublished"] == "2025-03-18T14:20:00-04:00")
    #expect(article["dateModified"] == "2025-03-20T09:00:00-04:00")
  }

  @Test("Clients find You May Also Like as links of the page, in its order")
  func relatedLinks() throws {
    var site = SampleSite()
    for name in ["one", "two", "three"] { site.add("ai/\(name).md", title: name) }
    let built = try site.build()
    let order = try ["one", "three", "two"].map { name in
      try #require(built.articles.firstIndex { $0.source == "ai/\(name).md" })
    }
    var lists = [[Int]](repeating: [], count: 3)
    lists[order[0]] = [order[1], order[2]]
    let page = try structuredData(for: .article(order[0]), in: built, related: lists)
    let links = page["NewsArticle"]?["mainEntityOfPage"]?["relatedLink"]
    #expect(links?[0] == "https://news.example/ai/three/")
    #expect(links?[1] == "https://news.example/ai/two/" && links?[2] == nil)
    let other = try structuredData(for: .article(order[1]), in: built, related: lists)
    #expect(other["NewsArticle"]?["mainEntityOfPage"]?["relatedLink"] == nil)
  }

  @Test("M-2: each author is one person with a name and a page")
  func authors() throws {
    var site = SampleSite()
    site.addAuthor("ada", name: "Ada Zhang") { $0.role = "Chips editor" }
    site.addAuthor("bo", name: "Bo Diaz")
    site.add("ai/one.md") {
      $0.frontMatter.authors = [Located("bo"), Located("ada")]
      $0.frontMatter.editors = [Located("ada")]
    }
    let article = try data(of: site)
    let ada: JSON = [
      "@type": "Person", "@id": "https://news.example/authors/ada/#author", "name": "Ada Zhang",
      "url": "https://news.example/authors/ada/",
    ]
    #expect(article["author"]?[0]?["name"] == "Bo Diaz")
    #expect(article["author"]?[1] == ada)
    #expect(article["author"]?[2] == nil)
    #expect(article["editor"] == [ada])
  }

  @Test("M-2: without a byline the publisher is the author, by the site's title if it has no name")
  func publisherAsAuthor() throws {
    var site = SampleSite()
    site.add("ai/one.md")
    #expect(
      try data(of: site)["author"] == [
        [
          "@type": "Organization", "@id": "https://news.example/#publisher",
          "name": "The Daily Chip", "url": "https://news.example/",
        ]
      ])
  }

  @Test("M-2, M-11: who sent an article in is its author, once")
  func submitted() throws {
    var site = SampleSite()
    site.addPage("submission-guidelines")
    site.add("ai/one.md") {
      $0.frontMatter.submission = Submission(by: "Cleo Reader")
    }
    #expect(try data(of: site)["author"] == [["@type": "Person", "name": "Cleo Reader"]])
    #expect(try data(of: site)["copyrightHolder"] == nil)

    site.content.articles[0].frontMatter.authors = [Located("Cleo Reader")]
    let author = try data(of: site)["author"]
    #expect(author?[0]?["url"] == "https://news.example/authors/cleo-reader/")
    #expect(author?[1] == nil)
  }

  @Test("M-3: the publisher links to the policies that have a page, and to no others")
  func publisher() throws {
    var site = SampleSite(baseURL: "https://x.example/news")
    site.configuration.publisher.name = "Chip Media"
    site.configuration.publisher.logo = Located("icons/logo.png")
    site.configuration.publisher.profiles = ["https://social.example/@chip"]
    site.addPage("editorial-policy")
    site.addPage("corrections")
    site.add("ai/one.md") { $0.frontMatter.authors = [Located("Ada")] }
    let logo = Permalink("/assets/icons/logo.0123.png")
    let page = try structuredData(
      for: .article(0), in: site.build(), assets: ["icons/logo.png": logo])
    #expect(
      page["NewsArticle"]?["publisher"] == [
        "@type": "NewsMediaOrganization", "@id": "https://x.example/news/#publisher",
        "name": "Chip Media", "url": "https://x.example/news/",
        "logo": [
          "@type": "ImageObject", "url": "https://x.example/news/assets/icons/logo.0123.png",
        ],
        "sameAs": ["https://social.example/@chip"],
        "publishingPrinciples": "https://x.example/news/editorial-policy/",
        "ethicsPolicy": "https://x.example/news/editorial-policy/",
        "correctionsPolicy": "https://x.example/news/corrections/",
        "masthead": "https://x.example/news/authors/",
      ])
  }

  @Test("M-3: section, tags, language, length, series and copyright")
  func details() throws {
    var site = SampleSite()
    for part in 1...2 {
      site.add("open-source/part\(part).md") {
        $0.frontMatter.date = Timestamp(day: part)
        $0.frontMatter.tags = [Located("Linux"), Located("AI")]
        $0.frontMatter.series = SeriesPart(name: Located("Kernel days"))
        $0.frontMatter.language = "de"
        $0.body.wordCount = 500
      }
    }
    let article = try data(of: site)
    #expect(article["articleSection"] == "Open source")
    #expect(article["keywords"] == ["Linux", "AI"])
    #expect(article["inLanguage"] == "de")
    #expect(article["wordCount"] == 500)
    #expect(article["timeRequired"] == "PT3M")
    #expect(article["isAccessibleForFree"] == true)
    #expect(article["isPartOf"]?["url"] == "https://news.example/series/kernel-days/")
    #expect(article["position"] == 2)
    #expect(article["copyrightHolder"] == ["@id": "https://news.example/#publisher"])
    #expect(article["copyrightYear"] == 2025)
  }

  @Test("M-3: characters are not counted as words")
  func noWordCountForJapanese() throws {
    var site = SampleSite()
    site.add("ai/one.md", title: "量子の話") {
      $0.body.wordCount = 12
      $0.body.cjkCharacterCount = 900
    }
    #expect(try data(of: site)["wordCount"] == nil)
  }

  @Test("M-5: corrections say what was wrong and since when it is right")
  func corrections() throws {
    var site = SampleSite()
    site.add("ai/one.md") {
      $0.frontMatter.corrections = [DatedNote(date: Timestamp(day: 20), text: "It was Tuesday.")]
    }
    #expect(
      try data(of: site)["correction"] == [
        [
          "@type": "CorrectionComment", "text": "It was Tuesday.",
          "datePublished": "2025-03-20T09:00:00-04:00",
        ]
      ])
  }

  @Test("M-1, M-9: the cover with its size, credit and the machine that made it")
  func cover() throws {
    var site = SampleSite()
    let path = site.addPicture("ai/chip.jpg", size: PixelSize(width: 1_600, height: 900))
    site.add("ai/one.md") {
      $0.frontMatter.cover = Cover(
        image: Located(path), alt: "A chip", caption: "A chip, imagined", credit: "Chip Media",
        isAIGenerated: true)
    }
    #expect(
      try data(of: site)["image"] == [
        [
          "@type": "ImageObject", "url": "https://news.example/ai/chip.jpg", "width": 1_600,
          "height": 900, "caption": "A chip, imagined", "creditText": "Chip Media",
          "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
        ]
      ])

    site.content.articles[0].frontMatter.cover = Cover(image: Located("//cdn.example/ü x.png"))
    #expect(
      try data(of: site)["image"] == [
        ["@type": "ImageObject", "url": "https://cdn.example/%C3%BC%20x.png"]
      ])
  }

  @Test("M-9: whose picture it is, and what others may do with it")
  func rights() throws {
    var site = SampleSite()
    let path = site.addPicture("ai/chip.jpg")
    site.add("ai/one.md") {
      var cover = Cover(image: Located(path), alt: "A chip")
      cover.copyright = "© 2025 Chip Media"
      cover.license = "https://licenses.example/by/"
      $0.frontMatter.cover = cover
    }
    let image = try data(of: site)["image"]?[0]
    #expect(image?["copyrightNotice"] == "© 2025 Chip Media")
    #expect(image?["license"] == "https://licenses.example/by/")
  }

  @Test("M-1: a picture of which copies are made is there in three shapes")
  func crops() throws {
    var site = SampleSite()
    let path = site.addPicture("ai/chip.jpg", size: PixelSize(width: 1_000, height: 900))
    site.pictures["ai/chip.jpg"]?.fallback = .jpeg
    site.add("ai/one.md") {
      $0.frontMatter.cover = Cover(image: Located(path), alt: "A chip", credit: "Chip Media")
    }
    let built = try site.build()
    let set = try #require(built.articles[0].cover?.set)
    let shapes: [(PictureCrop, Int, Int)] = [
      (.wide, 1_000, 562), (.classic, 1_000, 750), (.square, 900, 900),
    ]
    #expect(
      try data(of: site)["image"]
        == .list(
          shapes.map { crop, width, height in
            [
              "@type": "ImageObject",
              "url": .text("https://news.example\(set.permalink(of: crop).path)"),
              "width": .number(width), "height": .number(height),
              "creditText": "Chip Media",
            ]
          }))
  }

  @Test(
    "M-10: no text can end the script element or break the JSON",
    arguments: [
      "</script><script>alert(1)</script>", "<!-- <script>", "]]>",
      "a \"quoted\" \\ path\u{0}\u{1f}",
      "tabs\tand\nlines\u{2028}", "🦊 量子コンピュータ & co",
    ])
  func hostileTitles(title: String) throws {
    var site = SampleSite()
    site.add("ai/one.md", title: title)
    #expect(try data(of: site)["headline"] == .text(title))
  }

  @Test("M-11: a sponsored article is the advertiser's, without a word added to its headline")
  func sponsored() throws {
    var site = SampleSite()
    site.add("ai/one.md", title: "Buy this") {
      $0.frontMatter.kind = .sponsored
      $0.frontMatter.sponsor = "Acme"
    }
    let page = try structuredData(for: .article(0), in: site.build())
    #expect(page["NewsArticle"] == nil)
    let article = try #require(page["AdvertiserContentArticle"])
    #expect(article["headline"] == "Buy this")
    #expect(article["sponsor"] == ["@type": "Organization", "name": "Acme"])
    #expect(article["copyrightHolder"] == nil)
    // E-8: nobody else wrote it, least of all the newsroom.
    #expect(article["author"] == [["@type": "Organization", "name": "Acme"]])
  }

  @Test("M-40: where it appeared first is a full address, even if that is a page of this site")
  func canonical() throws {
    var site = SampleSite(baseURL: "https://x.example/news")
    site.add("ai/one.md") { $0.frontMatter.canonical = "/ai/übersicht/" }
    let address = try data(of: site)["mainEntityOfPage"]?["@id"]
    #expect(address == "https://x.example/news/ai/%C3%BCbersicht/")
  }
}
