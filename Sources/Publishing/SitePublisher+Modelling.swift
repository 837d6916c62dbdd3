import Content
import Imaging
import Related
import SiteModel

extension SitePublisher {
  /// Makes the publication out of its parts.
  func model(_ content: ParsedContent, of project: Project) async -> Checked<Site> {
    var edition = SiteBuilder.Edition(
      now: project.timeZone.timestamp(secondsSince1970: options.now))
    edition.includesDrafts = options.includesDrafts
    edition.includesFuture = options.includesFuture
    edition.includesExpired = options.includesExpired
    let (sizes, problems) = await measurePictures(project.listing.files)
    let builder = SiteBuilder(
      configuration: project.configuration, edition: edition, pictureSizes: sizes)
    let (site, diagnostics) = builder.build(content)
    return Checked(value: site, diagnostics: problems + diagnostics)
  }

  /// The articles of "You May Also Like", for each article.
  func relate(_ site: Site) async -> Checked<RelatedLists> {
    let documents = site.articles.indices.map { RelatedDocument($0, of: site) }
    let index = await RelatedIndex(
      documents, options: RelatedOptions(site.configuration.related), jobs: options.jobs)
    let lists = await index.lists(jobs: options.jobs)
    return Checked(value: RelatedLists(lists))
  }

  private func measurePictures(
    _ files: [String]
  ) async -> (sizes: [String: PixelSize], diagnostics: [Diagnostic]) {
    let pictures = files.filter(PictureReader.isPicture)
    guard !pictures.isEmpty else { return ([:], []) }
    if let problem = PictureReader.problem {
      return ([:], [.warning(.contentImage, "the sizes of pictures are unknown: \(problem)")])
    }
    let root = options.source
    let sizes = await pictures.concurrentMap(jobs: options.jobs) { path in
      PictureReader.size(ofFile: "\(root)/\(path)")
    }
    var found: [String: PixelSize] = [:]
    var diagnostics: [Diagnostic] = []
    for (path, size) in zip(pictures, sizes) {
      if let size {
        found[String(path.dropFirst("Content/".count))] = PixelSize(
          width: size.width, height: size.height)
      } else {
        diagnostics.append(
          .warning(
            .contentImage, "the picture cannot be read",
            hint: "Open it in an image program and save it again.", at: Place(file: path)))
      }
    }
    return (found, diagnostics)
  }
}

/// The lists of "You May Also Like", as positions in ``Site/articles``.
struct RelatedLists: Sendable {
  var picks: [[RelatedPick]]

  init(_ picks: [[RelatedPick]]) {
    self.picks = picks
  }

  var articles: [[Int]] { picks.map { $0.map(\.document) } }
}

extension RelatedDocument {
  fileprivate init(_ index: Int, of site: Site) {
    let article = site.articles[index]
    let frontMatter = article.frontMatter
    self.init(
      id: article.source, language: frontMatter.language ?? site.configuration.language,
      date: article.date.secondsSince1970, title: article.title)
    summary = frontMatter.summary ?? ""
    body = article.body.plainText
    tags = site.terms(of: index).map(\.name)
    authors = article.authors.map { site.authors[$0].id }
    section = site.sections[article.section].name
    series = article.series.map {
      SeriesPart(name: site.series[$0].name, number: frontMatter.series?.part)
    }
    pins = article.pins
    excluded = article.excludedFromRelated
    let settings = site.configuration.related
    isCandidate =
      frontMatter.related.isListed && !article.isSponsored
      && !settings.excludedSections.contains(section)
      && !tags.contains(where: settings.excludedTags.contains)
  }
}

extension RelatedOptions {
  fileprivate init(_ settings: RelatedSettings) {
    self.init()
    count = settings.count
    halfLife = settings.halfLife
    minimumCosine = settings.minimumScore
    fallback =
      switch settings.fallback {
      case .section: .section
      case .site: .site
      case .none: .none
      }
  }
}
