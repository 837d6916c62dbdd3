import SiteModel
import Syndication
import Testing

/// A publication made in code, for tests to change before it is built.
struct SampleSite {
  var configuration = SiteConfiguration()
  var content = ParsedContent()
  var pictures: [String: PictureFile] = [:]

  init(baseURL: String = "https://news.example") {
    configuration.title = "The Daily Chip"
    configuration.description = "News about computers."
    configuration.baseURL = BaseURL(baseURL) ?? BaseURL(origin: "https://wrong.example", path: "")
  }

  /// Adds an article of 18 March 2025, 14:20 in New York, unless `change` says otherwise.
  mutating func add(
    _ source: String, title: String = "A headline", html: String = "<p>Text.</p>",
    _ change: (inout ParsedDocument) -> Void = { _ in }
  ) {
    var document = document(source, title, html)
    document.frontMatter.date = Timestamp(day: 18, hour: 14, minute: 20)
    change(&document)
    content.articles.append(document)
  }

  /// Adds a standing page.
  mutating func addPage(_ name: String, _ change: (inout ParsedDocument) -> Void = { _ in }) {
    var document = document("pages/\(name).md", "Page \(name)", "<p>Page.</p>")
    change(&document)
    content.pages.append(document)
  }

  mutating func addAuthor(
    _ id: String, name: String, _ change: (inout ParsedAuthor) -> Void = { _ in }
  ) {
    var author = ParsedAuthor(source: "authors/\(id).md", id: id, name: name, body: ArticleBody())
    change(&author)
    content.hasAuthorProfiles = true
    content.authors.append(author)
  }

  /// Adds a picture file and returns its path as covers name it, from the root of `Content/`.
  ///
  /// It is published as it is, like an animation.
  mutating func addPicture(_ path: String, size: PixelSize? = nil) -> String {
    content.files.append(path)
    pictures[path] = PictureFile(size: size)
    return "/\(path)"
  }

  /// The publication as of 1 January 2026.
  func build() throws -> Site {
    let edition = SiteBuilder.Edition(now: Timestamp(secondsSince1970: 1_767_225_600))
    let builder = SiteBuilder(
      configuration: configuration, edition: edition, pictures: pictures)
    let (site, diagnostics) = builder.build(content)
    try #require(!diagnostics.hasErrors, "\(diagnostics.map(\.summary))")
    return site
  }

  private func document(_ source: String, _ title: String, _ html: String) -> ParsedDocument {
    var frontMatter = FrontMatter()
    frontMatter.title = title
    var body = ArticleBody()
    body.html = Array(html.utf8)
    let name = source.split(separator: "/").last.map { String($0.dropLast(3)) } ?? source
    return ParsedDocument(source: source, name: name, frontMatter: frontMatter, body: body)
  }
}

extension Timestamp {
  /// A time of March 2025 in New York.
  init(day: Int, hour: Int = 9, minute: Int = 0) {
    let date = CivilDate(year: 2025, month: 3, day: day)
    self.init(
      CivilTime(date: date, secondOfDay: hour * 3_600 + minute * 60), utcOffset: -4 * 3_600)
  }
}

extension Located<String> {
  init(_ value: String) {
    self.init(value, at: Place(file: "test"))
  }
}

/// Everything that is written beside the pages, by path.
func machineFiles(of site: Site) -> [String: [UInt8]] {
  let machine = MachineFiles(site: site)
  let texts = site.articles.indices.map { ($0, FeedTexts.text(of: $0, in: site)) }
  let writer = FeedWriter(site: site, texts: FeedTexts(Dictionary(uniqueKeysWithValues: texts)))
  var files = Dictionary(
    uniqueKeysWithValues: machine.otherFiles().map { ($0.permalink.path, $0.bytes) })
  for feed in site.feedPlans { files[feed.permalink.path] = writer.bytes(of: feed) }
  return files
}

/// The text of one of the files, which must be there.
func text(of path: String, in site: Site) throws -> String {
  let files = machineFiles(of: site)
  let bytes = try #require(files[path])
  return try #require(String(validating: bytes, as: UTF8.self))
}
