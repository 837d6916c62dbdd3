/// Chooses from the similar articles those that are not too like one another.
///
/// Maximal marginal relevance: each pick has the most of nine tenths of its score less one tenth
/// of its cosine with the nearest earlier pick. Candidates are compared from the best down and only
/// as far as one could still win, so the pool has no edge over which a new article could push one.
struct VarietySelection {
  /// A candidate that was left out for being too like a pick.
  struct Alike: Hashable {
    var candidate: SimilarityScan.Candidate
    var pick: Int
    var cosine: Int
  }

  private(set) var picks: [SimilarityScan.Candidate] = []
  private(set) var alike: [Alike] = []
  /// The least value with which a candidate was picked; zero if they ran out.
  private(set) var leastValue = 0
  private let index: LanguageIndex
  private let pools: CandidatePools
  private var entries: [Entry] = []
  private var tables: [WeightTable] = []
  private var chosen: [Int] = []
  private var fetched = CacheLines()

  init(_ index: LanguageIndex, _ pools: CandidatePools) {
    self.index = index
    self.pools = pools
  }

  /// Chooses `count` articles that go with those that a list has already.
  mutating func choose(
    _ count: Int, for list: RelatedFinder.Finding, from scan: inout SimilarityScan
  ) {
    picks.removeAll(keepingCapacity: true)
    alike.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    chosen.removeAll(keepingCapacity: true)
    chosen.append(contentsOf: list.positions)
    leastValue = .max
    guard count > 0 else { return }
    var limit = RelatedOptions.poolSize
    var strongest = pools.candidates(of: list.position, index) ?? scan.strongest(limit, for: list)
    add(strongest)
    while picks.count < count {
      let (best, isCertain) = best()
      if !isCertain, strongest.count == limit {
        let known = limit
        limit *= 4
        strongest = scan.strongest(limit, for: list)
        add(strongest.dropFirst(known))
        continue
      }
      guard let best else {
        leastValue = 0
        return
      }
      leastValue = min(leastValue, max(value(best), 0))
      entries[best].isOut = true
      picks.append(entries[best].candidate)
      chosen.append(entries[best].candidate.position)
    }
  }
}

extension VarietySelection {
  /// The best candidates that were not picked.
  func next(_ count: Int) -> [SimilarityScan.Candidate] {
    entries.lazy.filter { !$0.isOut }.prefix(count).map(\.candidate)
  }

  private struct Entry {
    var candidate: SimilarityScan.Candidate
    /// The highest cosine with those chosen so far.
    var likeness = 0
    /// With how many of them it has been compared.
    var compared = 0
    /// Picked, or too like a pick.
    var isOut = false
  }

  private mutating func add(_ candidates: some Sequence<SimilarityScan.Candidate>) {
    for candidate in candidates where !chosen.contains(candidate.position) {
      entries.append(Entry(candidate: candidate))
    }
  }

  /// The entry with the most value, and whether none beyond the pool can have more.
  private mutating func best() -> (Int?, Bool) {
    let relevance = RelatedOptions.relevanceTenths
    var best: Int?
    var most = Int.min
    for place in entries.indices where !entries[place].isOut {
      if entries[place].candidate.score * relevance <= most { return (best, true) }
      compare(place, most: most)
      if !entries[place].isOut, value(place) > most { (best, most) = (place, value(place)) }
    }
    return (best, false)
  }

  private func value(_ place: Int) -> Int {
    let entry = entries[place]
    let relevance = RelatedOptions.relevanceTenths
    return entry.candidate.score * relevance - entry.likeness * (10 - relevance)
  }

  /// Compares an entry with those chosen, as long as it can have more value than `most`.
  private mutating func compare(_ place: Int, most: Int) {
    let position = entries[place].candidate.position
    while entries[place].compared < chosen.count, value(place) > most {
      let other = entries[place].compared
      let cosine = cosine(position, withChosen: other)
      entries[place].compared += 1
      entries[place].likeness = max(entries[place].likeness, cosine)
      guard cosine > index.options.tooAlike else { continue }
      entries[place].isOut = true
      alike.append(
        Alike(candidate: entries[place].candidate, pick: chosen[other], cosine: cosine))
      return
    }
  }
}

extension SimilarityScan {
  fileprivate mutating func strongest(
    _ limit: Int, for list: RelatedFinder.Finding
  ) -> [Candidate] {
    read(list.position)
    return strongest(limit) { list.barred.contains($0) }
  }
}

extension VarietySelection {
  private mutating func cosine(_ position: Int, withChosen place: Int) -> Int {
    if let known = pools.cosine(chosen[place], position) { return known }
    fetch(position)
    while tables.count <= place {
      tables.append(WeightTable())
    }
    tables[place].load(chosen[place], of: index)
    return tables[place].cosine(position, of: index)
  }

  private mutating func fetch(_ position: Int) {
    let range = index.vectors.rare.range(position)
    fetched.fetch(index.vectors.rare.terms, range)
    fetched.fetch(index.vectors.rare.weights, range)
  }
}

extension RelatedOptions {
  /// How many candidates are looked at first.
  static let poolSize = 32
  /// The share of likeness to the article, against variety among the picks.
  static let relevanceTenths = 9
  /// The cosine above which two articles tell the same story.
  var sameStory: Int { TermVectors.cosineUnit * 9 / 10 }
  /// The cosine above which two articles do not stand in one list.
  var tooAlike: Int { TermVectors.cosineUnit * 8 / 10 }
}
