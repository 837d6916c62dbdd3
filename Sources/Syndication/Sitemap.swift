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
    let parts = parts()
    if parts.count == 1 {
      return [MachineFile(permalink: Self.permalink, bytes: parts[0].document)]
    }
    var index = XMLBuffer()
    index.write("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    var files: [MachineFile] = []
    for (number, part) in parts.enumerated() {
      let permalink = Permalink("/sitemap-\(number + 1).xml")
      files.append(MachineFile(permalink: permalink, bytes: part.document))
      index.write("<sitemap>\n")
      index.element("loc", site.configuration.baseURL.absolute(permalink))
      if let lastModified = part.lastModified {
        index.element("lastmod", lastModified.iso8601)
      }
      index.write("</sitemap>\n")
    }
    index.write("</sitemapindex>\n")
    return [MachineFile(permalink: Self.permalink, bytes: index.bytes)] + files
  }
}

extension Sitemap {
  private func parts() -> [SitemapPart] {
    var parts = [SitemapPart()]
    let site = site
    for page in site.outline {
      guard let entry = SitemapEntry(page, of: site) else { continue }
      let bytes = entry.bytes
      if !parts[parts.count - 1].hasRoom(for: bytes, within: limits) { parts.append(SitemapPart()) }
      parts[parts.count - 1].add(bytes, entry.lastModified)
    }
    return parts
  }
}

/// A file of the sitemap in the making.
private struct SitemapPart {
  private(set) var lastModified: Timestamp?
  private var xml = XMLBuffer()
  private var addresses = 0

  private static let end = "</urlset>\n"

  init() {
    xml.write(
      """
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
      xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">

      """)
  }

  /// Whether an entry fits; an empty file takes any.
  func hasRoom(for entry: [UInt8], within limits: Sitemap.Limits) -> Bool {
    let size = xml.count + entry.count + Self.end.utf8.count
    return addresses == 0 || (addresses < limits.addresses && size <= limits.bytes)
  }

  mutating func add(_ entry: [UInt8], _ modified: Timestamp?) {
    xml.write(markup: entry)
    addresses += 1
    lastModified = [lastModified, modified].compactMap(\.self).max()
  }

  var document: [UInt8] {
    var document = xml
    document.write(Self.end)
    return document.bytes
  }
}
