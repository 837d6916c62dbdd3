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
}
