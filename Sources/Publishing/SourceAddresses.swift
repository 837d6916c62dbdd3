package import SiteModel

/// Where each article and each standing page is shown, by its source file.
///
/// Few are ever asked for, so they are looked for then and there.
package struct SourceAddresses: Sendable {
  private var pages: [(source: String, permalink: Permalink)] = []

  init() {}

  init(_ site: Site) {
    pages.reserveCapacity(site.articles.count + site.pages.count)
    for index in site.articles.indices {
      pages.append((site.articles[index].source, site.articles[index].permalink))
    }
    for page in site.pages { pages.append((page.source, page.permalink)) }
  }

  /// Nil if the file, named by its path in the project, is no page of its own.
  package subscript(file: String) -> Permalink? {
    let folder = "Content/"
    guard file.hasPrefix(folder) else { return nil }
    let source = file.dropFirst(folder.count)
    return pages.first { $0.source == source }?.permalink
  }
}
