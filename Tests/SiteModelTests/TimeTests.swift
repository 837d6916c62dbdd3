import Testing

@testable import SiteModel

/// Days and instants, which every page shows and every order depends on.
@Suite struct TimeTests {
  @Test(arguments: [
    (CivilDate(year: 1970, month: 1, day: 1), 0, "Thu"),
    (CivilDate(year: 1969, month: 12, day: 31), -1, "Wed"),
    (CivilDate(year: 2000, month: 2, day: 29), 11_016, "Tue"),
    (CivilDate(year: 2000, month: 3, day: 1), 11_017, "Wed"),
    (CivilDate(year: 2026, month: 1, day: 1), 20_454, "Thu"),
    (CivilDate(year: 1900, month: 3, day: 1), -25_508, "Thu"),
    (CivilDate(year: 1, month: 1, day: 1), -719_162, "Mon"),
  ])
  func knownDays(date: CivilDate, days: Int, weekday: String) {
    #expect(date.daysSince1970 == days)
    #expect(CivilDate(daysSince1970: days) == date)
    #expect(["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][date.weekdayIndex] == weekday)
  }

  @Test("Each day of eight hundred years follows the one before, by a calendar kept by hand")
  func roundTrip() {
    var date = CivilDate(daysSince1970: -146_097)
    #expect(date == CivilDate(year: 1570, month: 1, day: 1))
    for day in -146_097...146_097 {
      let found = CivilDate(daysSince1970: day)
      guard found == date, date.daysSince1970 == day else {
        Issue.record("\(found.iso8601) is not \(date.iso8601)")
        return
      }
      date.day += 1
      if date.day > CivilDate.days(inMonth: date.month, of: date.year) {
        date = CivilDate(year: date.year, month: date.month + 1, day: 1)
        if date.month > 12 { date = CivilDate(year: date.year + 1, month: 1, day: 1) }
      }
    }
  }

  @Test(arguments: [(2024, 29), (2025, 28), (1900, 28), (2000, 29)])
  func leapYears(year: Int, days: Int) {
    #expect(CivilDate.days(inMonth: 2, of: year) == days)
  }

  @Test(arguments: [
    (0, 0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"),
    (1_742_322_000, -14_400, "2025-03-18T14:20:00-04:00", "Tue, 18 Mar 2025 14:20:00 -0400"),
    (1_742_322_000, 20_700, "2025-03-19T00:05:00+05:45", "Wed, 19 Mar 2025 00:05:00 +0545"),
    (-1, 0, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 +0000"),
    (-1, 3_600, "1970-01-01T00:59:59+01:00", "Thu, 01 Jan 1970 00:59:59 +0100"),
    (0, -1_800, "1969-12-31T23:30:00-00:30", "Wed, 31 Dec 1969 23:30:00 -0030"),
  ])
  func writtenForms(seconds: Int, offset: Int, iso8601: String, rfc822: String) {
    let timestamp = Timestamp(secondsSince1970: seconds, utcOffset: offset)
    #expect(timestamp.iso8601 == iso8601)
    #expect(timestamp.rfc822 == rfc822)
    #expect(Timestamp(timestamp.civil, utcOffset: offset).secondsSince1970 == seconds)
  }

  @Test("Two clocks that show the same instant are equal")
  func equality() {
    let here = Timestamp(secondsSince1970: 5, utcOffset: 3_600)
    let there = Timestamp(secondsSince1970: 5, utcOffset: -3_600)
    #expect(here == there)
    #expect(Set([here, there]).count == 1)
    #expect(!(here < there))
  }
}
