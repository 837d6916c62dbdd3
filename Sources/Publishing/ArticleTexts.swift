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
  /// Gives those articles their texts whose pages or feeds have to be made.
  func complete(
    _ site: inout Site, for plan: OutputPlan, of project: Project
  ) async -> Checked<Void> {
    let missing = plan.articlesInFull.filter { [site] in site.articles[$0].body.isAbridged }
      .sorted()
    if missing.isEmpty { return Checked(value: ()) }
    let (bodies, changed) = await texts(of: missing, in: site, project)
    for (index, body) in zip(missing, bodies) { site.articles[index].body.takeText(of: body) }
    return Checked(value: (), diagnostics: changed.map(ArticleTexts.changedMeanwhile))
  }

  /// The complete bodies of articles, and the files that changed meanwhile.
  private func texts(
    of articles: [Int], in site: Site, _ project: Project
  ) async -> ([ArticleBody], changed: [String]) {
    let texts = ArticleTexts(of: site, reader, project)
    let bodies = await articles.concurrentMap(jobs: options.jobs) { texts.body(of: $0) }
    return (bodies, texts.changedFiles)
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
