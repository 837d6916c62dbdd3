extension SiteDraft {
  /// Enters every page and file into the address book, and reports those that collide.
  mutating func registerAddresses() {
    for page in site.outline { register(page) }
    for path in Self.machineFiles {
      add(AddressBook.Entry(description: "sitegen itself", permalink: Permalink(path)))
    }
    for section in site.sections {
      let feed = Permalink("\(section.permalink.path)feed.xml")
      add(AddressBook.Entry(description: "the section's feed", permalink: feed))
    }
    for file in content.files { register(file) }
  }

  /// Files for machines that every build writes.
  static let machineFiles = ["/feed.xml", "/sitemap.xml", "/robots.txt"]

  /// The folder of the theme's files.
  static let assetFolder = "assets"

  private mutating func register(_ page: SitePage) {
    let permalink = site.permalink(of: page)
    switch page {
    case .article(let index):
      let article = site.articles[index]
      add(entry(article.source, permalink, article.body))
    case .standing(let index):
      add(entry(site.pages[index].source, permalink, site.pages[index].body))
    case .section(let index, 1):
      let section = site.sections[index]
      add(
        AddressBook.Entry(
          source: section.page?.source, description: "the section \"\(section.name)\"",
          permalink: permalink))
    case .author(let index, 1):
      add(
        AddressBook.Entry(
          source: site.authors[index].page?.source,
          description: "the author \"\(site.authors[index].name)\"", permalink: permalink))
    case .term(let taxonomy, let term, 1):
      let name = site.taxonomies[taxonomy].terms[term].name
      add(AddressBook.Entry(description: "the tag \"\(name)\"", permalink: permalink))
    case .redirect: break
    default:
      add(AddressBook.Entry(description: "a page that sitegen makes", permalink: permalink))
    }
  }

  private func entry(
    _ source: String, _ permalink: Permalink, _ body: ArticleBody
  ) -> AddressBook.Entry {
    AddressBook.Entry(
      source: source, description: "Content/\(source)", permalink: permalink,
      fragments: body.fragments)
  }

  /// A file beside a bundle follows the bundle's page; any other keeps its path.
  private mutating func register(_ file: String) {
    guard let permalink = permalink(ofFile: file) else { return }
    let entry = AddressBook.Entry(
      source: file, description: "Content/\(file)", permalink: permalink)
    if add(entry) { site.files.append(ContentFile(source: file, permalink: permalink)) }
  }

  private func permalink(ofFile file: String) -> Permalink? {
    var folder = Substring(file)
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      let index = "\(folder)/index.md"
      if unpublished[index] != nil { return nil }
      if let bundle = addresses.entry(from: index) {
        return Permalink(bundle.permalink.path + file.dropFirst(folder.utf8.count + 1))
      }
    }
    return Permalink("/\(file)")
  }

  @discardableResult
  private mutating func add(_ entry: AddressBook.Entry) -> Bool {
    let first = entry.permalink.path.dropFirst().prefix { $0 != "/" }.lowercased()
    if first == Self.assetFolder {
      report(entry, isReservedBy: "the theme's files")
      return false
    }
    guard let other = addresses.add(entry) else { return true }
    if other.source == nil, entry.source != nil {
      report(entry, isReservedBy: other.description)
    } else {
      reportConflict(entry, other)
    }
    return false
  }

  private mutating func report(_ entry: AddressBook.Entry, isReservedBy owner: String) {
    diagnostics.append(
      .error(
        .contentReserved,
        "the address \(entry.permalink.path) of \(entry.description) is taken by \(owner)",
        hint: "Rename the file or folder, or give it another slug.",
        at: entry.source.map { place(of: $0) }))
  }

  private mutating func reportConflict(_ entry: AddressBook.Entry, _ other: AddressBook.Entry) {
    let sameCase = entry.permalink == other.permalink
    let reason = sameCase ? "both have" : "differ only in case at"
    diagnostics.append(
      .error(
        .contentConflict,
        "\(other.description) and \(entry.description) \(reason) the address \(entry.permalink.path)",
        hint: "Give one of them another slug.",
        at: (entry.source ?? other.source).map { place(of: $0) }))
  }
}
