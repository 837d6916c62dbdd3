import TestSupport

/// An article that a test writes and changes.
struct DraftArticle {
  var title: String
  var summary: String
  var text: String
  /// Days after 1 January 2024.
  var day: Int
  var tags: [String]
  var authors: [String]
  var kind: String?
  var series: String?
  var pins: String?
  var cover: String?
  var corrections: [String] = []
  var aliases: [String] = []
  var isDraft = false
  var publishDay: Int?
  var expiryDay: Int?
  var layout: String?

  init(_ number: Int, _ random: inout SeededGenerator) {
    title = "\(EditedPublication.words(3, &random)) \(number)"
    summary = EditedPublication.sentence(&random)
    let paragraphs = (0..<4).map { _ in EditedPublication.sentence(&random) }
    text = "\(paragraphs[0])\n\n## Why\n\n\(paragraphs[1...].joined(separator: "\n\n"))"
    day = Int.random(in: 0..<729, using: &random)
    tags = EditedPublication.tags(&random)
    authors = [EditedPublication.people.randomElement(using: &random) ?? "ada"]
  }

  /// The file as an editor would write it.
  var file: String {
    var lines = ["title: \(title)", "summary: \(summary)", "date: \(date(day))"]
    lines.append("tags: [\(tags.joined(separator: ", "))]")
    lines.append("authors: [\(authors.joined(separator: ", "))]")
    if let kind { lines.append("type: \(kind)") }
    if let series { lines.append("series: \(series)") }
    if let pins { lines.append("related: {pins: [\(pins)]}") }
    if let cover { lines.append("cover: {image: \"\(cover)\", alt: A picture}") }
    if !corrections.isEmpty {
      lines.append("corrections:")
      lines += corrections.map { "  - {date: \(date(720)), text: \($0)}" }
    }
    if !aliases.isEmpty { lines.append("aliases: [\(aliases.joined(separator: ", "))]") }
    if isDraft { lines.append("draft: true") }
    if let publishDay { lines.append("publishDate: \(date(publishDay))") }
    if let expiryDay { lines.append("expiryDate: \(date(expiryDay))") }
    if let layout { lines.append("layout: \(layout)") }
    return "---\n\(lines.joined(separator: "\n"))\n---\n\n\(text)\n"
  }

  private func date(_ day: Int) -> String {
    var (year, rest) = (2024, day)
    while rest >= (year % 4 == 0 ? 366 : 365) {
      rest -= year % 4 == 0 ? 366 : 365
      year += 1
    }
    let months = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var month = 0
    while rest >= months[month] {
      rest -= months[month]
      month += 1
    }
    return "\(year)-\(padded(month + 1))-\(padded(rest + 1))"
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// What a test's `sitegen.yaml` says.
struct PublicationSettings {
  private var title = "Example Times"
  private var pageSize = 5
  private var menu = ["ai", "chips", "policy"]
  private var relatedCount = 3

  mutating func change(_ random: inout SeededGenerator) {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: title = EditedPublication.words(2, &random)
    case 1: pageSize = Int.random(in: 3..<8, using: &random)
    case 2: menu.shuffle(using: &random)
    default: relatedCount = Int.random(in: 2..<5, using: &random)
    }
  }

  var text: String {
    """
    title: \(title)
    baseURL: https://times.example
    timeZone: Europe/Paris
    pageSize: \(pageSize)
    menu: [\(menu.joined(separator: ", "))]
    related: {count: \(relatedCount)}
    check: {links: warning}
    """ + "\n"
  }
}
