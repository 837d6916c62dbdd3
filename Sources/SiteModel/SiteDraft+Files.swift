extension SiteDraft {
  /// Leaves out the files that readers need not or must not get: originals for which copies stand,
  /// and pictures that only unpublished articles show (E-7).
  mutating func chooseFiles(_ resolver: LinkResolver) {
    let shown = resolver.pictures.shown
    reportDefects(besides: shown)
    let withheld = filesOfUnpublished(resolver)
    // Nobody knows which files raw HTML shows.
    let replaced = configuration.markdown.allowsRawHTML ? [] : resolver.pictures.replaced
    if withheld.isEmpty, replaced.isEmpty { return }
    let linked = linkedFiles
    site.files.removeAll { file in
      guard !shown.contains(file.source), !linked.contains(file.permalink) else { return false }
      return replaced.contains(file.source)
        || withheld.contains(file.source) && !resolver.pictures.replaced.contains(file.source)
    }
  }

  /// Pictures that no text names are no mistake of a text.
  private mutating func reportDefects(besides shown: Set<String>) {
    for file in site.files where !shown.contains(file.source) {
      guard let defect = builder.pictures[file.source]?.defect else { continue }
      diagnostics.append(
        .warning(
          .contentImage, defect.problem, hint: defect.remedy,
          at: Place(file: "Content/\(file.source)")))
    }
  }

  /// Everything that a link of a published text or of a menu leads to.
  private var linkedFiles: Set<Permalink> {
    var found: Set<Permalink> = []
    func add(_ body: ArticleBody, _ links: [ResolvedLink]) {
      let arguments = body.shortcodes.flatMap(\.arguments).compactMap { argument in
        if case .link(let link) = argument.target { link } else { ResolvedLink?.none }
      }
      for case .site(let permalink, _) in links + arguments { found.insert(permalink) }
    }
    for index in site.articles.indices
    where !site.articles[index].links.isEmpty || !site.articles[index].body.shortcodes.isEmpty {
      add(site.articles[index].body, site.articles[index].links)
    }
    for page in site.pages
      + (site.sections.map(\.page) + site.authors.map(\.page)).compactMap(\.self)
    {
      add(page.body, page.links)
    }
    for item in site.menu + site.footer.flatMap(\.items) {
      if case .site(let permalink) = item.destination { found.insert(permalink) }
    }
    return found
  }

  /// The files that drafts, embargoed and expired articles name as pictures or link to.
  private func filesOfUnpublished(_ resolver: LinkResolver) -> Set<String> {
    var files: Set<String> = []
    let published = Set(selected)
    for position in content.articles.indices where !published.contains(position) {
      let source = content.articles[position].source
      let origin = LinkOrigin(source: source, permalink: Permalink("/"), fragments: [])
      let names =
        [content.articles[position].frontMatter.cover?.image.value].compactMap(\.self)
        + content.articles[position].body.slots.map(\.destination)
        + content.articles[position].body.shortcodes.flatMap(\.arguments).filter(\.isLocal)
        .map(\.value)
      for name in names where !name.contains("://") {
        let entry = resolver.target(of: LinkDestination(name), from: origin)
        if let file = entry?.source, !file.hasSuffix(".md") { files.insert(file) }
      }
    }
    return files
  }
}
