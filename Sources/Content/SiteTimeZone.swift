import Foundation
package import SiteModel

/// The time zone in which a publication writes and shows its dates.
package struct SiteTimeZone: Sendable {
  private let zone: TimeZone

  package static let utc = SiteTimeZone(zone: .gmt)

  /// The zone of an IANA name; nil when there is none of that name.
  package init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.init(zone: zone)
  }

  private init(zone: TimeZone) {
    self.zone = zone
  }

  /// The names of all zones, to offer the nearest one.
  static var names: [String] { TimeZone.knownTimeZoneIdentifiers }

  /// An instant as the publication shows it.
  package func timestamp(secondsSince1970 seconds: Int) -> Timestamp {
    Timestamp(secondsSince1970: seconds, utcOffset: utcOffset(at: seconds))
  }

  /// The instant at which the zone's clocks show a time.
  ///
  /// A time that comes twice, when clocks are set back, means the first one. A time that is
  /// skipped, when they are set forward, is read with the offset from before the change, so that
  /// 02:30 becomes 03:30. `Calendar` does the same.
  package func timestamp(_ civil: CivilTime) -> Timestamp {
    let local = Timestamp(civil, utcOffset: 0).secondsSince1970
    let before = utcOffset(at: local - Self.day)
    let after = utcOffset(at: local + Self.day)
    if before == after { return Timestamp(civil, utcOffset: before) }
    if utcOffset(at: local - before) == before { return Timestamp(civil, utcOffset: before) }
    if utcOffset(at: local - after) == after { return Timestamp(civil, utcOffset: after) }
    return timestamp(secondsSince1970: local - before)
  }

  /// The instant that a text names, which has the zone's offset unless it says another one.
  ///
  /// For dates in front matter and for the command line's `--now`.
  package func timestamp(parsing text: String) -> Result<Timestamp, DateMistake> {
    WrittenDate.parse(text).map { written in
      guard let offset = written.utcOffset else { return timestamp(written.civil) }
      return timestamp(
        secondsSince1970: Timestamp(written.civil, utcOffset: offset).secondsSince1970)
    }
  }

  private static let day = 86_400

  private func utcOffset(at seconds: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
  }
}
