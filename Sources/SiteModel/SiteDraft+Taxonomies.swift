extension SiteDraft {
  /// Groups the articles by the terms of each taxonomy.
  mutating func makeTaxonomies() {
    for settings in configuration.taxonomies {
      let isTags = settings.name == "tags"
      var groups = TermGroups()
      var groupsOfArticles: [[Int]] = []
      for index in site.articles.indices {
        let terms =
          isTags
          ? site.articles[index].frontMatter.tags
          : site.articles[index].frontMatter.terms[settings.name] ?? []
        groupsOfArticles.append(terms.compactMap { groups.add($0, article: index) })
      }
      let order = addTaxonomy(of: groups, settings)
      for group in groups.groups { reportVariants(group, of: groups, settings) }
      reportLookalikes(in: groups, settings)
      if isTags { assignTags(groupsOfArticles, order) }
    }
  }

  /// Adds the terms in alphabetical order, and gives the position of each group among them.
  private mutating func addTaxonomy(of groups: TermGroups, _ settings: TaxonomySettings) -> [Int] {
    let root = Permalink("/\(settings.path)/")
    let terms = groups.groups.map { group in
      Term(
        name: groups.name(of: group), permalink: Permalink("\(root.path)\(group.slug)/"),
        articles: group.articles)
    }
    let keys = terms.map { $0.name.lowercased() }
    let order = terms.indices.sorted {
      (keys[$0], terms[$0].permalink) < (keys[$1], terms[$1].permalink)
    }
    site.taxonomies.append(
      Taxonomy(settings: settings, permalink: root, terms: order.map { terms[$0] }))
    var positions = [Int](repeating: 0, count: order.count)
    for (position, group) in order.enumerated() { positions[group] = position }
    return positions
  }

  private mutating func assignTags(_ groupsOfArticles: [[Int]], _ positions: [Int]) {
    for index in site.articles.indices {
      var tags: [Int] = []
      for group in groupsOfArticles[index] where !tags.contains(positions[group]) {
        tags.append(positions[group])
      }
      site.articles[index].tags = tags
    }
  }

  /// Groups the articles by series, in reading order.
  mutating func makeSeries() {
    var groups = TermGroups()
    for index in site.articles.indices {
      guard let part = site.articles[index].frontMatter.series else { continue }
      _ = groups.add(part.name, article: index)
    }
    site.series = groups.groups.map { group in
      Series(
        name: groups.name(of: group), permalink: Permalink("/series/\(group.slug)/"),
        articles: group.articles.sorted { isEarlierPart($0, $1) })
    }
    site.series.sort { $0.permalink < $1.permalink }
    for (position, series) in site.series.enumerated() {
      for article in series.articles { site.articles[article].series = position }
    }
  }

  mutating func makeArchive() {
    site.archive = Archive(of: site.articles)
  }

  /// Positions grow with age, so of two unnumbered parts the greater position comes first.
  private func isEarlierPart(_ left: Int, _ right: Int) -> Bool {
    let leftPart = site.articles[left].frontMatter.series?.part ?? .max
    let rightPart = site.articles[right].frontMatter.series?.part ?? .max
    return leftPart != rightPart ? leftPart < rightPart : left > right
  }

  private mutating func reportVariants(
    _ group: TermGroups.Group, of groups: TermGroups, _ settings: TaxonomySettings
  ) {
    let name = groups.name(of: group)
    for variant in groups.variants(of: group) {
      diagnostics.append(
        .warning(
          .contentTerm,
          "\(settings.singular.lowercased()) \"\(variant.value)\" is written \"\(name)\" elsewhere",
          hint: "Write \"\(name)\" here too, so that readers see one name.", at: variant.place
        ))
    }
  }

  /// Terms that differ only in number or in a hyphen are most likely meant to be one.
  private mutating func reportLookalikes(in groups: TermGroups, _ settings: TaxonomySettings) {
    var seen: [String: Int] = [:]
    for (index, group) in groups.groups.enumerated() {
      guard let other = seen.updateValue(index, forKey: group.lookalikeKey) else { continue }
      let isRarer = groups.groups[other].articles.count >= group.articles.count
      let (rare, usual) = isRarer ? (index, other) : (other, index)
      seen[group.lookalikeKey] = usual
      guard let use = groups.firstUse(of: groups.groups[rare]) else { continue }
      let name = groups.name(of: groups.groups[usual])
      diagnostics.append(
        .warning(
          .lintTag,
          "\(settings.singular.lowercased()) \"\(use.value)\" is nearly the same as \"\(name)\"",
          hint: "Write \"\(name)\" here too, if it means the same: each has a page of its own.",
          at: use.place))
    }
  }
}

extension TermGroups.Group {
  /// The slug without hyphens and without the end of an English plural.
  fileprivate var lookalikeKey: String {
    let key: [UInt8] = slug.utf8.filter { $0 != UInt8(ascii: "-") }
    guard key.count > 3, key.last == UInt8(ascii: "s"), !key.hasSuffix("ss") else {
      return String(decoding: key, as: UTF8.self)
    }
    let singular =
      key.hasSuffix("ies") ? Array(key.dropLast(3)) + [UInt8(ascii: "y")] : Array(key.dropLast())
    return String(decoding: singular, as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
