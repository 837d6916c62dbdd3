extension SiteDraft {
  /// Groups the articles by the terms of each taxonomy.
  mutating func makeTaxonomies() {
    for settings in configuration.taxonomies {
      let root = Permalink("/\(settings.path)/")
      var groups: [String: TermGroup] = [:]
      for (index, article) in site.articles.enumerated() {
        let terms =
          settings.name == "tags"
          ? article.frontMatter.tags : article.frontMatter.terms[settings.name] ?? []
        for term in terms {
          guard let slug = Slug(term.value) else { continue }
          groups[slug.text, default: TermGroup()].add(term, article: index)
        }
      }
      var terms = groups.map { slug, group in
        Term(
          name: group.name, permalink: Permalink("\(root.path)\(slug)/"), articles: group.articles)
      }
      terms.sort { ($0.name.lowercased(), $0.permalink) < ($1.name.lowercased(), $1.permalink) }
      for group in groups.values { reportVariants(group, settings) }
      site.taxonomies.append(Taxonomy(settings: settings, permalink: root, terms: terms))
      if settings.name == "tags" { assignTags(terms, below: root) }
    }
  }

  private mutating func assignTags(_ terms: [Term], below root: Permalink) {
    let positions = Dictionary(
      terms.enumerated().map { ($1.permalink.path, $0) }, uniquingKeysWith: { first, _ in first })
    for index in site.articles.indices {
      var seen: Set<Int> = []
      site.articles[index].tags = site.articles[index].frontMatter.tags.compactMap { tag in
        Slug(tag.value).flatMap { positions["\(root.path)\($0.text)/"] }
      }.filter { seen.insert($0).inserted }
    }
  }

  /// Groups the articles by series, in reading order.
  mutating func makeSeries() {
    var groups: [String: TermGroup] = [:]
    for (index, article) in site.articles.enumerated() {
      guard let part = article.frontMatter.series, let slug = Slug(part.name.value) else {
        continue
      }
      groups[slug.text, default: TermGroup()].add(part.name, article: index)
    }
    site.series = groups.map { slug, group in
      Series(
        name: group.name, permalink: Permalink("/series/\(slug)/"),
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

  private mutating func reportVariants(_ group: TermGroup, _ settings: TaxonomySettings) {
    for variant in group.variants {
      diagnostics.append(
        .warning(
          .contentTerm,
          "\(settings.singular.lowercased()) \"\(variant.value)\" is written \"\(group.name)\" elsewhere",
          hint: "Write \"\(group.name)\" here too, so that readers see one name.", at: variant.place
        ))
    }
  }
}

/// The articles under one term, and how they spell it.
private struct TermGroup {
  private(set) var articles: [Int] = []
  private var spellings: [String: [Located<String>]] = [:]

  mutating func add(_ term: Located<String>, article: Int) {
    if articles.last != article { articles.append(article) }
    spellings[term.value, default: []].append(term)
  }

  /// The spelling that is used most; of equals, the first in the alphabet.
  var name: String {
    spellings.max { left, right in
      left.value.count != right.value.count
        ? left.value.count < right.value.count : left.key > right.key
    }?.key ?? ""
  }

  /// The first use of each other spelling.
  var variants: [Located<String>] {
    let chosen = name
    return spellings.filter { $0.key != chosen }.compactMap { $0.value.min { $0.place < $1.place } }
  }
}
