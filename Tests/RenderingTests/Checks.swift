import SiteModel
import Testing

@testable import Rendering

/// An empty publication.
let emptySite = Site(configuration: SiteConfiguration(), now: Timestamp(secondsSince1970: 0))

/// The smallest theme that an empty publication needs, with templates put over it.
func theme(_ changes: [String: String?]) -> [TemplateSource] {
  var texts: [String: String] = [:]
  for layout in ["home", "archive", "not-found"] { texts[layout] = "" }
  for partial in SharedPartial.allCases { texts[partial.rawValue] = "" }
  for (name, text) in changes { texts[name] = text }
  return texts.sorted { $0.key < $1.key }.map { name, text in
    TemplateSource(name: name, path: "Templates/\(name).mustache", text: text)
  }
}

/// A diagnostic on one line, with its place but without its hint.
func line(_ diagnostic: Diagnostic) -> String {
  let place = diagnostic.place.map { place in
    let name = place.file.dropFirst("Templates/".count).dropLast(".mustache".count)
    return "\(name):\(place.line):\(place.column)+\(place.length)"
  }
  return "\(place ?? "-") \(diagnostic.identifier.rawValue): \(diagnostic.summary)"
}

/// What is wrong with a theme, sorted by place.
func problems(
  _ changes: [String: String?], in site: Site = emptySite, assets: [String: Permalink] = [:]
) -> [Diagnostic] {
  TemplateLibrary.load(theme(changes), for: site, assets: assets).diagnostics.sortedByPlace()
}

/// The home page of a site in a theme.
func home(
  _ changes: [String: String?], of site: Site = emptySite, assets: [String: Permalink] = [:]
) -> String {
  let (library, diagnostics) = TemplateLibrary.load(theme(changes), for: site, assets: assets)
  #expect(diagnostics.map(line) == [])
  let renderer = SiteRenderer(
    site: site, related: [], theme: Theme(templates: library, assets: assets)
  ) { _ in [] }
  return String(decoding: renderer.render(.home), as: UTF8.self)
}
