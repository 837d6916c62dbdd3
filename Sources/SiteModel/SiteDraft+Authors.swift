extension SiteDraft {
  /// Makes the authors from their profiles, or from the bylines where there are no profiles.
  mutating func makeAuthors() {
    var found = AuthorIndex(profiles: content.authors)
    for index in site.articles.indices {
      site.articles[index].authors = authors(site.articles[index].frontMatter.authors, &found)
      site.articles[index].editors = authors(site.articles[index].frontMatter.editors, &found)
    }
    let order = found.authors.indices.sorted {
      (found.authors[$0].name, found.authors[$0].id) < (
        found.authors[$1].name, found.authors[$1].id
      )
    }
    var position = [Int](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { position[old] = new }
    site.authors = order.map { found.authors[$0] }
    for index in site.articles.indices {
      let authors = Self.unique(site.articles[index].authors.map { position[$0] })
      for author in authors { site.authors[author].articles.append(index) }
      site.articles[index].authors = authors
      if !site.articles[index].editors.isEmpty {
        site.articles[index].editors = Self.unique(
          site.articles[index].editors.map { position[$0] })
      }
    }
  }

  private mutating func authors(
    _ bylines: [Located<String>], _ index: inout AuthorIndex
  ) -> [Int] {
    var found: [Int] = []
    for byline in bylines {
      if let author = author(byline, &index) { found.append(author) }
    }
    return found
  }

  private mutating func author(_ byline: Located<String>, _ index: inout AuthorIndex) -> Int? {
    if let known = index.position(of: byline.value) { return known }
    guard content.hasAuthorProfiles else { return index.add(byline.value) }
    let names = content.authors.map(\.id) + content.authors.map(\.name)
    diagnostics.append(
      .error(
        .contentAuthor, "there is no author \"\(byline.value)\" in Content/authors/",
        hint: nearestName(to: byline.value, in: names.sorted()).map {
          "Did you mean \"\($0)\"?"
        }
          ?? "Write Content/authors/\(Slug(byline.value)?.text ?? "name").md with the author's name.",
        at: byline.place))
    return nil
  }

  private static func unique(_ positions: [Int]) -> [Int] {
    if positions.count < 2 { return positions }
    var seen: Set<Int> = []
    return positions.filter { seen.insert($0).inserted }
  }
}

/// Finds authors by id, name or slug.
private struct AuthorIndex {
  private(set) var authors: [Author] = []
  private var positions: [String: Int] = [:]

  init(profiles: [ParsedAuthor]) {
    for profile in profiles.sorted(by: { $0.id < $1.id }) {
      let id = Slug(profile.id)?.text ?? profile.id
      let permalink = Permalink("/authors/\(id)/")
      let page = Page(
        source: profile.source, name: profile.id, frontMatter: FrontMatter(), body: profile.body,
        permalink: permalink)
      add(
        Author(
          id: profile.id, name: profile.name, role: profile.role, photoAlt: profile.photoAlt,
          email: profile.email, links: profile.links, page: page, permalink: permalink))
    }
  }

  func position(of name: String) -> Int? {
    positions[name] ?? Slug(name).flatMap { positions[$0.text] }
  }

  mutating func add(_ name: String) -> Int? {
    guard let slug = Slug(name) else { return nil }
    return add(Author(id: slug.text, name: name, permalink: Permalink("/authors/\(slug.text)/")))
  }

  @discardableResult
  private mutating func add(_ author: Author) -> Int {
    authors.append(author)
    let position = authors.count - 1
    let keys = [author.id, author.name, Slug(author.id)?.text, Slug(author.name)?.text]
    for key in keys.compactMap(\.self) where positions[key] == nil { positions[key] = position }
    return position
  }
}
