import SiteModel

/// `llms.txt`: what the publication is and where its texts are, for programs that read it on behalf
/// of people (M-53).
struct GuideFile {
  let site: Site

  /// So many of the newest articles are named.
  private static let size = 20

  var file: MachineFile {
    let configuration = site.configuration
    var text = "# \(line(configuration.title))\n"
    if !configuration.description.isEmpty { text += "\n> \(line(configuration.description))\n" }
    text += list("Sections", sections) + list("Newest articles", articles)
    text += list("About the publication", pages) + list("Optional", others)
    return MachineFile(permalink: Permalink("/llms.txt"), bytes: Array(text.utf8))
  }
}

extension GuideFile {
  private var sections: [String] {
    site.sections.filter { !$0.articles.isEmpty }.map { link($0.title, $0.permalink, $0.summary) }
  }

  private var articles: [String] {
    site.articles.indices.lazy
      .filter { !site.articles[$0].isSponsored && site.sitemapEntry(of: .article($0)) != nil }
      .prefix(Self.size)
      .map {
        link(
          site.articles[$0].title, site.articles[$0].permalink,
          site.articles[$0].frontMatter.summary)
      }
  }

  private var pages: [String] {
    let policies = site.configuration.policies
    return [policies.about, policies.editorial, policies.corrections, policies.contact]
      .compactMap { site.page(named: $0) }
      .map { link($0.frontMatter.title, $0.permalink, nil) }
  }

  private var others: [String] {
    [
      link("Feed", site.feedPermalink(.publication, .json), "the newest articles in full, as JSON"),
      link("Archive", Permalink("/archive/"), "all articles by month"),
      link("Sitemap", Sitemap.permalink, nil),
    ]
  }

  private func list(_ heading: String, _ items: [String]) -> String {
    items.isEmpty ? "" : "\n## \(heading)\n\n\(items.joined())"
  }

  private func link(_ name: String, _ permalink: Permalink, _ note: String?) -> String {
    let note = note.map { ": \(line($0))" } ?? ""
    return "- [\(line(name))](\(site.configuration.baseURL.absolute(permalink)))\(note)\n"
  }

  /// A text that stays on its line, and whose brackets end no link.
  private func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("[", with: "\\[").replacing("]", with: "\\]")
  }
}
