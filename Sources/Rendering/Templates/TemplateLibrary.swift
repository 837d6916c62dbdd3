import Mustache
package import SiteModel

/// The templates of a theme, checked and ready to render.
package struct TemplateLibrary: Sendable {
  let library: MustacheLibrary
  /// The names of all templates and partials.
  let names: Set<String>

  /// Parses and checks the templates that a publication needs.
  ///
  /// - Returns: The library, and what is wrong; with an error among it nothing must be rendered.
  package static func load(
    _ sources: [TemplateSource], for site: Site, assets: [String: Permalink]
  ) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
    var loader = TemplateLoader(assets: assets, base: site.configuration.baseURL)
    for source in sources { loader.add(source) }
    loader.check(for: site)
    let library = TemplateLibrary(library: loader.library, names: Set(loader.templates.keys))
    return (library, loader.diagnostics)
  }
}

/// Templates on their way into a library.
private struct TemplateLoader {
  let assets: [String: Permalink]
  let base: BaseURL
  var library = MustacheLibrary()
  var templates: [String: [TemplateNode]] = [:]
  var diagnostics: [Diagnostic] = []
  private var paths: [String: String] = [:]

  init(assets: [String: Permalink], base: BaseURL) {
    self.assets = assets
    self.base = base
  }

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
    guard parser.diagnostics.isEmpty else { return }
    do {
      try library.register(withAssets(source, nodes), named: source.name)
    } catch {
      diagnostics.append(
        .error(
          .templateSyntax, "the template cannot be read: \(error)",
          hint: "See Documentation/templates.md for the tags that templates may use.",
          at: Place(file: source.path)))
    }
  }

  /// Follows every layout that the publication uses, and every partial that is rendered alone.
  mutating func check(for site: Site) {
    var checker = TemplateChecker(templates: templates)
    for layout in usedLayouts(of: site) {
      require(layout.name, path: "Templates/\(layout.name).mustache", layout.place)
      let schema = ContextSchema(
        name: "Root", summary: "", fields: layout.kind.fields + RootContext.schema.fields)
      checker.check(layout.name, in: schema)
    }
    for partial in SharedPartial.allCases {
      require(partial.rawValue, path: "Templates/partials/\(partial.rawValue).mustache", nil)
      checker.check(partial.rawValue, in: partial.schema)
    }
    let shortcode = ContextSchema(
      name: ShortcodeContext.name, summary: "",
      fields: ShortcodeContext.schema.fields + RootContext.schema.fields)
    for name in site.shortcodes.names {
      checker.check(ShortcodeDeclaration.templateName(of: name), in: shortcode)
    }
    diagnostics += checker.diagnostics
  }
}

extension TemplateLoader {
  private struct UsedLayout {
    var name: String
    var kind: Layout
    /// Where the front matter names it.
    var place: Place?
  }

  private func usedLayouts(of site: Site) -> [UsedLayout] {
    var used: [UsedLayout] = []
    var seen: Set<String> = []
    for page in site.outline {
      let kind = Layout(page)
      let chosen = site.layout(of: page)
      let name = chosen?.value ?? kind.rawValue
      if seen.insert("\(kind) \(name)").inserted {
        used.append(UsedLayout(name: name, kind: kind, place: chosen?.place))
      }
    }
    return used
  }

  private mutating func require(_ name: String, path: String, _ place: Place?) {
    guard templates[name] == nil else { return }
    if let place, Self.foreignLayouts.contains(name) {
      diagnostics.append(
        .warning(
          .templateMissing, "there is no template \(path), so the usual one is used",
          hint: "Leave layout out, or write the template.", at: place))
      return
    }
    let nearest = nearestName(to: name, in: templates.keys.sorted())
    diagnostics.append(
      .error(
        .templateMissing, "there is no template \(path)",
        hint: place != nil
          ? nearest.map { "Did you mean \"\($0)\"?" } ?? "Write \(path), or leave layout out."
          : "Write it, or copy it from the default theme.",
        at: place ?? Place(file: path)))
  }

  /// Names that other generators' content gives to the layouts which are the usual ones here.
  private static let foreignLayouts: Set<String> = [
    "base", "blog", "default", "layout", "post", "posts", "single",
  ]

  /// The text with each asset tag replaced by the asset's address.
  private mutating func withAssets(_ source: TemplateSource, _ nodes: [TemplateNode]) -> String {
    var bytes = Array(source.text.utf8)
    for case .asset(let path, let range, let place) in flattened(nodes).reversed() {
      guard let asset = assets[path] else {
        diagnostics.append(
          .error(
            .templateAsset, "there is no file Templates/assets/\(path)",
            hint: nearestName(to: path, in: assets.keys.sorted()).map { "Did you mean \"\($0)\"?" },
            at: place))
        continue
      }
      bytes.replaceSubrange(range, with: base.href(asset).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All nodes in the order of the text.
  private func flattened(_ nodes: [TemplateNode]) -> [TemplateNode] {
    nodes.flatMap { node -> [TemplateNode] in
      switch node {
      case .section(_, _, let inner, _), .block(_, let inner): flattened(inner)
      case .parent(_, let blocks, _):
        flattened(blocks.values.flatMap(\.self)).sorted { start(of: $0) < start(of: $1) }
      case .variable, .partial, .asset: [node]
      }
    }
  }

  private func start(of node: TemplateNode) -> Int {
    if case .asset(_, let range, _) = node { range.lowerBound } else { 0 }
  }
}

extension Site {
  /// The layout that the front matter of a page asks for.
  func layout(of page: SitePage) -> Located<String>? {
    switch page {
    case .article(let index): articles[index].frontMatter.layout
    case .standing(let index): pages[index].frontMatter.layout
    default: nil
    }
  }
}
