import SiteModel
import Testing

@Suite struct SecurityContactTests {
  private static let expires = 1_800_000_000
  private static let day = 86_400

  @Test(
    "M-50: a security contact that expires within a month is warned of, one that has is an error",
    arguments: [
      (expires - 31 * day, nil), (expires - 30 * day, .warning), (expires - 1, .warning),
      (expires, .error), (expires + day, .error),
    ] as [(Int, Diagnostic.Severity?)])
  func expiry(now: Int, severity: Diagnostic.Severity?) {
    var configuration = SiteConfiguration()
    let place = Place(file: "sitegen.yaml", line: 3)
    configuration.security = SecurityContact(
      expires: Located(Timestamp(secondsSince1970: Self.expires), at: place))
    let edition = SiteBuilder.Edition(now: Timestamp(secondsSince1970: now))
    let builder = SiteBuilder(configuration: configuration, edition: edition)
    let found = builder.build(ParsedContent()).diagnostics.filter { $0.place == place }
    #expect(found.map(\.severity) == [severity].compactMap(\.self))
    // The build that would say something else is not taken for one that changes nothing.
    let isNear = configuration.instantsOfChange.contains { $0 > now && $0 <= now + 32 * Self.day }
    #expect(isNear == (now < Self.expires))
  }
}
