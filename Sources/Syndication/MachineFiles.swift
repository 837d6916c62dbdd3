package import SiteModel

/// A file that programs read: where it is found, and its bytes.
package struct MachineFile: Hashable, Sendable {
  /// Whom it is for.
  package enum Reader: Hashable, Sendable {
    case visitors
    /// It is no part of the publication, but says how to serve it.
    case host
  }

  package var permalink: Permalink
  package var bytes: [UInt8]
  package var reader = Reader.visitors
}

/// Everything that a build writes beside the pages, for feed readers and search engines.
package struct MachineFiles: Sendable {
  private let site: Site

  package init(site: Site) {
    self.site = site
  }

  /// All of them.
  package func files() -> [MachineFile] {
    let feeds = feeds(at: Set(site.feeds.map(\.permalink))).sorted { $0.key < $1.key }
    return feeds.map { MachineFile(permalink: $0.key, bytes: $0.value) } + otherFiles()
  }

  /// The articles that each feed shows in full.
  package var articlesByFeed: [Permalink: [Int]] {
    Dictionary(site.feeds.map { ($0.permalink, $0.articles) }) { first, _ in first }
  }

  /// Some of the feeds.
  package func feeds(at permalinks: Set<Permalink>) -> [Permalink: [UInt8]] {
    var rss = RSSWriter(site: site)
    var feeds: [Permalink: [UInt8]] = [:]
    for feed in site.feeds where permalinks.contains(feed.permalink) {
      feeds[feed.permalink] = rss.bytes(of: feed)
    }
    return feeds
  }

  /// The sitemap, `robots.txt`, what the host reads and what concerns consent: nothing that shows a text.
  package func otherFiles() -> [MachineFile] {
    let single = [
      RobotsFile(site: site).file, PrivacyControlFile(site: site).file,
      ConsentProof(consent: site.configuration.consent).file,
    ]
    return Sitemap(site: site).files() + single.compactMap(\.self) + HostFiles(site: site).files
  }
}
