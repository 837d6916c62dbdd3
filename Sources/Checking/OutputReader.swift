import SiteModel

/// Reads one file of the output, of whatever kind, and finds what is wrong with it alone.
package struct OutputReader: Sendable {
  private let addresses: SiteAddresses
  private let collectsExternalLinks: Bool

  /// - Parameters:
  ///   - addresses: what is found at which address.
  ///   - external: whether links to other sites are of concern.
  package init(_ addresses: SiteAddresses, external: Bool) {
    self.addresses = addresses
    collectsExternalLinks = external
  }

  /// Whether files of this name say anything that can be read.
  package static func reads(_ file: String) -> Bool { Kind(file) != nil }

  /// What a file says; its path is relative to the folder of the output.
  package func read(_ file: String, _ bytes: [UInt8]) -> PageContents {
    switch Kind(file) {
    case .page:
      return PageReader(file, bytes, addresses, external: collectsExternalLinks).read()
    case .styleSheet: return readStyleSheet(file, bytes)
    case .data: return readData(file, bytes)
    case nil: return PageContents(file: file)
    }
  }

  private enum Kind {
    case page
    case styleSheet
    case data

    init?(_ file: String) {
      guard let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
      switch file[dot...] {
      case ".html": self = .page
      case ".css": self = .styleSheet
      case ".xml", ".json", ".txt", ".webmanifest": self = .data
      default: return nil
      }
    }
  }
}

extension OutputReader {
  private func readStyleSheet(_ file: String, _ bytes: [UInt8]) -> PageContents {
    var contents = PageContents(file: file)
    for address in StyleSheetScan(bytes: bytes).addresses {
      switch addresses.target(of: address, on: file) {
      case .missing, .outside:
        contents.findings.append(
          Finding(
            .checkAsset, "the style sheet loads \(address), which is not there",
            hint: "Correct the address, or add the file to Templates/assets/.", in: file
          ).because(of: .address(address)))
      case .file, .elsewhere, .nowhere: break
      }
    }
    return contents
  }

  /// Feeds, sitemaps and all other files that name full addresses (M-20, M-30).
  private func readData(_ file: String, _ bytes: [UInt8]) -> PageContents {
    var contents = PageContents(file: file)
    let scan = AddressScan(addresses, in: file)
    let isSitemap = file.hasSuffix(".xml") && bytes.prefix(300).contains(sequence: "<urlset")
    for address in scan.missing(in: bytes[...]) {
      contents.findings.append(
        Finding(
          .checkLink,
          "\(isSitemap ? "the sitemap names" : "files for machines name") \(address), "
            + "which is not there",
          hint: "Correct the address where it comes from, or build again.", in: file
        ).because(of: .address(address)))
    }
    if isSitemap { list(pages(in: bytes), in: &contents) }
    return contents
  }

  /// Notes the pages that a sitemap lists, each by the address that search engines shall keep (M-20).
  private func list(_ pages: [ArraySlice<UInt8>], in sitemap: inout PageContents) {
    for page in pages {
      let address = HTMLText.decoded(page)
      guard let file = file(at: page, address, in: sitemap) else { continue }
      let full = addresses.fullAddress(of: file)
      if full == address {
        sitemap.listed.append(NameHash(address))
      } else {
        sitemap.findings.append(
          Finding(
            .checkCanonical, "the sitemap lists \(address), and the page's address is \(full)",
            hint: "Let the page and the sitemap agree.", in: sitemap.file
          ).because(of: .address(address)))
      }
    }
  }

  /// The file at an address as it is written and as it is read.
  private func file(
    at written: ArraySlice<UInt8>, _ address: String, in sitemap: PageContents
  ) -> String? {
    if let file = addresses.file(atPlain: written) { return file }
    guard case .file(let file, _) = addresses.target(of: address, on: sitemap.file) else {
      return nil
    }
    return file
  }

  /// What stands between `<loc>` and its end.
  private func pages(in bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let opening = Array("<loc>".utf8)
    var pages: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      guard rest.dropFirst().first == opening[1], rest.starts(with: opening) else {
        rest = rest.dropFirst()
        continue
      }
      let address = rest.dropFirst(opening.count).prefix { $0 != UInt8(ascii: "<") }
      pages.append(address)
      rest = rest[address.endIndex...]
    }
    return pages
  }
}

extension Collection<UInt8> {
  /// Whether a text stands somewhere in these bytes.
  func contains(sequence text: String) -> Bool {
    indices.contains { self[$0...].starts(with: text.utf8) }
  }
}
