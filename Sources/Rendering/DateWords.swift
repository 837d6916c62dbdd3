import SiteModel

/// How dates are written in the publication's language.
///
/// The names are those of the Unicode CLDR's "long" and "abbreviated" month formats; a language
/// that is not here gets ISO 8601, which every reader understands.
struct DateWords: Sendable {
  private let style: Style
  private let months: [String]

  private enum Style {
    case monthFirst
    case dayFirst(separator: String)
    case eastAsian
    case korean
    case iso
  }

  init(language: String) {
    let code = language.prefix { $0 != "-" }.lowercased()
    switch code {
    case "en" where ["en-us", "en", "en-ca"].contains(language.lowercased()):
      (style, months) = (.monthFirst, Self.english)
    case "en": (style, months) = (.dayFirst(separator: " "), Self.english)
    case "de": (style, months) = (.dayFirst(separator: ". "), Self.german)
    case "fr": (style, months) = (.dayFirst(separator: " "), Self.french)
    case "es": (style, months) = (.dayFirst(separator: " de "), Self.spanish)
    case "ja", "zh": (style, months) = (.eastAsian, [])
    case "ko": (style, months) = (.korean, [])
    default: (style, months) = (.iso, [])
    }
  }

  /// For example "March 18, 2025".
  func long(_ date: CivilDate) -> String {
    switch style {
    case .monthFirst: "\(months[date.month - 1]) \(date.day), \(date.year)"
    case .dayFirst(let separator):
      "\(date.day)\(separator)\(months[date.month - 1])\(separator == " de " ? separator : " ")\(date.year)"
    case .eastAsian: "\(date.year)年\(date.month)月\(date.day)日"
    case .korean: "\(date.year)년 \(date.month)월 \(date.day)일"
    case .iso: date.iso8601
    }
  }

  /// For example "Mar 18", without the year.
  func short(_ date: CivilDate) -> String {
    switch style {
    case .monthFirst: "\(months[date.month - 1].prefix(3)) \(date.day)"
    case .dayFirst(let separator): "\(date.day)\(separator)\(months[date.month - 1])"
    case .eastAsian: "\(date.month)月\(date.day)日"
    case .korean: "\(date.month)월 \(date.day)일"
    case .iso: date.iso8601
    }
  }

  /// For example "March 2025".
  func month(_ month: ArchiveMonth) -> String {
    switch style {
    case .monthFirst: "\(months[month.month - 1]) \(month.year)"
    case .dayFirst(let separator):
      "\(months[month.month - 1])\(separator == " de " ? separator : " ")\(month.year)"
    case .eastAsian: "\(month.year)年\(month.month)月"
    case .korean: "\(month.year)년 \(month.month)월"
    case .iso: String(CivilDate(year: month.year, month: month.month, day: 1).iso8601.prefix(7))
    }
  }

  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let german = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
  ]
  private static let french = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  private static let spanish = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
  ]
}
