import SiteModel

/// Templates on their way into a library.
struct TemplateLoader {
  let assets: [String: Permalink]
  private(set) var templates: [String: [TemplateNode]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var paths: [String: String] = [:]

  init(assets: [String: Permalink]) {
    self.assets = assets
  }

  /// Reads a template.
  mutating func add(_ source: TemplateSource) {
    if let other = paths[source.name] {
      diagnostics.append(
        .error(
          .templateSyntax, "\(other) and \(source.path) are both called \"\(source.name)\"",
          hint: "Rename one of them: layouts and partials share their names.",
          at: Place(file: source.path)))
      return
    }
    paths[source.name] = source.path
    var parser = TemplateParser(source)
    let nodes = parser.parse()
    templates[source.name] = nodes
    diagnostics += parser.diagnostics
    checkAssets(of: nodes)
  }

  /// The template that a page takes, which has to be there.
  ///
  /// Content that was written for another generator may ask for layouts that are the usual ones
  /// here: then the usual one is taken.
  mutating func template(for layout: UsedLayout, _ place: Place?) -> String {
    if templates[layout.name] != nil { return layout.name }
    let path = "Templates/\(layout.name).mustache"
    guard let place, Self.foreignLayouts.contains(layout.name) else {
      reportMissing(path, place, of: layout.name)
      return layout.name
    }
    diagnostics.append(
      .warning(
        .templateMissing, "there is no template \(path), so the usual one is used",
        hint: "Leave layout out, or write the template.", at: place))
    return template(for: UsedLayout(kind: layout.kind, name: layout.kind.rawValue), nil)
  }

  /// Reports a partial with a duty that is not there.
  mutating func require(_ partial: SharedPartial) {
    guard templates[partial.rawValue] == nil else { return }
    reportMissing("Templates/partials/\(partial.rawValue).mustache", nil, of: partial.rawValue)
  }
}

extension TemplateLoader {
  /// Names that other generators' content gives to the layouts which are the usual ones here.
  private static let foreignLayouts: Set<String> = [
    "base", "blog", "default", "layout", "post", "posts", "single",
  ]

  private mutating func reportMissing(_ path: String, _ place: Place?, of name: String) {
    let place = place ?? Place(file: path)
    guard !diagnostics.contains(where: { $0.place == place }) else { return }
    let nearest = nearestName(to: name, in: templates.keys.sorted())
    diagnostics.append(
      .error(
        .templateMissing, "there is no template \(path)",
        hint: place.file != path
          ? nearest.map { "Did you mean \"\($0)\"?" } ?? "Write \(path), or leave layout out."
          : "Write it, or copy it from the default theme.", at: place))
  }

  private mutating func checkAssets(of nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .section(_, _, let inner, _): checkAssets(of: inner)
      case .block(let block): checkAssets(of: block.nodes)
      case .parent(_, let blocks, _, _):
        for block in blocks.values { checkAssets(of: block.nodes) }
      case .asset(let path, let place) where assets[path] == nil:
        diagnostics.append(
          .error(
            .templateAsset, "there is no file Templates/assets/\(path)",
            hint: nearestName(to: path, in: assets.keys.sorted()).map { "Did you mean \"\($0)\"?" },
            at: place))
      case .text, .lineStart, .variable, .partial, .asset: break
      }
    }
  }
}
