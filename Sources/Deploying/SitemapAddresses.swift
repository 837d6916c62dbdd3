/// The addresses that sitegen's own sitemaps list, each with the day of its last change in substance.
///
/// What merely looks different, since a list beside it is another one, is no news for anybody.
struct SitemapAddresses {
  private(set) var days: [String: String] = [:]

  /// Adds those of a sitemap; the index of several has none.
  mutating func add(_ sitemap: [UInt8]) {
    let text = String(decoding: sitemap, as: UTF8.self)
    for entry in text.split(separator: "<url>").dropFirst() {
      guard let address = Self.element("loc", in: entry) else { continue }
      days[address.replacing("&amp;", with: "&")] = Self.element("lastmod", in: entry) ?? ""
    }
  }

  /// Whether a file of the publication is a sitemap of pages.
  static func isSitemap(_ path: String) -> Bool {
    path.hasPrefix("sitemap") && path.hasSuffix(".xml") && !path.contains("/")
  }

  private static func element(_ name: String, in entry: Substring) -> String? {
    guard let start = entry.firstRange(of: "<\(name)>")?.upperBound,
      let end = entry[start...].firstRange(of: "</\(name)>")?.lowerBound
    else { return nil }
    return String(entry[start..<end])
  }
}
