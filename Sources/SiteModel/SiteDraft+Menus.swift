extension SiteDraft {
  /// Keeps the entries of the menus that lead somewhere in this build.
  mutating func makeMenus() {
    site.menu = configuration.menu.compactMap { item($0) }
    site.footer = configuration.footer.map { column in
      FooterMenu(title: column.title, items: column.entries.compactMap { item($0) })
    }
    site.footer.removeAll(where: \.items.isEmpty)
  }

  private mutating func item(_ entry: MenuEntry) -> MenuItem? {
    switch entry.destination {
    case .section(let name):
      guard let section = site.sections.first(where: { $0.name == name }) else {
        reportEmptySection(name, entry.place)
        return nil
      }
      return MenuItem(
        title: entry.title ?? section.title, destination: .site(section.permalink))
    case .page(let name):
      guard let page = site.page(named: name) else {
        reportMissingPage(name, entry.place)
        return nil
      }
      return MenuItem(
        title: entry.title ?? page.frontMatter.title, destination: .site(page.permalink))
    case .url(let url):
      let title = entry.title ?? url
      return url.hasPrefix("/")
        ? MenuItem(title: title, destination: .site(Permalink(url)))
        : MenuItem(title: title, destination: .elsewhere(url))
    }
  }

  private mutating func reportEmptySection(_ name: String, _ place: Place) {
    let nearest = nearestName(to: name, in: site.sections.map(\.name))
    diagnostics.append(
      .note(
        .configurationMenu, "the menu leaves out \"\(name)\": the section has no published article",
        hint: nearest.map { "If \"\($0)\" was meant, correct the name." }, at: place))
  }

  private mutating func reportMissingPage(_ name: String, _ place: Place) {
    let nearest = nearestName(to: name, in: site.pages.map(\.name))
    diagnostics.append(
      .error(
        .configurationMenu, "there is no standing page \"\(name)\" in Content/pages/",
        hint: nearest.map { "Did you mean \"\($0)\"?" } ?? "Write Content/pages/\(name).md.",
        at: place))
  }
}
