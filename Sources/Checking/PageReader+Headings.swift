import SiteModel

extension PageReader {
  /// One heading of level 1, and no level left out on the way down.
  ///
  /// Only the order within `main` counts: menus, notices and footers have headings of their own.
  mutating func checkHeadings(onlyInMain: Bool) {
    if contents.isRedirect { return }
    let first = headings.filter { $0.level == 1 }
    if first.isEmpty {
      contents.findings.append(
        Finding(
          .checkHeading, "the page has no heading of level 1",
          hint: "Let the template write the title as <h1>.", in: contents.file
        ).because(of: .layout))
    }
    for extra in first.dropFirst() {
      report(
        "the page has more than one heading of level 1",
        hint: "Keep <h1> for the title of the page.", extra)
    }
    var level = 1
    for heading in headings where heading.isInMain || !onlyInMain {
      if heading.level > level + 1 {
        report(
          "a heading of level \(heading.level) follows one of level \(level)",
          hint: "Screen readers miss the level between: use level \(level + 1).", heading)
      }
      level = heading.level
    }
  }

  private mutating func report(_ summary: String, hint: String, _ heading: PageHeading) {
    let text = scanner.bytes[heading.textStart...]
    let end = text.indices.first { text[$0...].starts(with: "</h".utf8) } ?? text.endIndex
    let words = HTMLText.words(of: text[..<end])
    contents.findings.append(
      Finding(.checkHeading, summary, hint: hint, in: contents.file)
        .because(of: .heading(words), in: scanner.source(heading.tag)))
  }
}
