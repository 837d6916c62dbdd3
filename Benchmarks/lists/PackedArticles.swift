import BenchmarkPublication
import Foundation
import Related
import SiteModel

/// What the articles of a publication say, in one file, and where each text stands in another.
struct PackedArticles: Sendable {
  private struct Entry: Codable {
    var id: String
    var section: String
    var date: Int
    var title: String
    var summary: String
    var tags: [String]
    var authors: [String]
    /// Where the body ends; it starts where the one before it ends.
    var end: Int
  }

  let documents: [RelatedDocument]
  private let entries: [Entry]
  private let file: Int32

  init(_ path: String) throws {
    let data = try Data(contentsOf: URL(filePath: path + ".json"))
    entries = try JSONDecoder().decode([Entry].self, from: data)
    documents = entries.enumerated().map { number, entry in
      var document = RelatedDocument(id: entry.id, language: "en", date: entry.date)
      document.section = entry.section
      document.digest = UInt64(number)
      return document
    }
    file = open(path, O_RDONLY)
  }

  func text(of position: Int) -> RelatedText {
    let entry = entries[position]
    let start = position == 0 ? 0 : entries[position - 1].end
    var text = RelatedText(title: entry.title)
    text.summary = entry.summary
    text.body = String(unsafeUninitializedCapacity: entry.end - start) {
      pread(file, $0.baseAddress, entry.end - start, off_t(start))
    }
    text.tags = entry.tags
    text.authors = entry.authors
    return text
  }

  static func pack(folder: String, to path: String) throws {
    let site = ReadPublication(folder).site
    var bodies = Data()
    // The newest last, so that one more is a new one.
    let entries = site.articles.indices.reversed().map { index in
      let article = site.articles[index]
      bodies.append(contentsOf: article.body.plainText.utf8)
      return Entry(
        id: article.source, section: site.sections[article.section].name,
        date: article.date.secondsSince1970, title: article.title,
        summary: article.frontMatter.summary ?? "", tags: site.terms(of: index).map(\.name),
        authors: article.authors.map { site.authors[$0].id }, end: bodies.count)
    }
    try bodies.write(to: URL(filePath: path))
    try JSONEncoder().encode(entries).write(to: URL(filePath: path + ".json"))
  }
}
