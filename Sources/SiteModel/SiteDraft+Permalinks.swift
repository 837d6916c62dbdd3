extension SiteDraft {
  /// Makes the standing pages.
  mutating func makePages() {
    for document in content.pages.sorted(by: { $0.source < $1.source }) {
      if document.frontMatter.isDraft, !builder.edition.includesDrafts {
        site.leftOut.drafts.append(document.source)
        unpublished[document.source] = "a draft"
        continue
      }
      let name = pageName(of: document)
      var parts = name.split(separator: "/").map(String.init)
      if let slug = document.frontMatter.slug { parts[parts.count - 1] = slug }
      let slugs = parts.compactMap { checkedSlug($0, of: document) }
      guard slugs.count == parts.count else { continue }
      site.pages.append(
        Page(
          source: document.source, name: name, frontMatter: document.frontMatter,
          body: document.body, permalink: Permalink("/\(slugs.joined(separator: "/"))/")))
    }
  }

  /// Makes the articles, each with its address.
  mutating func assignPermalinks() {
    var sectionOf = [Int](repeating: 0, count: documents.count)
    for (position, section) in site.sections.enumerated() {
      for article in section.articles { sectionOf[article] = position }
    }
    for (index, document) in documents.enumerated() {
      // A wrong slug is reported; with the file's name instead it is in nobody's way.
      let slug =
        checkedSlug(document.frontMatter.slug ?? document.name, of: document)
        ?? Slug(document.name)?.text
      let date = document.frontMatter.date ?? builder.edition.now
      site.articles.append(
        Article(
          source: document.source, frontMatter: document.frontMatter, date: date,
          body: document.body,
          permalink: permalink(slug ?? "untitled", date, section: site.sections[sectionOf[index]]),
          section: sectionOf[index], readingMinutes: readingMinutes(of: document)))
    }
    keepDatesWhereNamesCollide()
    for section in site.sections { connectNeighbours(section.articles) }
  }

  private func permalink(_ slug: String, _ date: Timestamp, section: Section) -> Permalink {
    configuration.permalink.permalink(
      section: String(section.permalink.path.dropFirst().dropLast()), slug: slug,
      date: date.civil.date)
  }

  /// Publications that write dates into file names may use a name again.
  ///
  /// The oldest article has the plain address and later ones keep their dates, so that a new article
  /// never changes the address of an old one.
  private mutating func keepDatesWhereNamesCollide() {
    var taken: Set<String> = []
    for index in site.articles.indices.reversed() {
      let article = site.articles[index]
      if taken.insert(article.permalink.path.lowercased()).inserted { continue }
      guard let prefix = datePrefix(of: article.source) else { continue }
      let plain = article.permalink
      let slug = Slug(article.frontMatter.slug ?? documents[index].name)?.text ?? "untitled"
      let dated = permalink(prefix + slug, article.date, section: site.sections[article.section])
      guard taken.insert(dated.path.lowercased()).inserted else { continue }
      site.articles[index].permalink = dated
      diagnostics.append(
        .warning(
          .contentSlug,
          "an older article has the address \(plain.path), so this one is at \(dated.path)",
          hint: "Give it a slug of its own if it shall have another address.",
          at: place(of: article.source, key: "slug", in: article.frontMatter)))
    }
  }

  /// `2018-10-18-` of `news/2018-10-18-an-example.md`.
  private func datePrefix(of source: String) -> String? {
    let name = source.split(separator: "/").last { $0 != "index.md" } ?? ""
    let prefix = name.prefix(11)
    let pattern = prefix.map { $0.isASCII && $0.isNumber ? "0" : $0 }
    return String(pattern) == "0000-00-00-" ? String(prefix) : nil
  }

  /// Minutes of reading at 238 words or 500 CJK characters a minute, rounded up (E-3).
  private func readingMinutes(of document: ParsedDocument) -> Int {
    if let minutes = document.frontMatter.readingMinutes { return max(1, minutes) }
    let parts = document.body.wordCount * 500 + document.body.cjkCharacterCount * 238
    return max(1, (parts + 118_999) / 119_000)
  }

  /// Lists are newest first, so the previous (older) article comes after.
  private mutating func connectNeighbours(_ articles: [Int]) {
    for (newer, older) in zip(articles, articles.dropFirst()) {
      site.articles[newer].previousInSection = older
      site.articles[older].nextInSection = newer
    }
  }

  private func pageName(of document: ParsedDocument) -> String {
    var name = Substring(document.source)
    if name.hasPrefix("pages/") { name = name.dropFirst("pages/".count) }
    if name.hasSuffix("/index.md") {
      name = name.dropLast("/index.md".count)
    } else if let dot = name.lastIndex(of: ".") {
      name = name[..<dot]
    }
    return String(name)
  }

  private mutating func checkedSlug(_ text: String, of document: ParsedDocument) -> String? {
    let leaves = text.contains("/") || text.contains("\\") || text == "." || text == ".."
    if !leaves, let slug = Slug(text) { return slug.text }
    let found =
      leaves ? "the slug \"\(text)\" names another folder" : "the slug \"\(text)\" has no letters"
    diagnostics.append(
      .error(
        .contentSlug, found,
        hint: "A slug is one part of the address: letters, digits and hyphens, without slashes.",
        at: place(of: document.source, key: "slug", in: document.frontMatter)))
    return nil
  }
}
