import Content
import Related
import SiteModel
import Synchronization

/// The texts of articles, which are parsed again where a rebuild recalled only the rest of them.
///
/// A file that changed since it was looked at would give a publication that never was. Its text is
/// never used; the build fails in the end.
final class ArticleTexts: Sendable {
  private let site: Site
  private let reader: ContentReader
  private let parser: ContentParser
  /// Filled by several tasks at once.
  private let changed = Mutex<Set<String>>([])

  init(of site: Site, _ reader: ContentReader, _ project: Project) {
    self.site = site
    self.reader = reader
    parser = project.parser
  }

  /// Files that are not what they were when the build looked at them first.
  var changedFiles: [String] { changed.withLock { $0.sorted() } }

  /// The body of an article with its text.
  func body(of index: Int) -> ArticleBody {
    let article = site.articles[index]
    guard article.body.isAbridged else { return article.body }
    let path = "Content/\(article.source)"
    if case .success(let bytes) = reader.read(path),
      Fingerprint(of: bytes).value == article.body.digest,
      case .article(let document) = parser.parse(path, bytes).marked(article.body.digest).content
    {
      return document.body
    }
    changed.withLock { _ = $0.insert(path) }
    return article.body
  }

  func relatedText(of index: Int) -> RelatedText {
    RelatedText(index, of: site, body: body(of: index))
  }

  static func changedMeanwhile(_ file: String) -> Diagnostic {
    .error(
      .contentFile, "the file changed while the publication was being built",
      hint: "Build again.", at: Place(file: file))
  }
}

extension SitePublisher {
  /// The publication with the texts of some articles.
  func completed(
    _ site: Site, with wanted: Set<Int>, of project: Project
  ) async -> Checked<Site> {
    let missing = wanted.filter { site.articles[$0].body.isAbridged }.sorted()
    if missing.isEmpty { return Checked(value: site) }
    let texts = ArticleTexts(of: site, reader, project)
    let bodies = await missing.concurrentMap(jobs: options.jobs) { texts.body(of: $0) }
    var site = site
    for (index, body) in zip(missing, bodies) { site.articles[index].body.takeText(of: body) }
    return Checked(
      value: site, diagnostics: texts.changedFiles.map(ArticleTexts.changedMeanwhile))
  }
}

extension ArticleBody {
  /// What was found out about its links and shortcodes stays.
  fileprivate mutating func takeText(of other: ArticleBody) {
    html = other.html
    plainText = other.plainText
    isAbridged = other.isAbridged
  }
}
