import Markdown
package import SiteModel

/// Parses the Markdown files of `Content/`, each by itself and in any order.
package struct ContentParser: Sendable {
  private let timeZone: SiteTimeZone
  private let taxonomies: Set<String>
  private let allowsRawHTML: Bool
  private let hasSmartPunctuation: Bool
  private let shortcodes: ShortcodeCatalog
  private let keepsUnknownShortcodes: Bool
  private let embeds: EmbedSettings
  private let ownHost: String?

  package init(
    configuration: SiteConfiguration, timeZone: SiteTimeZone,
    shortcodes: ShortcodeCatalog = ShortcodeCatalog()
  ) {
    self.timeZone = timeZone
    taxonomies = Set(configuration.taxonomies.map(\.name)).subtracting(["tags"])
    allowsRawHTML = configuration.markdown.allowsRawHTML
    hasSmartPunctuation = configuration.markdown.hasSmartPunctuation
    self.shortcodes = shortcodes
    keepsUnknownShortcodes = configuration.shortcodes.unknown == .keep
    embeds = configuration.embeds
    ownHost = FrameAddress(configuration.baseURL.origin)?.host
  }

  /// Parses one file; its path is relative to the project: `Content/ai/llm-chips.md`.
  package func parse(_ path: String, _ bytes: [UInt8]) -> ParsedFile {
    if let problem = TextEncoding.problem(in: bytes, file: path) {
      return ParsedFile(content: .nothing, diagnostics: [problem])
    }
    let folder = ContentPath.contentFolder
    let location = ContentPath(
      path.hasPrefix(folder) ? String(Substring(path.utf8.dropFirst(folder.utf8.count))) : path)
    switch location.kind {
    case .folderIndex:
      return ParsedFile(content: .nothing)
    case .rootIndex:
      return ParsedFile(content: .nothing, diagnostics: [ContentMessage.unusedHomeText(path)])
    case .article, .standingPage, .sectionPage, .author:
      break
    }
    switch FrontMatterSource.read(bytes, file: path) {
    case .failure(let failure):
      return ParsedFile(content: .nothing, diagnostics: [failure.diagnostic])
    case .success(let source):
      return location.kind == .author
        ? author(source, location, path) : document(source, location, path)
    }
  }
}

extension ContentParser {
  private func document(
    _ source: FrontMatterSource, _ location: ContentPath, _ path: String
  ) -> ParsedFile {
    var (matter, diagnostics) = FrontMatterReader.read(
      source.entries, taxonomies: taxonomies, timeZone: timeZone)
    diagnostics = source.diagnostics + diagnostics
    var name = location.name
    if location.kind == .article {
      let dated = DatedName(name)
      name = dated.name
      if matter.places["date"] == nil, let date = dated.date {
        matter.date = try? timeZone.timestamp(parsing: date).get()  // A date by construction.
      }
    }
    if matter.title.isEmpty {
      matter.title = titleCased(name)
      if location.kind == .article, name != location.name {
        diagnostics.append(ContentMessage.titleFromName(matter.title, source.start(path)))
      } else if location.kind != .sectionPage {
        diagnostics.append(ContentMessage.lacksTitle(source.start(path)))
      }
    }
    if location.kind == .article, matter.date == nil {
      if matter.places["date"] == nil {
        diagnostics.append(ContentMessage.lacksDate(source.start(path)))
      }
      return ParsedFile(content: .nothing, diagnostics: diagnostics)
    }
    let body = render(source, path, matter, &diagnostics)
    let document = ParsedDocument(
      source: location.source, name: name, frontMatter: matter, body: body)
    let content: ParsedFile.Content =
      switch location.kind {
      case .article: .article(document)
      case .sectionPage: .section(document)
      default: .page(document)
      }
    return ParsedFile(content: content, diagnostics: diagnostics)
  }

  private func author(
    _ source: FrontMatterSource, _ location: ContentPath, _ path: String
  ) -> ParsedFile {
    var (author, diagnostics) = AuthorReader.read(
      source.entries, location, at: source.start(path))
    diagnostics = source.diagnostics + diagnostics
    author.body = render(source, path, FrontMatter(), &diagnostics)
    return ParsedFile(content: .author(author), diagnostics: diagnostics)
  }

  /// Renders the text; what others than the newsroom wrote never brings raw HTML (E-9).
  private func render(
    _ source: FrontMatterSource, _ path: String, _ matter: FrontMatter,
    _ diagnostics: inout [Diagnostic]
  ) -> ArticleBody {
    let isSubmitted = matter.submission != nil
    let isSponsored = matter.kind == .sponsored || matter.sponsor != nil
    var options = MarkdownOptions()
    options.allowsRawHTML = allowsRawHTML && !isSubmitted
    options.hasSmartPunctuation = hasSmartPunctuation
    options.shortcodes = shortcodes
    options.keepsUnknownShortcodes = keepsUnknownShortcodes
    options.embeds = embeds
    options.ownHost = ownHost
    options.externalLinkRelation =
      isSponsored ? "sponsored nofollow" : isSubmitted ? "ugc nofollow" : nil
    let renderer = MarkdownRenderer(options: options)
    let rendered = renderer.render(source.body, file: path, firstLine: source.bodyLine)
    diagnostics += rendered.diagnostics.map { diagnostic in
      isSubmitted ? ContentMessage.aboutSubmission(diagnostic) : diagnostic
    }
    return rendered.body
  }
}
