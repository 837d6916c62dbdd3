extension SiteDraft {
  /// Enters every page and file into the address book, and reports those that collide.
  mutating func registerAddresses() {
    let outline = site.outline
    addresses.reserveCapacity(outline.count + content.files.count)
    for page in outline { register(page) }
    let proof = configuration.consent.proof.map { [$0.path] } ?? []
    let key = configuration.indexNow.map { [$0.permalink.path] } ?? []
    for path in Self.machineFiles + configuration.hosting.files + proof + key {
      add(AddressBook.Entry(description: "sitegen itself", permalink: Permalink(path)))
    }
    for subject in site.feedSubjects {
      let description = subject == .publication ? "sitegen itself" : "a feed"
      for format in FeedFormat.allCases {
        let feed = site.feedPermalink(subject, format)
        add(AddressBook.Entry(description: description, permalink: feed))
      }
    }
    for file in content.files { register(file) }
  }

  /// Files for machines that every build writes.
  static let machineFiles = [
    "/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/llms.txt", "/site.webmanifest",
    "/.well-known/gpc.json", "/.well-known/security.txt",
  ]

  /// The folder of the theme's files.
  static let assetFolder = "assets"

  private mutating func register(_ page: SitePage) {
    let permalink = site.permalink(of: page)
    switch page {
    case .article(let index):
      add(
        AddressBook.Entry(
          source: site.articles[index].source, permalink: permalink,
          fragments: site.articles[index].body.fragments))
    case .standing(let index):
      add(
        AddressBook.Entry(
          source: site.pages[index].source, permalink: permalink,
          fragments: site.pages[index].body.fragments))
    case .section(let index, 1):
      add(
        AddressBook.Entry(
          description: "the section \"\(site.sections[index].name)\"", permalink: permalink,
          source: site.sections[index].page?.source),
        dueTo: site.sections[index].articles.first.map { site.articles[$0].source })
    case .author(let index, 1):
      add(
        AddressBook.Entry(
          description: "the author \"\(site.authors[index].name)\"", permalink: permalink,
          source: site.authors[index].page?.source))
    case .term(let taxonomy, let term, 1):
      let name = site.taxonomies[taxonomy].terms[term].name
      add(AddressBook.Entry(description: "the tag \"\(name)\"", permalink: permalink))
    case .removed(let index):
      add(
        AddressBook.Entry(
          description: "the notice of a removed page", permalink: permalink,
          source: site.removals[index].source))
    case .redirect: break
    default:
      add(AddressBook.Entry(description: description(of: page), permalink: permalink))
    }
  }

  /// What a page that no file stands for is, in an editor's words.
  private func description(of page: SitePage) -> String {
    switch page {
    case .home: "the home page"
    case .taxonomy(let index): "the list of \(site.taxonomies[index].settings.title.lowercased())"
    case .authors: "the list of authors"
    case .seriesIndex: "the list of series"
    case .series(let index): "the series \"\(site.series[index].name)\""
    case .archive, .archiveYear, .archiveMonth: "the archive"
    case .notFound: "the page for addresses that are not there"
    default: "a further page of a list"
    }
  }

  /// A file beside a bundle follows the bundle's page; any other keeps its path.
  private mutating func register(_ file: String) {
    guard let permalink = permalink(ofFile: file) else { return }
    let entry = AddressBook.Entry(source: file, permalink: permalink)
    if add(entry) { site.files.append(ContentFile(source: file, permalink: permalink)) }
  }

  private func permalink(ofFile file: String) -> Permalink? {
    var folder = Substring(file)
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = folder[..<slash]
      let index = "\(folder)/index.md"
      if unpublished[index] != nil { return nil }
      if let bundle = addresses.entry(from: index) {
        return Permalink(
          bundle.permalink.path + String(Substring(file.utf8.dropFirst(folder.utf8.count + 1))))
      }
    }
    return Permalink("/\(file)")
  }

  /// Adds an address unless it is taken; `culprit` is the source to name for one that has none.
  @discardableResult
  private mutating func add(_ entry: AddressBook.Entry, dueTo culprit: String? = nil) -> Bool {
    if Self.isInAssetFolder(entry.permalink) {
      // What has no source follows from something that has, and is reported there.
      let source = entry.source ?? culprit
      if source != nil { report(entry, isReservedBy: "the theme's files", at: source) }
      return false
    }
    guard let other = addresses.add(entry) else { return true }
    if other.source == nil, entry.source != nil {
      report(entry, isReservedBy: other.description, at: entry.source)
    } else {
      reportConflict(entry, other)
    }
    return false
  }

  private static func isInAssetFolder(_ permalink: Permalink) -> Bool {
    let folder = permalink.path.utf8.dropFirst().prefix { $0 != UInt8(ascii: "/") }
    return folder.count == assetFolder.utf8.count
      && Substring(folder).lowercased() == assetFolder
  }

  private mutating func report(
    _ entry: AddressBook.Entry, isReservedBy owner: String, at source: String?
  ) {
    diagnostics.append(
      .error(
        .contentReserved,
        "the address \(entry.permalink.path) of \(entry.description) is taken by \(owner)",
        hint: "Rename the file or folder, or give it another slug.",
        at: source.map { place(of: $0) }))
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
