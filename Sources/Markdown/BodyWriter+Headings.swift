import SiteModel

extension BodyWriter {
  mutating func openHeading(_ node: Node) {
    block = node
    currentHeading = structure.outline.headings[headingCount]
    headingCount += 1
    guard let heading = currentHeading else { return }
    fragments.insert(heading.id)
    html.startLine()
    html.write("<h")
    html.write(heading.level)
    html.write(" id=\"")
    html.write(escaping: heading.id)
    html.write("\">")
  }

  mutating func closeHeading() {
    text.endBlock()
    guard let heading = currentHeading else { return }
    if options.hasHeadingAnchors { writeAnchor(to: heading) }
    html.write("</h")
    html.write(heading.level)
    html.write(">\n")
    table.section = heading.text
  }

  private mutating func writeAnchor(to heading: Heading) {
    html.write(" <a class=\"anchor\" href=\"#")
    html.write(address: heading.id.utf8)
    html.write("\" aria-label=\"")
    html.write(GeneratedText.linkToSection)
    html.write(escaping: heading.text)
    html.write("\">#</a>")
  }
}
