import Foundation
import SiteModel
import Testing

@testable import Content

/// Dates in the forms in which other generators write them, shown in the site's zone.
struct DateTests {
  @Test(arguments: [
    ("2014-03-12", "2014-03-12T00:00:00-04:00"),
    ("2014-3-2", "2014-03-02T00:00:00-05:00"),
    ("2017-05-18 10:00:00 -0400", "2017-05-18T10:00:00-04:00"),
    ("2017-05-18 10:00:00 -0700", "2017-05-18T13:00:00-04:00"),
    ("2016-03-23 9:00:00 -4", "2016-03-23T09:00:00-04:00"),
    ("2017-05-18 10:00", "2017-05-18T10:00:00-04:00"),
    ("2017-05-18T10:00:00", "2017-05-18T10:00:00-04:00"),
    ("2017-05-18T10:00:00Z", "2017-05-18T06:00:00-04:00"),
    ("2017-05-18t10:00:00z", "2017-05-18T06:00:00-04:00"),
    ("2017-05-18 10:00:00 UTC", "2017-05-18T06:00:00-04:00"),
    ("2017-05-18T10:00:00.123+0200", "2017-05-18T04:00:00-04:00"),
    ("2017-05-18T10:00:00.123456789+02:00", "2017-05-18T04:00:00-04:00"),
    ("2017-05-18T10:00+05:30", "2017-05-18T00:30:00-04:00"),
    (" 2017-05-18  10:00:00  +02 ", "2017-05-18T04:00:00-04:00"),
    ("1969-12-31", "1969-12-31T00:00:00-05:00"),
    ("2000-02-29", "2000-02-29T00:00:00-05:00"),
  ])
  func reads(written: String, shown: String) throws {
    let zone = try #require(SiteTimeZone(identifier: "America/New_York"))
    #expect(try zone.timestamp(parsing: written).get().iso8601 == shown)
  }

  @Test(arguments: [
    (
      "2026-13-02", "month must be 01 to 12 in date \"2026-13-02\"",
      "Write dates as YYYY-MM-DD, for example 2026-12-02."
    ),
    (
      "2026-18-03", "month must be 01 to 12 in date \"2026-18-03\"",
      "Write dates as YYYY-MM-DD, for example 2026-12-02."
    ),
    (
      "2026-00-40", "month must be 01 to 12 in date \"2026-00-40\"",
      "Write dates as YYYY-MM-DD, for example 2026-12-02."
    ),
    (
      "2025-02-29", "day must be 01 to 28 in date \"2025-02-29\"",
      "Write dates as YYYY-MM-DD, for example 2026-12-02."
    ),
    (
      "18.03.2026", "a date must be written as YYYY-MM-DD, found \"18.03.2026\"",
      "Write 2026-12-02, or 2026-12-02 14:30 with a time."
    ),
    (
      "March 3, 2026", "a date must be written as YYYY-MM-DD, found \"March 3, 2026\"",
      "Write 2026-12-02, or 2026-12-02 14:30 with a time."
    ),
    (
      "2026-03-04x", "a date must be written as YYYY-MM-DD, found \"2026-03-04x\"",
      "Write 2026-12-02, or 2026-12-02 14:30 with a time."
    ),
    (
      "2026-03-04 24:00", "hour must be 00 to 23 in date \"2026-03-04 24:00\"",
      "Write the time as HH:MM or HH:MM:SS, for example 14:30."
    ),
    (
      "2026-03-04 10:60", "minute must be 00 to 59 in date \"2026-03-04 10:60\"",
      "Write the time as HH:MM or HH:MM:SS, for example 14:30."
    ),
    (
      "2026-03-04 10am",
      "the time must be written as HH:MM or HH:MM:SS in date \"2026-03-04 10am\"",
      "Write 2026-12-02 14:30, for example."
    ),
    (
      "2017-05-18 10:00 EST",
      "the offset must be written in digits, not as \"EST\", in date \"2017-05-18 10:00 EST\"",
      "Write -05:00, for example, or leave it out: then the site's time zone holds."
    ),
    (
      "2017-05-18 10:00 +9900",
      "the offset must be -14:00 to +14:00 in date \"2017-05-18 10:00 +9900\"",
      "Write it as +HH:MM, for example -05:00, or Z."
    ),
  ])
  func namesTheRule(written: String, problem: String, hint: String) {
    guard case .failure(let mistake) = SiteTimeZone.utc.timestamp(parsing: written) else {
      Issue.record("\(written) was taken for a date")
      return
    }
    #expect(mistake.problem == problem)
    #expect(mistake.hint == hint)
  }

  /// A skipped time moves on, and of a time that comes twice the first is meant.
  @Test(arguments: [
    ("America/New_York", "2025-03-09 01:59:59", "2025-03-09T01:59:59-05:00"),
    ("America/New_York", "2025-03-09 02:30", "2025-03-09T03:30:00-04:00"),
    ("America/New_York", "2025-03-09 03:00", "2025-03-09T03:00:00-04:00"),
    ("America/New_York", "2025-11-02 00:59", "2025-11-02T00:59:00-04:00"),
    ("America/New_York", "2025-11-02 01:30", "2025-11-02T01:30:00-04:00"),
    ("America/New_York", "2025-11-02 02:00", "2025-11-02T02:00:00-05:00"),
    ("Europe/Berlin", "2025-03-30 02:30", "2025-03-30T03:30:00+02:00"),
    ("Europe/Berlin", "2025-10-26 02:30", "2025-10-26T02:30:00+02:00"),
    ("Europe/Berlin", "2025-10-26 03:00", "2025-10-26T03:00:00+01:00"),
    ("Europe/Berlin", "2025-10-26T02:30:00+01:00", "2025-10-26T02:30:00+01:00"),
    ("Asia/Kolkata", "2025-06-01", "2025-06-01T00:00:00+05:30"),
    ("Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00"),
    ("UTC", "2025-06-01", "2025-06-01T00:00:00Z"),
  ])
  func followsDaylightSaving(zone: String, written: String, shown: String) throws {
    let zone = try #require(SiteTimeZone(identifier: zone))
    #expect(try zone.timestamp(parsing: written).get().iso8601 == shown)
  }

  @Test(arguments: [
    "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "America/Sao_Paulo",
  ])
  func agreesWithTheCalendarOfFoundation(identifier: String) throws {
    let zone = try #require(SiteTimeZone(identifier: identifier))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: identifier))
    let first = CivilDate(year: 2018, month: 1, day: 1).daysSince1970
    var differing: [String] = []
    for halfHour in 0..<48 * 730 {
      let date = CivilDate(daysSince1970: first + halfHour / 48)
      let time = CivilTime(date: date, secondOfDay: halfHour % 48 * 1_800)
      let components = DateComponents(
        year: date.year, month: date.month, day: date.day, hour: halfHour % 48 / 2,
        minute: halfHour % 2 * 30)
      let expected = try #require(calendar.date(from: components)).timeIntervalSince1970
      if zone.timestamp(time).secondsSince1970 != Int(expected) {
        differing.append("\(date.iso8601) \(time.hourAndMinute)")
      }
    }
    #expect(differing == [])
  }
}
