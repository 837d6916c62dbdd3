import Content
import Rendering
import SiteModel

/// What was read of a project, apart from its articles.
struct Project: Sendable {
  var configuration: SiteConfiguration
  var timeZone: SiteTimeZone
  var listing: SourceListing
  var templates: [Rendering.TemplateSource]
  /// The files of `Templates/assets/`, by path below it.
  var assets: [String: [UInt8]]
  /// What `Templates/shortcodes/` declares.
  var shortcodes = ShortcodeCatalog()
}

extension SitePublisher {
  /// Reads the configuration and the theme, and lists the content.
  func readProject() -> Checked<Project> {
    var diagnostics: [Diagnostic] = []
    let configuration = readConfiguration(&diagnostics)
    let listing = reader.list()
    diagnostics += listing.diagnostics
    let (templates, templateDiagnostics) = reader.readTemplates(listing)
    diagnostics += templateDiagnostics
    var assets: [String: [UInt8]] = [:]
    for path in listing.assets {
      switch reader.read(path) {
      case .success(let bytes): assets[String(path.dropFirst("Templates/assets/".count))] = bytes
      case .failure(let failure): diagnostics.append(failure.diagnostic)
      }
    }
    let (shortcodes, themeTemplates) = readShortcodes(templates, &diagnostics)
    let project = Project(
      configuration: configuration,
      timeZone: SiteTimeZone(identifier: configuration.timeZone) ?? .utc, listing: listing,
      templates: themeTemplates.map(named), assets: assets, shortcodes: shortcodes)
    let bytes = templates.reduce(assets.values.reduce(0) { $0 + $1.count }) { $0 + $1.bytes.count }
    return Checked(value: project, diagnostics: diagnostics, bytes: bytes)
  }

  /// Reads and parses the articles and pages; nil if one of them takes longer than it may.
  func parse(_ project: Project) async -> Checked<ParsedContent?> {
    let parser = ContentParser(
      configuration: project.configuration, timeZone: project.timeZone,
      shortcodes: project.shortcodes)
    let watch = ArticleWatch(limit: project.configuration.limits.article, stopwatch: stopwatch)
    let files = await watch.run { [reader, options, tally] in
      await project.listing.documents.concurrentMap(jobs: options.jobs) { path in
        switch reader.read(path) {
        case .success(let bytes):
          let (file, time) = watch.watching(path) { parser.parse(path, bytes) }
          tally?.add(.article, path, time: time, bytes: bytes.count)
          return file
        case .failure(let failure):
          return ParsedFile(content: .nothing, diagnostics: [failure.diagnostic])
        }
      }
    }
    switch files {
    case .failure(let article): return Checked(value: nil, diagnostics: [article.diagnostic])
    case .success(let files):
      let (content, diagnostics) = ParsedContent.gathering(files, listing: project.listing)
      return Checked(
        value: content, diagnostics: diagnostics, bytes: tally?.bytes(of: .article) ?? 0)
    }
  }

  private func readConfiguration(_ diagnostics: inout [Diagnostic]) -> SiteConfiguration {
    var configuration = SiteConfiguration()
    switch reader.readConfiguration() {
    case .success(let bytes):
      let (parsed, problems) = ConfigurationParser.parse(bytes, environment: options.environment)
      configuration = parsed
      diagnostics += problems
    case .failure(let failure): diagnostics.append(failure.diagnostic)
    }
    if let baseURL = options.baseURL { configuration.baseURL = baseURL }
    return configuration
  }

  /// Takes the heads of the shortcodes' templates off and reads them.
  private func readShortcodes(
    _ templates: [Content.TemplateSource], _ diagnostics: inout [Diagnostic]
  ) -> (ShortcodeCatalog, [Content.TemplateSource]) {
    var declarations: [ShortcodeDeclaration] = []
    let templates = templates.map { source in
      guard source.name.hasPrefix(ShortcodeReader.folder) else { return source }
      let parsed = ShortcodeReader.read(source)
      declarations.append(parsed.declaration)
      diagnostics += parsed.diagnostics
      return parsed.template
    }
    return (ShortcodeCatalog(declarations), templates)
  }

  /// Partials are named without their folder: `{{> card}}` is `Templates/partials/card.mustache`.
  private func named(_ source: Content.TemplateSource) -> Rendering.TemplateSource {
    let folder = "partials/"
    let name =
      source.name.hasPrefix(folder) ? String(source.name.dropFirst(folder.count)) : source.name
    return Rendering.TemplateSource(
      name: name, path: source.path, text: String(decoding: source.bytes, as: UTF8.self))
  }
}
