/// How the lists of a whole site are, in figures.
package struct RelatedReport: Hashable, Sendable {
  /// An article and in how many lists it stands.
  package struct Recommended: Hashable, Sendable {
    package var document: Int
    package var lists: Int
  }

  /// Articles that may stand in lists.
  package var candidateCount = 0
  /// The share of them that stand in at least one, in thousandths.
  package var coverage = 0
  /// Those that stand in none.
  package var orphans: [Int] = []
  /// Those that stand in the most lists, at most ten.
  package var mostRecommended: [Recommended] = []
  /// How unevenly places are shared out: 0 all alike, 1000 all to one.
  package var gini = 0
  /// The share of places filled by nearness in time alone, in thousandths.
  package var fallbackShare = 0
  package var emptyLists = 0
  package var shortLists = 0

  package init(_ lists: [[RelatedPick]], of documents: [RelatedDocument], count: Int) {
    var places = [Int](repeating: 0, count: documents.count)
    var fallbacks = 0
    for pick in lists.joined() {
      places[pick.document] += 1
      if pick.reason == .section || pick.reason == .site { fallbacks += 1 }
    }
    let candidates = documents.indices.filter { documents[$0].isCandidate }
    let total = places.reduce(0, +)
    candidateCount = candidates.count
    orphans = candidates.filter { places[$0] == 0 }
    coverage = Self.thousandths(candidates.count - orphans.count, of: candidates.count)
    mostRecommended = Self.most(places, documents)
    gini = Self.gini(candidates.map { places[$0] }.sorted())
    fallbackShare = Self.thousandths(fallbacks, of: total)
    emptyLists = lists.count(where: \.isEmpty)
    shortLists = lists.count { $0.count < count }
  }
}

extension RelatedReport {
  private static func thousandths(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : part * 1000 / whole
  }

  private static func most(_ places: [Int], _ documents: [RelatedDocument]) -> [Recommended] {
    // Few of thousands stand in as many lists as the tenth, and only those need be compared.
    let least = max(1, places.sorted(by: >).prefix(10).last ?? 1)
    return places.indices.filter { places[$0] >= least }
      .sorted { (places[$1], documents[$0].id) < (places[$0], documents[$1].id) }
      .prefix(10)
      .map { Recommended(document: $0, lists: places[$0]) }
  }

  /// Of places in ascending order.
  private static func gini(_ places: [Int]) -> Int {
    let total = places.reduce(0, +)
    guard total > 0 else { return 0 }
    let weighted = zip(1..., places).reduce(0) { $0 + $1.0 * $1.1 }
    return (2000 * weighted - 1000 * (places.count + 1) * total) / (places.count * total)
  }
}

extension RelatedIndex {
  /// How the lists of all documents are.
  package func report() -> RelatedReport {
    RelatedReport(lists, of: documents, count: languages.first?.options.count ?? 0)
  }
}
