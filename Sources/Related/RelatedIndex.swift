/// Finds the articles most like each article, by what they say.
///
/// A pure function of its documents and options: whole numbers only, the same lists for any order
/// of the documents and any number of jobs. `Documentation/related.md` explains the method.
package struct RelatedIndex: Sendable {
  let documents: [RelatedDocument]
  /// One for each language.
  let languages: [LanguageIndex]

  package init(
    _ documents: [RelatedDocument], options: RelatedOptions = RelatedOptions(), jobs: Int = 1
  ) async {
    self.documents = documents
    let groups = Dictionary(grouping: documents.indices) { documents[$0].language }
    var languages: [LanguageIndex] = []
    for (_, positions) in groups.sorted(by: { $0.key < $1.key }) {
      let slice = DocumentSlice(documents, positions)
      languages.append(await LanguageIndex(slice, options: options, jobs: jobs))
    }
    self.languages = languages
  }

  /// The list of each document, by position.
  package func lists(jobs: Int = 1) async -> [[RelatedPick]] {
    var lists = [[RelatedPick]](repeating: [], count: documents.count)
    for language in languages {
      let found = await language.lists(jobs: jobs)
      for (position, list) in zip(language.documents.order, found) {
        lists[position] = list
      }
    }
    return lists
  }
}
