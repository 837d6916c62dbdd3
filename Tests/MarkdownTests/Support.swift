import SiteModel

@testable import Markdown

/// Renders a text as a file named `a.md` that begins with it.
func render(
  _ text: String, firstLine: Int = 1, configure: (inout MarkdownOptions) -> Void = { _ in }
) -> RenderedMarkdown {
  var options = MarkdownOptions()
  options.hasHeadingAnchors = false
  configure(&options)
  return MarkdownRenderer(options: options).render(
    Array(text.utf8)[...], file: "a.md", firstLine: firstLine)
}

extension RenderedMarkdown {
  /// The HTML with its slots filled with what the author typed.
  var html: String {
    var html = HTMLBuffer()
    var written = 0
    for slot in body.slots {
      html.write(raw: body.html[written..<slot.offset])
      written = slot.offset + slot.length
      if slot.purpose == .image { html.write("<img src=\"") }
      html.write(address: slot.destination.utf8)
      guard slot.purpose == .image else { continue }
      html.write("\"")
      html.write(raw: body.html[slot.offset..<written])
      html.write(">")
    }
    html.write(raw: body.html[written...])
    return String(decoding: html.bytes, as: UTF8.self)
  }

  /// Each diagnostic as `line:column identifier`.
  var findings: [String] {
    diagnostics.map { diagnostic in
      let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? "nowhere"
      return "\(place) \(diagnostic.identifier.rawValue)"
    }
  }

  /// Each slot as `line:column+length destination`.
  var places: [String] {
    body.slots.map { slot in
      let place = slot.place
      return "\(place.line):\(place.column)+\(place.length) \(slot.destination)"
    }
  }
}
