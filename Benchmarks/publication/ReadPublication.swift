package import Content
package import SiteModel

/// A publication as its folder holds it, whatever its dates, for programs that time single stages.
package struct ReadPublication: Sendable {
  package let reader: ContentReader
  package let listing: SourceListing
  package let site: Site

  /// Reads `sitegen.yaml` and `Content/` of a folder; what is wrong with them is of no concern.
  package init(_ folder: String) {
    reader = ContentReader(root: folder)
    listing = reader.list()
    let bytes = try? reader.readConfiguration().get()  // Without one, the defaults will do.
    let configuration = ConfigurationParser.parse(bytes ?? [], environment: nil).0
    let zone = SiteTimeZone(identifier: configuration.timeZone) ?? .utc
    let parser = ContentParser(configuration: configuration, timeZone: zone)
    let files = listing.documents.map { [reader] path in
      parser.parse(path, (try? reader.read(path).get()) ?? [])  // Nobody takes files away.
    }
    let edition = SiteBuilder.Edition(now: zone.timestamp(secondsSince1970: 4_000_000_000))
    site =
      SiteBuilder(configuration: configuration, edition: edition)
      .build(ParsedContent(of: files, listing: listing)).0
  }
}
