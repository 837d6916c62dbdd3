package import SiteModel

/// What others were told of: the feeds as they were, and the pages with the day of their last change.
package struct NotifyList: Hashable, Sendable {
  package static let fileName = ".sitegen-notified"

  /// By path.
  package var feeds: [String: UInt64] = [:]
  /// By full address; an empty text stands for a page of which no day is known.
  package var pages: [String: String] = [:]

  package init() {}

  /// What there is to tell of a publication.
  ///
  /// - Parameters:
  ///   - files: the publication.
  ///   - contents: the bytes of one of the files.
  package init(of files: [PublishedFile], contents: (String) -> [UInt8]?) {
    var sitemaps = SitemapAddresses()
    for file in files {
      let name = file.path.split(separator: "/").last ?? ""
      if FeedFormat.allCases.contains(where: { $0.fileName == name }) {
        feeds[file.path] = file.digest
      } else if SitemapAddresses.isSitemap(file.path) {
        sitemaps.add(contents(file.path) ?? [])
      }
    }
    pages = sitemaps.days
  }
}

extension NotifyList {
  private static let head = "sitegen notified 1"

  package var text: String {
    let lines =
      feeds.sorted { $0.key < $1.key }.map { "feed \(String($0.value, radix: 16)) \($0.key)\n" }
      + pages.sorted { $0.key < $1.key }.map {
        "page \($0.value.isEmpty ? "-" : $0.value) \($0.key)\n"
      }
    return WholeList.text(Self.head, lines)
  }

  /// Nil for anything but a whole list.
  package init?(_ bytes: [UInt8]) {
    guard let lines = WholeList.lines(of: bytes, Self.head) else { return nil }
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3 else { return nil }
      if parts[0] == "page" {
        pages[parts[2]] = parts[1] == "-" ? "" : parts[1]
      } else if parts[0] == "feed", let digest = UInt64(parts[1], radix: 16) {
        feeds[parts[2]] = digest
      } else {
        return nil
      }
    }
  }
}
