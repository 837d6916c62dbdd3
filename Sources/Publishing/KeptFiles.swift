import Content
import SiteModel

/// What Markdown files said, for a process that builds again.
///
/// An array that is handed on costs nothing, however many files there are; a dictionary would be made
/// anew by every build.
struct KeptFiles: Sendable {
  static let none = KeptFiles([])

  /// Sorted by path.
  private let files: [RecalledFile]

  /// Takes files that are sorted by path, without the texts of those that were just parsed, which are
  /// too much to keep.
  init(_ files: [RecalledFile]) {
    var files = files
    for index in files.indices where !files[index].isKnown {
      files[index].file = files[index].file.abridged
    }
    self.files = files
  }

  /// What a file says, if it is known and has not changed.
  func file(of record: SourceRecord) -> ParsedFile? {
    let place = files.partitioningIndex { $0.path >= record.path }
    guard place < files.count, files[place].path == record.path,
      files[place].record?.digest == record.digest
    else { return nil }
    return files[place].file
  }

  /// What took the place of articles that are kept here; nil if anything else may have changed.
  func revisions(in others: [RecalledFile]) -> [ArticleRevision]? {
    guard files.count == others.count else { return nil }
    var revisions: [ArticleRevision] = []
    for index in files.indices {
      guard files[index].path == others[index].path, let digest = files[index].record?.digest,
        let other = others[index].record?.digest
      else { return nil }
      if digest == other { continue }
      guard case .article(let old) = files[index].file.content,
        case .article(let new) = others[index].file.content,
        let revision = ArticleRevision(from: old, to: new)
      else { return nil }
      revisions.append(revision)
    }
    return revisions
  }
}

extension ParsedFile {
  /// The same without the text of an article.
  fileprivate var abridged: ParsedFile {
    guard case .article(var document) = content else { return self }
    document.body = document.body.abridged
    return ParsedFile(content: .article(document), diagnostics: diagnostics)
  }
}
