package import SiteModel

/// A file that programs read: where it is found, and its bytes.
package struct MachineFile: Hashable, Sendable {
  package var permalink: Permalink
  package var bytes: [UInt8]
}

/// Everything that a build writes beside the pages, for feed readers and search engines.
package struct MachineFiles: Sendable {
  private let site: Site

  package init(site: Site) {
    self.site = site
  }

  /// The feeds, the sitemap, `robots.txt`, the headers and what concerns consent.
  package func files() -> [MachineFile] {
    var rss = RSSWriter(site: site)
    let feeds = site.feeds.map { MachineFile(permalink: $0.permalink, bytes: rss.bytes(of: $0)) }
    let single = [
      RobotsFile(site: site).file, HeadersFile(site: site).file,
      PrivacyControlFile(site: site).file, ConsentProof(consent: site.configuration.consent).file,
    ]
    return feeds + Sitemap(site: site).files() + single.compactMap(\.self)
  }
}
