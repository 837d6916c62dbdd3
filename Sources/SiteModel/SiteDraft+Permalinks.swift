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
      if document.frontMatter.kind == .removed {
        unpublished[document.source] = "removed"
        site.removals.append(
          Removal(
            source: document.source, permalink: Permalink("/\(slugs.joined(separator: "/"))/"),
            reason: document.frontMatter.removalReason, aliases: document.frontMatter.aliases))
        continue
      }
      site.pages.append(
        Page(
          source: document.source, name: name, frontMatter: document.frontMatter,
          body: document.body, permalink: Permalink("/\(slugs.joined(separator: "/"))/")))
    }
  }

  /// Makes the articles, each with its address.
  mutating func assignPermalinks() {
    var sectionOf = [Int](repeating: 0, count: selected.count)
    for (position, section) in site.sections.enumerated() {
      for article in section.articles { sectionOf[article] = position }
    }
    let folders = site.sections.map { Self.folder(of: $0) }
    let pattern = configuration.permalink
    site.articles.reserveCapacity(selected.count)
    for (index, position) in selected.enumerated() {
      let date = content.articles[position].frontMatter.date ?? builder.edition.now
      let section = sectionOf[index]
      let permalink = pattern.permalink(
        section: folders[section], slug: slug(ofDocument: position), date: date.civil.date)
      site.articles.append(
        Article(
          source: content.articles[position].source,
          frontMatter: content.articles[position].frontMatter, date: date,
          body: content.articles[position].body, permalink: permalink, section: section,
          readingMinutes: content.articles[position].body.readingMinutes(
            chosen: content.articles[position].frontMatter.readingMinutes)))
    }
    keepDatesWhereNamesCollide(folders)
    completeCanonicalAddresses()
    for section in site.sections { connectNeighbours(section.articles) }
  }

  /// Search engines take full addresses only (M-40); editors may write a path of the site.
  private mutating func completeCanonicalAddresses() {
    for index in site.articles.indices {
      guard let written = site.articles[index].frontMatter.canonical, written.hasPrefix("/") else {
        continue
      }
      site.articles[index].frontMatter.canonical = fullAddress(ofPath: written)
    }
    for index in site.pages.indices {
      guard let written = site.pages[index].frontMatter.canonical, written.hasPrefix("/") else {
        continue
      }
      site.pages[index].frontMatter.canonical = fullAddress(ofPath: written)
    }
  }

  private func fullAddress(ofPath path: String) -> String {
    configuration.baseURL.absolute(Permalink(written: path) ?? Permalink(path))
  }

  /// A wrong slug is reported; with the file's name instead it is in nobody's way.
  mutating func slug(ofDocument position: Int) -> String {
    let name = content.articles[position].name
    return Self.safeSlug(content.articles[position].frontMatter.slug ?? name)
      ?? checkedSlug(
        content.articles[position].frontMatter.slug ?? name, of: content.articles[position])
      ?? Slug(name)?.text ?? "untitled"
  }

  /// The path of a section without the slashes around it.
  private static func folder(of section: Section) -> String {
    String(section.permalink.path.dropFirst().dropLast())
  }

  /// Publications that write dates into file names may use a name again.
  ///
  /// The oldest article has the plain address and later ones keep their dates, so that a new article
  /// never changes the address of an old one.
  private mutating func keepDatesWhereNamesCollide(_ folders: [String]) {
    guard site.articles.indices.contains(where: { datePrefix(of: site.articles[$0].source) != nil })
    else { return }
    var taken: Set<String> = []
    taken.reserveCapacity(site.articles.count)
    for index in site.articles.indices.reversed() {
      let key = AddressBook.key(site.articles[index].permalink.path)
      if !taken.insert(key).inserted { keepDate(of: index, in: folders, &taken) }
    }
  }

  private mutating func keepDate(of index: Int, in folders: [String], _ taken: inout Set<String>) {
    let article = site.articles[index]
    guard let prefix = datePrefix(of: article.source) else { return }
    let name = content.articles[selected[index]].name
    let slug = Slug(article.frontMatter.slug ?? name)?.text ?? "untitled"
    let dated = configuration.permalink.permalink(
      section: folders[article.section], slug: prefix + slug, date: article.date.civil.date)
    guard taken.insert(AddressBook.key(dated.path)).inserted else { return }
    site.articles[index].permalink = dated
    diagnostics.append(
      .warning(
        .contentSlug,
        "an older article has the address \(article.permalink.path), so this one is at \(dated.path)",
        hint: "Give it a slug of its own if it shall have another address.",
        at: place(of: article.source, key: "slug", in: article.frontMatter)))
  }

  /// `2018-10-18-` of `news/2018-10-18-an-example.md`.
  private func datePrefix(of source: String) -> String? {
    var path = source.utf8[...]
    let index = "/index.md".utf8
    if path.suffix(index.count).elementsEqual(index) { path = path.dropLast(index.count) }
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { path.index(after: $0) }
    let prefix = path[(start ?? path.startIndex)...].prefix(11)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    // Most names have none, which their first letter says.
    guard let first = prefix.first, digits.contains(first) else { return nil }
    let pattern = prefix.map { digits.contains($0) ? UInt8(ascii: "0") : $0 }
    return pattern.elementsEqual("0000-00-00-".utf8) ? String(prefix) : nil
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

  /// The slug of a text that stays within its folder and has letters.
  private static func safeSlug(_ text: String) -> String? {
    let slug = Slug(text)?.text
    // One that has become another may have had a slash.
    return slug != text && leavesFolder(text) ? nil : slug
  }

  private static func leavesFolder(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
      || text == "." || text == ".."
  }

  private mutating func checkedSlug(_ text: String, of document: ParsedDocument) -> String? {
    if let slug = Self.safeSlug(text) { return slug }
    let found =
      Self.leavesFolder(text)
      ? "the slug \"\(text)\" names another folder" : "the slug \"\(text)\" has no letters"
    diagnostics.append(
      .error(
        .contentSlug, found,
        hint: "A slug is one part of the address: letters, digits and hyphens, without slashes.",
        at: place(of: document.source, key: "slug", in: document.frontMatter)))
    return nil
  }
}
