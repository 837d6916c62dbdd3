import Related
import SiteModel

/// "You May Also Like" of a whole publication, with its reasons.
package struct RelatedOverview: Sendable {
  let site: Site
  let index: RelatedIndex
  /// What is wrong with the publication, if anything.
  package let report: BuildReport

  /// The position of an article that a person names: by its file, with or without `Content/` and
  /// `.md`, by its folder, or by its address.
  package func position(of name: String) -> Int? {
    var name = name
    for prefix in ["./", "Content/", "/"] where name.hasPrefix(prefix) {
      name = String(name.dropFirst(prefix.count))
    }
    while name.hasSuffix("/") { name.removeLast() }
    return site.articles.firstIndex { article in
      [name, "\(name).md", "\(name)/index.md"].contains(article.source)
        || article.permalink.path == "/\(name)/"
    }
  }

  /// The source that a mistyped name most likely stands for.
  package func nearestSource(to name: String) -> String? {
    nearestName(to: name, in: site.articles.map(\.source))
  }

  var lists: [[RelatedPick]] { index.lists }

  func source(_ position: Int) -> String { site.articles[position].source }
}
