/// Documents by what an editor filed them under, each shelf in the order of the slice.
struct Shelves: Sendable {
  /// Candidates, by section.
  private(set) var sections: [String: [Int]] = [:]
  /// All candidates.
  private(set) var site: [Int] = []
  /// The parts of each series in reading order.
  private(set) var series: [String: [Int]] = [:]
  /// An article and its translations.
  private(set) var translations: [String: [Int]] = [:]

  init(_ documents: DocumentSlice) {
    for position in 0..<documents.count {
      let document = documents[position]
      if let group = document.translationGroup { translations[group, default: []].append(position) }
      if let part = document.series { series[part.name, default: []].append(position) }
      guard document.isCandidate else { continue }
      sections[document.section, default: []].append(position)
      site.append(position)
    }
    for (name, parts) in series {
      series[name] = parts.sorted { first, second in
        let numbers = [first, second].map { documents[$0].series?.number ?? .max }
        return numbers[0] != numbers[1] ? numbers[0] < numbers[1] : first < second
      }
    }
  }
}
