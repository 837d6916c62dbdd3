extension SiteDraft {
  /// Makes a section of every first-level folder that has a published article.
  mutating func makeSections() {
    let known = knownSections()
    var members: [String: [Int]] = [:]
    for (index, position) in selected.enumerated() {
      members[sectionName(ofDocument: position, known: known), default: []].append(index)
    }
    let index = Dictionary(content.sections.map { ($0.name, $0) }) { first, _ in first }
    let sections = members.map { name, articles in makeSection(name, index[name], articles) }
    site.sections = sections.sorted { order(of: $0) < order(of: $1) }
  }

  private func makeSection(
    _ name: String, _ document: ParsedDocument?, _ articles: [Int]
  ) -> Section {
    let permalink = Permalink("/\(Slug(name)?.text ?? name)/")
    let title = document?.frontMatter.title ?? ""
    return Section(
      name: name, title: title.isEmpty ? Self.title(fromFolder: name) : title,
      summary: document?.frontMatter.summary, permalink: permalink,
      page: document.map {
        Page(
          source: $0.source, name: name, frontMatter: $0.frontMatter, body: $0.body,
          permalink: permalink)
      },
      articles: articles)
  }

  private func knownSections() -> Set<String> {
    var known = Set(content.sections.map(\.name))
    var last: String?
    for position in content.articles.indices {
      let folder = folderName(of: content.articles[position].source)
      // Files of one folder stand beside one another.
      if folder != last { known.insert(folder) }
      last = folder
    }
    return known
  }

  private mutating func sectionName(ofDocument position: Int, known: Set<String>) -> String {
    let folder = folderName(of: content.articles[position].source)
    guard let section = content.articles[position].frontMatter.section, section.value != folder
    else { return folder }
    if known.contains(section.value) { return section.value }
    let nearest = nearestName(to: section.value, in: known.sorted())
    diagnostics.append(
      .error(
        .contentSection, "there is no section \"\(section.value)\"",
        hint: nearest.map { "Did you mean \"\($0)\"? " }.map {
          $0 + "A section is a folder of Content/; the key may be left out."
        } ?? "A section is a folder of Content/: make it, or leave the key out.",
        at: section.place))
    return folder
  }

  private func order(of section: Section) -> SectionOrder {
    SectionOrder(order: section.page?.frontMatter.order ?? .max, name: section.name)
  }

  /// `open-source` becomes `Open source`; short names are taken for acronyms: `ai` becomes `AI`.
  static func title(fromFolder name: String) -> String {
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return name.count <= 2 ? words.uppercased() : words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// Sections come by their `order`, then by name.
private struct SectionOrder: Comparable {
  var order: Int
  var name: String

  static func < (left: SectionOrder, right: SectionOrder) -> Bool {
    (left.order, left.name) < (right.order, right.name)
  }
}
