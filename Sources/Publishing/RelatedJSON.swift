import Foundation
import Related

extension RelatedOverview {
  /// `{"ai/a.md": ["ai/b.md", …], …}`, best first.
  ///
  /// - Throws: Never in practice; the encoder's signature says otherwise.
  package func json() throws -> String {
    let lists = Dictionary(
      uniqueKeysWithValues: lists.enumerated().map { position, list in
        (source(position), list.map { source($0.document) })
      })
    return try encoded(lists)
  }

  /// The lists with the reason, score and cosine of each entry; of one article, or of all.
  ///
  /// - Throws: Never in practice; the encoder's signature says otherwise.
  package func jsonWithReasons(of position: Int? = nil) throws -> String {
    let positions = position.map { [$0] } ?? Array(lists.indices)
    let entries = positions.compactMap { position in
      index.explain(document: position).map { (source(position), ListJSON($0, source)) }
    }
    return try encoded(Dictionary(uniqueKeysWithValues: entries))
  }

  /// Why an article stands in another one's list, or does not.
  ///
  /// - Throws: Never in practice; the encoder's signature says otherwise.
  package func verdictJSON(on other: Int, under position: Int) throws -> String {
    var verdict = VerdictJSON(
      article: source(other), under: source(position), verdict: "",
      text: self.verdict(on: other, under: position))
    verdict.fill(index.whyNot(other, under: position), source)
    return try encoded(verdict)
  }

  private func encoded(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

/// A verdict in JSON; scores and cosines are numbers from 0 up.
private struct VerdictJSON: Encodable {
  var article: String
  var under: String
  var verdict: String
  var text: String
  var place: Int?
  var rank: Int?
  var score: Double?
  var cosine: Double?
  var tooLike: String?

  mutating func fill(_ verdict: RelatedVerdict?, _ source: (Int) -> String) {
    let million = 1_000_000.0
    switch verdict {
    case nil: self.verdict = "unknown"
    case .listed(let place): (self.verdict, self.place) = ("listed", place)
    case .itself: self.verdict = "itself"
    case .otherLanguage: self.verdict = "other-language"
    case .notCandidate: self.verdict = "not-recommended"
    case .translation: self.verdict = "translation"
    case .excluded: self.verdict = "excluded"
    case .sameStory(let cosine):
      (self.verdict, self.cosine) = ("same-story", Double(cosine) / million)
    case .tooAlike(let pick, let cosine):
      (self.verdict, tooLike, self.cosine) = ("too-alike", source(pick), Double(cosine) / million)
    case .notSimilar(let cosine):
      (self.verdict, self.cosine) = ("not-similar", Double(cosine) / million)
    case .outranked(let rank, let score, let cosine):
      (self.verdict, self.rank) = ("outranked", rank)
      (self.score, self.cosine) = (Double(score) / million, Double(cosine) / million)
    }
  }
}

/// An explanation in JSON; scores and cosines are numbers from 0 up.
private struct ListJSON: Encodable {
  struct Entry: Encodable {
    var article: String
    var reason: String
    var score: Double
    var cosine: Double
    var nearness: Double
    var daysApart: Int
    var sharedTags: [String]
    var terms: [Term]
  }

  struct Term: Encodable {
    var text: String
    var fields: [String]
    var share: Double
  }

  struct Dropped: Encodable {
    var article: String
    var cosine: Double
    var tooLike: String?
  }

  struct Next: Encodable {
    var article: String
    var score: Double
    var cosine: Double
  }

  var list: [Entry]
  var dropped: [Dropped]
  var next: [Next]

  init(_ explanation: RelatedExplanation, _ source: (Int) -> String) {
    let million = 1_000_000.0
    list = explanation.entries.map { entry in
      Entry(
        article: source(entry.pick.document), reason: entry.pick.reason.rawValue,
        score: Double(entry.pick.score) / million, cosine: Double(entry.pick.cosine) / million,
        nearness: Double(entry.nearness) / 1_000, daysApart: entry.daysApart,
        sharedTags: entry.sharedTags,
        terms: entry.terms.map {
          Term(
            text: $0.text, fields: $0.fields.map(\.rawValue), share: Double($0.share) / million)
        })
    }
    dropped = explanation.dropped.map {
      Dropped(
        article: source($0.document), cosine: Double($0.cosine) / million,
        tooLike: $0.pick.map(source))
    }
    next = explanation.next.map {
      Next(
        article: source($0.document), score: Double($0.score) / million,
        cosine: Double($0.cosine) / million)
    }
  }
}
