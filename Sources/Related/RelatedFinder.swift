/// Fills the list of one document after another.
struct RelatedFinder {
  /// A list and how it came about; positions are those of the language's slice, except in `picks`.
  struct Finding {
    /// Whose list it is.
    let position: Int
    /// What must not stand in it.
    let barred: Set<Int>
    var picks: [RelatedPick] = []
    var positions: [Int] = []
    var alike: [VarietySelection.Alike] = []
    /// Similar articles without a place, best first.
    var next: [SimilarityScan.Candidate] = []
    /// See ``FoundList``.
    var bar = 0
    var isOpen = false

    var list: FoundList { FoundList(picks: picks, bar: bar, isOpen: isOpen) }
  }

  private let index: LanguageIndex
  private var scan: SimilarityScan
  private var selection: VarietySelection

  /// For documents that `postings` were made for; a list whose candidates are in `pools` takes less.
  init(_ index: LanguageIndex, _ postings: Postings, _ pools: CandidatePools = CandidatePools()) {
    self.index = index
    scan = SimilarityScan(index, postings)
    selection = VarietySelection(index, pools)
  }

  mutating func find(_ position: Int) -> Finding {
    var finding = Finding(position: position, barred: index.barred(position))
    add(index.pins(of: position), .pinned, to: &finding)
    add(index.series(of: position), .series, to: &finding)
    addSimilar(to: &finding)
    finding.isOpen = !isFull(finding)
    guard finding.isOpen, index.options.fallback != .none else { return finding }
    let repeated =
      finding.alike.map(\.candidate.position) + sameStory(as: finding).map(\.position)
    if index.options.fallback == .section {
      let section = index.documents[position].section
      let shelf = index.shelves.sections[section] ?? []
      addNearest(on: shelf, .section, without: repeated, to: &finding)
    }
    addNearest(on: index.shelves.site, .site, without: repeated, to: &finding)
    // Better the same story again than a list that is short.
    add(repeated, .similar, to: &finding)
    return finding
  }
}

extension RelatedFinder {
  /// The articles that tell the same story again, best first.
  mutating func sameStory(as finding: Finding) -> [SimilarityScan.Candidate] {
    scan.read(finding.position)
    return scan.sameStory { finding.barred.contains($0) }
  }

  mutating func candidate(_ other: Int, for finding: Finding) -> SimilarityScan.Candidate {
    scan.read(finding.position)
    return scan.candidate(other)
  }

  /// The rank of a similar article by its score, from 1.
  mutating func rank(of candidate: SimilarityScan.Candidate, for finding: Finding) -> Int {
    scan.read(finding.position)
    return 1 + scan.countBetter(than: candidate) { finding.barred.contains($0) }
  }

  private func isFull(_ finding: Finding) -> Bool {
    finding.positions.count >= index.options.count
  }

  private mutating func add(
    _ positions: some Sequence<Int>, _ reason: RelatedPick.Reason, to finding: inout Finding
  ) {
    for position in positions {
      guard !isFull(finding) else { return }
      guard index.documents.isCandidate(position), !finding.barred.contains(position),
        !finding.positions.contains(position)
      else { continue }
      add(candidate(position, for: finding), reason, to: &finding)
    }
  }

  private func add(
    _ candidate: SimilarityScan.Candidate, _ reason: RelatedPick.Reason, to finding: inout Finding
  ) {
    finding.positions.append(candidate.position)
    finding.picks.append(index.pick(candidate, reason))
  }

  private mutating func addSimilar(to finding: inout Finding) {
    selection.choose(index.options.count - finding.positions.count, for: finding, from: &scan)
    finding.alike = selection.alike
    finding.bar = selection.leastValue
    finding.next = selection.next(index.options.count)
    for pick in selection.picks {
      add(pick, .similar, to: &finding)
    }
  }

  private mutating func addNearest(
    on shelf: [Int], _ reason: RelatedPick.Reason, without repeated: [Int],
    to finding: inout Finding
  ) {
    guard !isFull(finding) else { return }
    let repeated = Set(repeated)
    let nearest = NearestInTime(finding.position, on: shelf, dates: index.documents.dates)
    add(nearest.lazy.filter { !repeated.contains($0) }, reason, to: &finding)
  }
}
