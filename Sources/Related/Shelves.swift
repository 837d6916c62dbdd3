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
    // What is known of a document is large, so its parts are asked for one by one, and it is not copied.
    for position in 0..<documents.count {
      if let group = documents[position].translationGroup {
        translations[group, default: []].append(position)
      }
      if let part = documents[position].series { series[part.name, default: []].append(position) }
      guard documents.isCandidate(position) else { continue }
      sections[documents[position].section, default: []].append(position)
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
