package import SiteModel

/// The pages that search engines should know, for crawlers (M-20, M-23).
package struct Sitemap: Sendable {
  /// How much one file may hold (sitemaps.org).
  package struct Limits: Hashable, Sendable {
    package var addresses: Int
    package var bytes: Int

    package init(addresses: Int = 50_000, bytes: Int = 50_000_000) {
      self.addresses = addresses
      self.bytes = bytes
    }
  }

  static let permalink = Permalink("/sitemap.xml")

  private let site: Site
  private let limits: Limits

  package init(site: Site, limits: Limits = Limits()) {
    self.site = site
    self.limits = limits
  }

  /// One file, or, beyond the limits, an index under its name and the parts that it lists.
  package func files() -> [MachineFile] {
    let site = site
    let entries = site.outline.lazy.compactMap { page in
      site.sitemapEntry(of: page).map { (bytes: $0.bytes, modified: $0.lastModified) }
    }
    let namespace = "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\""
    return SitemapFiles(
      permalink: Self.permalink, namespace: namespace, base: site.configuration.baseURL,
      limits: limits
    ).files(entries)
  }
}
