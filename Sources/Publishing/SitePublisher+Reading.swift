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
    let project = Project(
      configuration: configuration,
      timeZone: SiteTimeZone(identifier: configuration.timeZone) ?? .utc, listing: listing,
      templates: templates.map(named), assets: assets)
    let bytes = templates.reduce(assets.values.reduce(0) { $0 + $1.count }) { $0 + $1.bytes.count }
    return Checked(value: project, diagnostics: diagnostics, bytes: bytes)
  }

  /// Reads and parses the articles and pages; nil if one of them takes longer than it may.
  func parse(_ project: Project) async -> Checked<ParsedContent?> {
    let parser = ContentParser(configuration: project.configuration, timeZone: project.timeZone)
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

  /// Partials are named without their folder: `{{> card}}` is `Templates/partials/card.mustache`.
  private func named(_ source: Content.TemplateSource) -> Rendering.TemplateSource {
    let folder = "partials/"
    let name =
      source.name.hasPrefix(folder) ? String(source.name.dropFirst(folder.count)) : source.name
    return Rendering.TemplateSource(
      name: name, path: source.path, text: String(decoding: source.bytes, as: UTF8.self))
  }
}
