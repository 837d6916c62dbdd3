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
  private let assets: [String: Permalink]

  /// Takes the addresses of the theme's files too, by path below `Templates/assets/`.
  package init(site: Site, assets: [String: Permalink] = [:]) {
    self.site = site
    self.assets = assets
  }

  /// The sitemaps, `robots.txt`, what the host reads and what concerns consent: nothing that shows a
  /// text.
  package func otherFiles() -> [MachineFile] {
    let sitemaps = [Sitemap(site: site).files(), NewsSitemap(site: site).files()]
    let robots = RobotsFile(site: site, sitemaps: sitemaps.compactMap(\.first?.permalink))
    let single = [
      robots.file, GuideFile(site: site).file, ManifestFile(site: site, assets: assets).file,
      SecurityFile(site: site).file, PrivacyControlFile(site: site).file,
      ConsentProof(consent: site.configuration.consent).file, indexNowKey,
    ]
    return sitemaps.joined() + single.compactMap(\.self) + HostFiles(site: site).files
  }

  /// By this file search engines know that a message about changes comes from the publication.
  private var indexNowKey: MachineFile? {
    site.configuration.indexNow.map {
      MachineFile(permalink: $0.permalink, bytes: Array($0.key.utf8))
    }
  }
}
