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
  var theme: ThemeFiles
  /// What `Templates/shortcodes/` declares.
  var shortcodes = ShortcodeCatalog()
  var digests: ProjectDigests
}

extension SitePublisher {
  /// Reads the configuration and the theme, and lists the content.
  func readProject(_ listing: SourceListing) -> Checked<Project> {
    var diagnostics: [Diagnostic] = []
    var digest = Fingerprint("configuration")
    let configuration = readConfiguration(&diagnostics, &digest)
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
    let named = themeTemplates.map(named)
    let digests = ProjectDigests(configuration: digest, templates: templates, assets: assets)
    let theme = remembering(\.theme, for: digests) {
      ThemeFiles(named, assets: assets, configuration)
    }
    let project = Project(
      configuration: configuration,
      timeZone: SiteTimeZone(identifier: configuration.timeZone) ?? .utc, listing: listing,
      templates: named, assets: assets, theme: theme, shortcodes: shortcodes, digests: digests)
    let bytes = templates.reduce(assets.values.reduce(0) { $0 + $1.count }) { $0 + $1.bytes.count }
    return Checked(value: project, diagnostics: diagnostics, bytes: bytes)
  }

  /// Parses the articles and pages, and looks at the pictures, as far as they are not known; nil if
  /// an article takes longer than it may.
  func parse(_ project: Project, recalling cache: BuildCache) async -> Checked<ParsedSources?> {
    let listing = project.listing
    let parser = project.parser
    let watch = ArticleWatch(limit: project.configuration.limits.article, stopwatch: stopwatch)
    let kept = memory?.files[project.digests.parser] ?? .none
    let recaller = SourceRecaller(reader, cache, kept, parserDigest: project.digests.parser) {
      [tally] path, bytes in
      let (file, time) = watch.watching(path) { parser.parse(path, bytes) }
      tally?.add(.article, path, time: time, bytes: bytes.count)
      return file
    }
    // Loading libvips takes as long as parsing hundreds of texts, and one thread.
    async let early = options.jobs > 1 ? inspectPictures(in: listing, recalling: cache) : nil
    let parsed: [RecalledFile]
    switch await watch.run({ [options] in
      await listing.documents.concurrentMap(jobs: options.jobs) { path in
        recaller.parse(path, listing.stamps[path])
      }
    }) {
    case .failure(let article): return Checked(value: nil, diagnostics: [article.diagnostic])
    case .success(let files): parsed = files
    }
    let diagnostics = parsed.lazy.map { $0.file }.diagnostics()
    let documents = parsed.compactMap(\.record)
    memory?.files.keep(KeptFiles(parsed), for: project.digests.parser)
    let pictures =
      if let inspected = await early {
        inspected
      } else {
        await inspectPictures(in: listing, recalling: cache)
      }
    let records = records(documents, pictures.value.records, of: listing)
    let sources = ParsedSources(
      parsed, pictures: pictures.value, records: records, parserDigest: project.digests.parser)
    return Checked(
      value: sources, diagnostics: diagnostics + pictures.diagnostics,
      bytes: tally?.bytes(of: .article) ?? 0)
  }

  /// What this process kept of its last build for a key, or else what is made now.
  func remembering<Key, Value>(
    _ part: KeyPath<BuildMemory, Kept<Key, Value>>, for key: Key, orMake make: () -> Value
  ) -> Value {
    memory?[keyPath: part].value(for: key, orMake: make) ?? make()
  }

  /// How severe the findings are that the publication may choose about.
  func checks(of project: Project) -> CheckSettings {
    options.isChecked ? project.configuration.check : project.configuration.check.withoutLint
  }

  /// A record of every file that the project has.
  private func records(
    _ documents: [SourceRecord], _ pictures: [SourceRecord], of listing: SourceListing
  ) -> [SourceRecord] {
    var others =
      listing.files + listing.templates + listing.assets + [ContentReader.configurationPath]
    // One that could not be read has no record yet.
    if documents.count < listing.documents.count { others += listing.documents }
    let known = Set((documents.count < listing.documents.count ? documents : []).map(\.path))
      .union(pictures.map(\.path))
    var records = documents
    records.reserveCapacity(documents.count + pictures.count + others.count)
    records += pictures
    for path in others where !known.contains(path) {
      if let stamp = listing.stamps[path] {
        records.append(SourceRecord(path: path, stamp: stamp))
      }
    }
    records.sort { $0.path < $1.path }
    return records
  }

  /// Reads the configuration, and adds to a digest what it depends on.
  func readConfiguration(
    _ diagnostics: inout [Diagnostic], _ digest: inout Fingerprint
  ) -> SiteConfiguration {
    digest.add(options.environment)
    digest.add(options.baseURL?.absolute(Permalink("/")))
    digest.add(options.hosting?.rawValue)
    var configuration = SiteConfiguration()
    switch reader.readConfiguration() {
    case .success(let bytes):
      digest.add(bytes[...])
      let (parsed, problems) = ConfigurationParser.parse(bytes, environment: options.environment)
      configuration = parsed
      diagnostics += problems
    case .failure(let failure): diagnostics.append(failure.diagnostic)
    }
    if let baseURL = options.baseURL { configuration.baseURL = baseURL }
    if let hosting = options.hosting { configuration.hosting = hosting }
    if options.isPrecompressed { configuration.isPrecompressed = true }
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

extension Project {
  var parser: ContentParser {
    ContentParser(configuration: configuration, timeZone: timeZone, shortcodes: shortcodes)
  }
}
