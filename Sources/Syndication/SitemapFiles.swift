import SiteModel

/// Spreads the entries of a sitemap over as many files as the protocol asks for.
struct SitemapFiles {
  /// Of the one file, or of the index.
  var permalink: Permalink
  /// Declares what stands in entries besides addresses and dates.
  var namespace: String
  var base: BaseURL
  var limits: Sitemap.Limits

  /// One file, or, beyond the limits, an index under its name and the parts that it lists.
  func files(_ entries: some Sequence<(bytes: [UInt8], modified: Timestamp?)>) -> [MachineFile] {
    let parts = parts(entries)
    if parts.count == 1 { return [MachineFile(permalink: permalink, bytes: parts[0].document)] }
    var index = XMLBuffer()
    index.write("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    var files: [MachineFile] = []
    for (number, part) in parts.enumerated() {
      let permalink = Permalink("\(permalink.path.dropLast(".xml".count))-\(number + 1).xml")
      files.append(MachineFile(permalink: permalink, bytes: part.document))
      index.write("<sitemap>\n")
      index.element("loc", base.absolute(permalink))
      if let lastModified = part.lastModified {
        index.element("lastmod", lastModified.iso8601)
      }
      index.write("</sitemap>\n")
    }
    index.write("</sitemapindex>\n")
    return [MachineFile(permalink: permalink, bytes: index.bytes)] + files
  }

  private func parts(
    _ entries: some Sequence<(bytes: [UInt8], modified: Timestamp?)>
  ) -> [SitemapPart] {
    var parts = [SitemapPart(namespace)]
    for entry in entries {
      if !parts[parts.count - 1].hasRoom(for: entry.bytes, within: limits) {
        parts.append(SitemapPart(namespace))
      }
      parts[parts.count - 1].add(entry.bytes, entry.modified)
    }
    return parts
  }
}

/// A file of a sitemap in the making.
private struct SitemapPart {
  private(set) var lastModified: Timestamp?
  private var xml = XMLBuffer()
  private var addresses = 0

  private static let end = "</urlset>\n"

  init(_ namespace: String) {
    xml.write("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \(namespace)>\n")
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
