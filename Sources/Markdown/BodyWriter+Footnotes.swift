/// Where in the footnotes the writer is.
struct FootnoteState {
  /// How many references to each footnote have been written.
  var written: [Int: Int] = [:]
  /// The footnote that is being written, or the last one; 0 before the first.
  var number = 0
  var hasBackLinks = false
}

extension BodyWriter {
  mutating func writeFootnoteReference(_ node: Node) {
    let number = node.footnoteNumber
    html.write("<sup class=\"footnote-ref\">")
    if node.isInsideLinkOrImage {
      html.write(number)
    } else {
      let position = (footnotes.written[number] ?? 0) + 1
      footnotes.written[number] = position
      let id = referenceID(number, position)
      fragments.insert(id)
      html.write("<a id=\"")
      html.write(escaping: id)
      html.write("\" href=\"#fn-")
      html.write(number)
      html.write("\" role=\"doc-noteref\" aria-describedby=\"footnotes-heading\">")
      html.write(number)
      html.write("</a>")
    }
    html.write("</sup>")
  }

  mutating func openFootnote(_ node: Node) {
    if footnotes.number == 0 { openFootnotes() }
    footnotes.number += 1
    footnotes.hasBackLinks = false
    fragments.insert("fn-\(footnotes.number)")
    html.startLine()
    html.write("<li id=\"fn-")
    html.write(footnotes.number)
    html.write("\">\n")
  }

  mutating func closeFootnote(_ node: Node) {
    if !footnotes.hasBackLinks, backLinkCount > 0 {
      html.startLine()
      html.write("<p>")
      writeBackLinks("")
      html.write("</p>\n")
    }
    html.write("</li>\n")
  }

  mutating func closeFootnotes() {
    if footnotes.number > 0 { html.write("</ol>\n</section>\n") }
  }

  /// Writes a link back to each reference of the footnote being written, each after `separator`.
  mutating func writeBackLinks(_ separator: StaticString) {
    footnotes.hasBackLinks = true
    let number = footnotes.number
    for position in 0..<backLinkCount {
      html.write(position == 0 ? separator : " ")
      html.write("<a class=\"footnote-backref\" href=\"#")
      html.write(escaping: referenceID(number, position + 1))
      html.write("\" role=\"doc-backlink\" aria-label=\"")
      html.write(GeneratedText.backToReference)
      html.write(number)
      if position > 0 {
        html.write("-")
        html.write(position + 1)
      }
      html.write("\">\u{21a9}")
      if position > 0 {
        html.write("<sup>")
        html.write(position + 1)
        html.write("</sup>")
      }
      html.write("</a>")
    }
  }
}

extension BodyWriter {
  private var backLinkCount: Int {
    structure.footnotes?.referenceCount(of: footnotes.number) ?? 0
  }

  private mutating func openFootnotes() {
    // Footnotes are not read aloud, nor do they count for the reading time (E-3).
    text.isClosed = true
    fragments.insert("footnotes-heading")
    html.startLine()
    html.write("<section class=\"footnotes\" role=\"doc-endnotes\"")
    html.write(" aria-labelledby=\"footnotes-heading\">\n<h")
    html.write(options.minimumHeadingLevel)
    html.write(" id=\"footnotes-heading\" class=\"visually-hidden\">")
    html.write(GeneratedText.footnotes)
    html.write("</h")
    html.write(options.minimumHeadingLevel)
    html.write(">\n<ol>\n")
  }

  private func referenceID(_ number: Int, _ position: Int) -> String {
    position == 1 ? "fnref-\(number)" : "fnref-\(number)-\(position)"
  }
}
