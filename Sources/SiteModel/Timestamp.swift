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
  ///
  /// It is made of bytes because every page, and every entry of the sitemap, has one or more.
  package var iso8601: String {
    let civil = civil
    let second = civil.secondOfDay
    var text: [UInt8] = []
    text.reserveCapacity(25)
    append(civil.date.year / 100, to: &text)
    append(civil.date.year % 100, to: &text)
    append("-", civil.date.month, to: &text)
    append("-", civil.date.day, to: &text)
    append("T", second / 3_600, to: &text)
    append(":", second / 60 % 60, to: &text)
    append(":", second % 60, to: &text)
    if utcOffset == 0 {
      text.append(UInt8(ascii: "Z"))
    } else {
      let minutes = abs(utcOffset) / 60
      append(utcOffset < 0 ? "-" : "+", minutes / 60, to: &text)
      append(":", minutes % 60, to: &text)
    }
    return String(decoding: text, as: UTF8.self)
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
    return "\(weekday), \(day) \(month) \(year) \(civil.clockText) \(zoneText)"
  }

  private var zoneText: String {
    let minutes = abs(utcOffset) / 60
    return "\(utcOffset < 0 ? "-" : "+")\(padded(minutes / 60, 2))\(padded(minutes % 60, 2))"
  }

  private func append(_ sign: Unicode.Scalar, _ number: Int, to text: inout [UInt8]) {
    text.append(UInt8(ascii: sign))
    append(number, to: &text)
  }

  /// Adds a number of two digits.
  private func append(_ number: Int, to text: inout [UInt8]) {
    text.append(UInt8(truncatingIfNeeded: 0x30 + number / 10 % 10))
    text.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
  }
}
