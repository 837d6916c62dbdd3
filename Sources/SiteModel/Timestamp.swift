/// An instant, with the offset from UTC at which the publication shows it.
package struct Timestamp: Hashable, Sendable {
  package var secondsSince1970: Int
  /// Seconds east of Greenwich.
  package var utcOffset: Int

  package init(secondsSince1970: Int, utcOffset: Int = 0) {
    self.secondsSince1970 = secondsSince1970
    self.utcOffset = utcOffset
  }

  /// The instant at which a clock `utcOffset` seconds east of Greenwich shows `civil`.
  package init(_ civil: CivilTime, utcOffset: Int) {
    let seconds = civil.date.daysSince1970 * 86_400 + civil.secondOfDay
    self.init(secondsSince1970: seconds - utcOffset, utcOffset: utcOffset)
  }

  /// What a clock on the publication's wall showed.
  package var civil: CivilTime {
    let local = secondsSince1970 + utcOffset
    let days = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
    return CivilTime(date: CivilDate(daysSince1970: days), secondOfDay: local - days * 86_400)
  }
}

extension Timestamp: Comparable {
  package static func == (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 == right.secondsSince1970
  }

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(secondsSince1970)
  }
}

extension Timestamp {
  /// For example `2025-03-18T14:20:00-04:00`, or `Z` at the end in UTC (RFC 3339).
  package var iso8601: String {
    let civil = civil
    let zone = utcOffset == 0 ? "Z" : zoneText(separator: ":")
    return "\(civil.date.iso8601)T\(civil.clockText)\(zone)"
  }

  /// For example `Tue, 18 Mar 2025 14:20:00 -0400` (RFC 822 with a four-digit year, as RSS wants it).
  package var rfc822: String {
    let civil = civil
    let date = civil.date
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][date.weekdayIndex]
    let month = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][date.month - 1]
    let day = padded(date.day, 2)
    let year = padded(date.year, 4)
    return "\(weekday), \(day) \(month) \(year) \(civil.clockText) \(zoneText(separator: ""))"
  }

  private func zoneText(separator: String) -> String {
    let minutes = abs(utcOffset) / 60
    let sign = utcOffset < 0 ? "-" : "+"
    return "\(sign)\(padded(minutes / 60, 2))\(separator)\(padded(minutes % 60, 2))"
  }
}
