package import SiteModel

/// The templates of a theme, checked and ready to render.
package struct TemplateLibrary: Sendable {
  /// By the kind of page and the template that it takes.
  private var layouts: [UsedLayout: TemplateProgram] = [:]
  private var partials: [SharedPartial: TemplateProgram] = [:]
  /// By the name of the shortcode.
  private var shortcodes: [String: TemplateProgram] = [:]

  /// Reads, checks and compiles the templates that a publication needs.
  ///
  /// - Returns: The library, and what is wrong; with an error among it nothing must be rendered.
  package static func load(
    _ sources: [TemplateSource], for site: Site, assets: [String: Permalink]
  ) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
    var loader = TemplateLoader(assets: assets)
    for source in sources { loader.add(source) }
    var compiler = TemplateCompiler(
      templates: loader.templates, assets: assets.mapValues(site.configuration.baseURL.href))
    var library = TemplateLibrary()
    for use in site.usedLayouts {
      library.layouts[use.layout] = compiler.compile(
        loader.template(for: use.layout, use.place),
        in: [.fields(RootContext.self), .fields(use.layout.kind.content)])
    }
    for partial in SharedPartial.allCases {
      loader.require(partial)
      library.partials[partial] = compiler.compile(partial.rawValue, in: [.fields(partial.context)])
    }
    for name in site.shortcodes.names {
      library.shortcodes[name] = compiler.compile(
        "shortcodes/\(name)", in: [.fields(RootContext.self), .fields(ShortcodeContext.self)])
    }
    return (library, loader.diagnostics + compiler.diagnostics)
  }

  /// The program of a page's layout; the usual one if the layout that it asks for is not there.
  func program(of page: SitePage, in site: Site) -> TemplateProgram {
    layouts[site.usedLayout(of: page)] ?? TemplateProgram()
  }

  func program(ofShortcode name: String) -> TemplateProgram {
    shortcodes[name] ?? TemplateProgram()
  }

  /// The library for one publication: what is the same on all of its pages is written out.
  func folded(_ root: RootContext) -> TemplateLibrary {
    let fields = RootContext.shared.compactMap { RootContext.fields.position(of: $0) }
    var library = self
    library.layouts = layouts.mapValues { program in
      var folder = TemplateFolder(program, root: .object(root), fields: Set(fields))
      return folder.folded(contexts: 2)
    }
    return library
  }

  func program(of partial: SharedPartial) -> TemplateProgram {
    partials[partial] ?? TemplateProgram()
  }
}
