extension LanguageIndex {
  /// What never stands in a document's list: itself, its translations, what the editor excluded.
  func barred(_ position: Int) -> Set<Int> {
    let document = documents[position]
    var barred: Set = [position]
    if let group = document.translationGroup {
      barred.formUnion(shelves.translations[group] ?? [])
    }
    barred.formUnion(document.excluded.compactMap { documents.position(of: $0) })
    return barred
  }

  /// What the editor wants first.
  func pins(of position: Int) -> [Int] {
    documents[position].pins.compactMap { documents.position(of: $0) }
  }

  /// The series in reading order, from the part after this one round to the part before it.
  func series(of position: Int) -> [Int] {
    guard let part = documents[position].series,
      let parts = shelves.series[part.name], let place = parts.firstIndex(of: position)
    else { return [] }
    return Array(parts[(place + 1)...] + parts[..<place])
  }
}
