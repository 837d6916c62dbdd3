import SiteModel

/// A date as someone wrote it: with or without a time, with or without an offset.
struct WrittenDate {
  var civil: CivilTime
  /// Seconds east of Greenwich, if they were given.
  var utcOffset: Int?

  /// Reads `2014-03-12`, `2017-05-18 10:00:00 -0400`, RFC 3339, and what lies between them.
  static func parse(_ text: String) -> Result<WrittenDate, DateMistake> {
    var reader = Reader(text: text, rest: Substring(text).utf8)
    do {
      return .success(try reader.date())
    } catch {
      return .failure(error)
    }
  }
}

/// Reads a date from left to right.
private struct Reader {
  let text: String
  var rest: Substring.UTF8View

  mutating func date() throws(DateMistake) -> WrittenDate {
    skipBlanks()
    let year = digits()
    guard year.count == 4, take(.hyphen) else { throw .shape(text) }
    let month = digits()
    guard (1...2).contains(month.count), take(.hyphen) else { throw .shape(text) }
    let day = digits()
    guard (1...2).contains(day.count) else { throw .shape(text) }
    let date = CivilDate(year: number(year), month: number(month), day: number(day))
    guard (1...12).contains(date.month) else { throw .month(text) }
    let last = CivilDate.days(inMonth: date.month, of: date.year)
    guard (1...last).contains(date.day) else { throw .day(last: last, text) }
    if take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) { return try time(on: date) }
    guard rest.isEmpty || rest.first?.isWhitespace == true else { throw .shape(text) }
    skipBlanks()
    if rest.isEmpty { return WrittenDate(civil: CivilTime(date: date)) }
    return try time(on: date)
  }

  private mutating func time(on date: CivilDate) throws(DateMistake) -> WrittenDate {
    let hour = try clock("hour", upTo: 23)
    guard take(.colon) else { throw .clockShape(text) }
    let minute = try clock("minute", upTo: 59)
    var second = 0
    if take(.colon) {
      second = try clock("second", upTo: 59)
      if take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) {
        guard digits().count > 0 else { throw .clockShape(text) }
      }
    }
    let civil = CivilTime(date: date, secondOfDay: hour * 3_600 + minute * 60 + second)
    skipBlanks()
    return WrittenDate(civil: civil, utcOffset: try offset())
  }

  private mutating func clock(_ unit: String, upTo last: Int) throws(DateMistake) -> Int {
    let found = digits()
    guard (1...2).contains(found.count), unit == "hour" || found.count == 2 else {
      throw .clockShape(text)
    }
    guard number(found) <= last else { throw .clock(unit, last: last, text) }
    return number(found)
  }

  /// `Z`, `+02:00`, `+0200`, `+02`, `-4`, or nothing.
  private mutating func offset() throws(DateMistake) -> Int? {
    guard !rest.isEmpty else { return nil }
    let written = string(rest)
    if ["Z", "z", "UTC", "GMT"].contains(trimmed(written)) { return 0 }
    let sign = take(.hyphen) ? -1 : 1
    guard sign < 0 || take(.plus) else {
      if rest.first?.isLetter == true { throw .zoneName(trimmed(written), text) }
      throw .clockShape(text)
    }
    let found = digits()
    guard (1...4).contains(found.count) else { throw .offset(text) }
    var hours = number(found)
    var minutes = 0
    if found.count > 2 {
      minutes = hours % 100
      hours /= 100
    } else if take(.colon) {
      let second = digits()
      guard second.count == 2 else { throw .offset(text) }
      minutes = number(second)
    }
    skipBlanks()
    guard rest.isEmpty, minutes < 60, hours * 60 + minutes <= 14 * 60 else { throw .offset(text) }
    return sign * (hours * 3_600 + minutes * 60)
  }
}

extension Reader {
  private mutating func digits() -> Substring.UTF8View {
    let digits = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func skipBlanks() {
    rest = rest.drop(while: \.isWhitespace)
  }

  /// The number that at most four digits make.
  private func number(_ digits: Substring.UTF8View) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private func string(_ bytes: Substring.UTF8View) -> String {
    String(Substring(bytes))
  }
}
