import Related
import SiteModel

extension RelatedOverview {
  /// All lists, for people.
  package func text() -> String {
    lists.enumerated().map { position, list in
      ([source(position)] + list.map { "  \(padded($0.reason.rawValue, 8)) \(source($0.document))" })
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The list of one article with its reasons.
  package func explanation(of position: Int) -> String {
    guard let explanation = index.explain(document: position) else { return "" }
    let article = site.articles[position]
    var lines = [
      article.title,
      "\(explanation.language): \(explanation.articleCount) articles, terms weighed by the first "
        + "\(explanation.milestone), at most \(explanation.termLimit) terms for each article",
    ]
    for (place, entry) in explanation.entries.enumerated() {
      lines.append(line(place + 1, entry.pick))
      lines.append("     \(reasons(for: entry))")
      if !entry.terms.isEmpty { lines.append("     \(terms(entry.terms))") }
    }
    lines += explanation.dropped.map { dropped in
      let reason =
        dropped.pick.map { "too like \(source($0))" } ?? "tells the same story"
      return "dropped: \(source(dropped.document)): \(reason), cosine \(decimal(dropped.cosine))"
    }
    let first = explanation.entries.count + 1
    lines += explanation.next.prefix(4).enumerated().map { "next: \(line(first + $0, $1))" }
    return lines.joined(separator: "\n")
  }

  /// Why an article stands in another one's list, or does not.
  package func verdict(on other: Int, under position: Int) -> String {
    let name = source(other)
    switch index.whyNot(other, under: position) {
    case nil: return "\(name) cannot be compared."
    case .listed(let place): return "\(name) is in the list, at place \(place)."
    case .itself: return "An article is never recommended under itself."
    case .otherLanguage: return "\(name) is in another language."
    case .notCandidate:
      return "\(name) is in no list: it is sponsored, says related: false, or its tags or section "
        + "are left out in sitegen.yaml."
    case .translation: return "\(name) is a translation of this article."
    case .excluded: return "This article's front matter excludes \(name)."
    case .sameStory(let cosine):
      return "\(name) tells the same story (cosine \(decimal(cosine)))."
    case .tooAlike(let pick, let cosine):
      return
        "\(name) is too like \(source(pick)), which is in the list (cosine \(decimal(cosine)))."
    case .notSimilar(let cosine):
      return "\(name) is not similar enough (cosine \(decimal(cosine)))."
    case .outranked(let rank, let score, let cosine):
      return "\(name) has rank \(rank) (score \(decimal(score)), cosine \(decimal(cosine)))."
    }
  }
}

extension RelatedOverview {
  private func line(_ place: Int, _ pick: RelatedPick) -> String {
    let article = site.articles[pick.document]
    let date = article.date.civil.date.iso8601
    let headline = "\(date)  \(article.title)  [\(article.source)]"
    return "\(padded(String(place), 3)) \(decimal(pick.score))  \(headline)"
  }

  private func reasons(for entry: RelatedExplanation.Entry) -> String {
    var parts = [
      entry.pick.reason.rawValue, "cosine \(decimal(entry.pick.cosine))",
      "nearness x\(decimal(entry.nearness * 1_000)) (\(entry.daysApart) days)",
    ]
    if !entry.sharedTags.isEmpty {
      parts.append("tags in common: \(entry.sharedTags.joined(separator: ", "))")
    }
    return parts.joined(separator: ", ")
  }

  private func terms(_ terms: [RelatedExplanation.SharedTerm]) -> String {
    terms.map { term in
      let fields = term.fields.map(\.rawValue).joined(separator: ", ")
      return "\(term.text) \(decimal(term.share)) (\(fields))"
    }.joined(separator: "; ")
  }

  /// Millionths as a decimal number with three places.
  private func decimal(_ millionths: Int) -> String {
    let thousandths = (millionths + 500) / 1_000
    let digits = String(thousandths % 1_000)
    let zeros = String(repeating: "0", count: 3 - digits.count)
    return "\(thousandths / 1_000).\(zeros)\(digits)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
