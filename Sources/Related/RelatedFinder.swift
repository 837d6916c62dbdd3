/// Fills the list of one document after another.
struct RelatedFinder {
  /// A list and how it came about; positions are those of the language's slice, except in `picks`.
  struct Finding {
    var picks: [RelatedPick] = []
    var positions: [Int] = []
    var sameStory: [SimilarityScan.Candidate] = []
    var alike: [VarietySelection.Alike] = []
    /// Similar articles without a place, best first.
    var next: [SimilarityScan.Candidate] = []
    /// See ``FoundList``.
    var bar = 0
    var isOpen = false

    var list: FoundList { FoundList(picks: picks, bar: bar, isOpen: isOpen) }
  }

  private let index: LanguageIndex
  private(set) var scan: SimilarityScan
  private var selection: VarietySelection

  /// For documents that `postings` were made for.
  init(_ index: LanguageIndex, _ postings: Postings) {
    self.index = index
    scan = SimilarityScan(index, postings)
    selection = VarietySelection(index)
  }

  mutating func find(_ position: Int) -> Finding {
    scan.read(position)
    let barred = index.barred(position)
    var finding = Finding()
    add(index.pins(of: position), .pinned, barred, to: &finding)
    add(index.series(of: position), .series, barred, to: &finding)
    addSimilar(barred, to: &finding)
    finding.isOpen = !isFull(finding)
    guard index.options.fallback != .none else { return finding }
    if index.options.fallback == .section {
      let section = index.documents[position].section
      addNearest(position, index.shelves.sections[section] ?? [], .section, barred, to: &finding)
    }
    addNearest(position, index.shelves.site, .site, barred, to: &finding)
    // Better the same story again than a list that is short.
    let others = finding.alike.map(\.candidate.position) + finding.sameStory.map(\.position)
    add(others, .similar, barred, to: &finding)
    return finding
  }
}

extension RelatedFinder {
  /// The rank of a similar article by its score, from 1.
  func rank(of candidate: SimilarityScan.Candidate, barred: Set<Int>) -> Int {
    1 + scan.countBetter(than: candidate) { barred.contains($0) }
  }

  private func isFull(_ finding: Finding) -> Bool {
    finding.positions.count >= index.options.count
  }

  private func add(
    _ positions: some Sequence<Int>, _ reason: RelatedPick.Reason, _ barred: Set<Int>,
    to finding: inout Finding
  ) {
    for position in positions {
      guard !isFull(finding) else { return }
      guard index.documents.isCandidate(position), !barred.contains(position),
        !finding.positions.contains(position)
      else { continue }
      let candidate = scan.candidate(position)
      finding.positions.append(position)
      finding.picks.append(index.pick(candidate, reason))
    }
  }

  private mutating func addSimilar(_ barred: Set<Int>, to finding: inout Finding) {
    let chosen = finding.positions
    let missing = index.options.count - chosen.count
    let isBarred: (Int) -> Bool = { barred.contains($0) || chosen.contains($0) }
    selection.choose(missing, with: chosen, from: &scan, isBarred: isBarred)
    finding.sameStory = scan.sameStory(isBarred: isBarred)
    finding.alike = selection.alike
    finding.bar = selection.leastValue
    finding.next = selection.next(index.options.count)
    add(selection.picks.map(\.position), .similar, barred, to: &finding)
  }

  private func addNearest(
    _ position: Int, _ shelf: [Int], _ reason: RelatedPick.Reason, _ barred: Set<Int>,
    to finding: inout Finding
  ) {
    guard !isFull(finding) else { return }
    let repeated = Set(finding.alike.map(\.candidate.position) + finding.sameStory.map(\.position))
    let nearest = NearestInTime(position, on: shelf, dates: index.documents.dates)
    add(nearest.lazy.filter { !repeated.contains($0) }, reason, barred, to: &finding)
  }
}
