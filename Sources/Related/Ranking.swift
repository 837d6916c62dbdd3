/// The best candidates so far, best first.
struct Ranking {
  let limit: Int
  private(set) var candidates: [SimilarityScan.Candidate] = []

  init(limit: Int) {
    self.limit = limit
    candidates.reserveCapacity(limit + 1)
  }

  var isFull: Bool { candidates.count == limit }
  var last: SimilarityScan.Candidate { candidates[candidates.count - 1] }

  mutating func insert(_ candidate: SimilarityScan.Candidate, _ index: LanguageIndex) {
    var place = candidates.count
    candidates.append(candidate)
    while place > 0, index.isBetter(candidate, candidates[place - 1]) {
      candidates[place] = candidates[place - 1]
      place -= 1
    }
    candidates[place] = candidate
    if candidates.count > limit { candidates.removeLast() }
  }
}
