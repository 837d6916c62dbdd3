import Foundation
import Related
import TestSupport

/// A post of a publication whose editors linked posts by hand.
struct JudgedPost: Decodable {
  var id: String
  /// YYYY-MM-DD.
  var date: String
  var title: String
  var summary: String
  var body: String
  var tags: [String]
  var authors: [String]
  /// The ids of the posts that it links to.
  var links: [String]
  var series: String?

  static func all() throws -> [JudgedPost] {
    let path = "\(ProjectFolder.path)/Tests/RelatedTests/Fixtures/18f.jsonl"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(JudgedPost.self, from: Data($0.utf8))
    }
  }

  var day: Int {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    var components = DateComponents(year: parts[0], month: parts[1], day: parts[2])
    components.timeZone = TimeZone(secondsFromGMT: 0)
    let date = Calendar(identifier: .gregorian).date(from: components)
    return Int(date?.timeIntervalSince1970 ?? 0)
  }

  func article(hidingTags: Bool) -> TestArticle {
    var article = TestArticle(id: id, date: day, title: title)
    article.facts.section = "posts"
    article.text.summary = summary
    article.text.body = body
    article.text.tags = hidingTags ? [] : tags
    article.text.authors = authors
    return article
  }
}
