extension SiteDraft {
  /// Finds what search engines and aggregators would miss or get wrong, because the articles or the
  /// configuration do not say it (M-1 to M-6).
  ///
  /// What is said wrongly elsewhere, such as an author without a profile, has rules of its own.
  mutating func checkMetadata() {
    guard let severity = configuration.check.metadata else { return }
    checkPublisher(severity)
    checkBylines(severity)
    checkNames(severity)
    checkCovers(severity)
    checkChanges(severity)
  }

  /// What holds for hundreds of articles is shown of the newest of them.
  private static let shownArticles = 20

  /// What is wrong with some articles, given as positions.
  private func findings(_ found: [Int], _ finding: (Article) -> Diagnostic) -> [Diagnostic] {
    var findings = found.prefix(Self.shownArticles).map { finding(site.articles[$0]) }
    let rest = found.count - findings.count
    if rest > 0 { findings[findings.count - 1].summary += "; so it is with \(rest) older articles" }
    return findings
  }

  private func place(in article: Article, _ keys: String...) -> Place {
    keys.lazy.compactMap { article.frontMatter.places[$0] }.first ?? place(of: article.source)
  }
}

extension SiteDraft {
  /// News search shows who publishes (M-3).
  private mutating func checkPublisher(_ severity: Diagnostic.Severity) {
    let publisher = configuration.publisher
    guard let place = publisher.place else { return }
    if publisher.logo == nil {
      diagnostics.append(
        Diagnostic(
          severity, .metadataPublisher, "the publisher has no logo, which news search shows",
          hint: "Name a file of Templates/assets/ in publisher.logo, for example icons/logo.png.",
          at: place))
    }
    if publisher.name == nil {
      diagnostics.append(
        .note(
          .metadataPublisher, "the publisher has no name, so the publication's title stands for it",
          hint: "Write who publishes in publisher.name.", at: place))
    }
  }

  /// A publication whose authors have profiles names them (M-2).
  private mutating func checkBylines(_ severity: Diagnostic.Severity) {
    guard content.hasAuthorProfiles else { return }
    var unsigned: [Int] = []
    var strangers: [Int] = []
    for index in site.articles.indices where site.articles[index].authors.isEmpty {
      let isKnown =
        site.articles[index].isSponsored || !site.articles[index].frontMatter.authors.isEmpty
      if isKnown { continue }
      if site.articles[index].frontMatter.submission?.by == nil {
        unsigned.append(index)
      } else {
        strangers.append(index)
      }
    }
    diagnostics += findings(unsigned) { article in
      Diagnostic(
        severity, .metadataAuthor,
        "no author is named, so search engines take the publisher for the author",
        hint: article.isSubmitted
          ? "Name who sent it in: submitted: {by: …}." : "Name who wrote it in authors:.",
        at: place(in: article, "submitted", "title"))
    }
    diagnostics += findings(strangers) { article in
      .note(
        .metadataAuthor, "whoever sent this in has no page for search engines to know them by",
        hint:
          "If they write again, give them a profile in Content/authors/ and name it in authors:.",
        at: place(in: article, "submitted", "title"))
    }
  }

  /// Each author is one name, and the name alone (M-2).
  private mutating func checkNames(_ severity: Diagnostic.Severity) {
    for author in site.authors where !author.articles.isEmpty {
      guard let problem = AuthorName.problem(in: author.name) else { continue }
      let byline = site.articles[author.articles[0]].frontMatter.authors.first {
        $0.value == author.name
      }
      diagnostics.append(
        Diagnostic(
          severity, .metadataAuthor, "\(problem), found \"\(author.name)\"",
          hint: "Give everyone an entry of their own in authors:, as [Ada Byron, Grace Hopper].",
          at: author.page.map { place(of: $0.source) } ?? byline?.place))
    }
  }
}

/// What a name in a byline must not be.
private enum AuthorName {
  static func problem(in name: String) -> String? {
    let words = name.lowercased().split(separator: " ")
    if words.count > 1, words[0] == "by" { return "an author is a name, without \"by\"" }
    let joins = words.dropFirst().dropLast()
    if joins.contains("and") || name.contains(";") || hasComma(name) {
      return "an author is one name, not several"
    }
    return nil
  }

  /// Apart from the one before "Jr." and its like.
  private static func hasComma(_ name: String) -> Bool {
    let parts = name.split(separator: ",")
    return parts.count > 2 || parts.count == 2 && parts[1].utf8.count > 5
  }
}

extension SiteDraft {
  /// Search engines want pictures, and not too small ones (M-1).
  private mutating func checkCovers(_ severity: Diagnostic.Severity) {
    var small: [(article: Int, size: PixelSize)] = []
    var bare: [Int] = []
    for index in site.articles.indices {
      guard let cover = site.articles[index].cover else {
        if site.articles[index].frontMatter.cover == nil { bare.append(index) }
        continue
      }
      guard let size = cover.set?.original ?? cover.size, !cover.isDrawing else { continue }
      if size.width * size.height < Self.smallestPicture { small.append((index, size)) }
    }
    let sizes = Dictionary(
      small.map { (site.articles[$0.article].source, $0.size) },
      uniquingKeysWith: { first, _ in first })
    diagnostics += findings(small.map(\.article)) { article in
      let size = sizes[article.source] ?? PixelSize(width: 0, height: 0)
      return Diagnostic(
        severity, .metadataImage,
        "search engines show no picture of \(size.width) by \(size.height) pixels",
        hint: "Take a larger cover: at least 1200 pixels wide, and never below 50,000 in all.",
        at: article.frontMatter.cover?.image.place)
    }
    guard let newest = bare.first, bare.count < site.articles.count else { return }
    let rest =
      switch bare.count - 1 {
      case 0: ""
      case 1: ", nor has an older one"
      case let others: ", nor have \(others) older ones"
      }
    diagnostics.append(
      .note(
        .metadataImage,
        "this article has no cover for search engines to show\(rest)",
        hint: "Give it one: cover: {image: …, alt: …}.",
        at: place(in: site.articles[newest], "title")))
  }

  /// In pixels; Google asks for so many.
  private static let smallestPicture = 50_000

  /// Search engines, feeds and the sitemap say when an article changed (M-4); it cannot have changed
  /// tomorrow.
  private mutating func checkChanges(_ severity: Diagnostic.Severity) {
    let now = builder.edition.now
    for index in site.articles.indices where site.articles[index].date <= now {
      let last = Article.lastModified(
        site.articles[index].date, updated: site.articles[index].frontMatter.updated,
        notes: site.articles[index].frontMatter.corrections,
        site.articles[index].frontMatter.updates)
      if last <= now { continue }
      let matter = site.articles[index].frontMatter
      let dates = [
        ("updated", matter.updated), ("corrections", matter.corrections.map(\.date).max()),
        ("updates", matter.updates.map(\.date).max()),
      ]
      for case (let key, let date?) in dates where date > now {
        diagnostics.append(
          Diagnostic(
            severity, .metadataDate,
            "\(key) says that the article changes on \(date.civil.date.iso8601), in the future",
            hint: "Write the day of the change, once it has come.",
            at: place(in: site.articles[index], key)))
      }
    }
  }
}

extension Picture {
  /// Whether it has no pixels of its own.
  fileprivate var isDrawing: Bool {
    guard case .site(let permalink) = location else { return false }
    return permalink.path.lowercased().hasSuffix(".svg")
  }
}
