/// Finds the articles most like each article, by what they say.
///
/// A pure function of its source and options: whole numbers only, the same lists for any order of
/// the documents, any number of jobs and any earlier state. `Documentation/related.md` explains the
/// method.
package struct RelatedIndex: Sendable {
  /// The list of each document, by position.
  package let lists: [[RelatedPick]]
  let source: RelatedSource
  /// One for each language.
  let languages: [LanguageIndex]

  /// Compares the articles of `source` with one another, in `jobs` tasks.
  ///
  /// `state` is what an earlier index remembered; with it only those articles are read that are not
  /// in it, and only those lists made anew that may differ.
  package init(
    _ source: RelatedSource, options: RelatedOptions = RelatedOptions(),
    from state: RelatedState? = nil, jobs: Int = 1
  ) async {
    let documents = source.documents
    let texts = documents.indices.map(source.text)
    let groups = Dictionary(grouping: documents.indices) { documents[$0].language }
    var languages: [LanguageIndex] = []
    var lists = [[RelatedPick]](repeating: [], count: documents.count)
    for (_, positions) in groups.sorted(by: { $0.key < $1.key }) {
      let slice = DocumentSlice(documents, texts, positions)
      let language = await LanguageIndex(slice, options: options, jobs: jobs)
      let found = await language.lists(jobs: jobs)
      for (position, list) in zip(language.documents.order, found) {
        lists[position] = list
      }
      languages.append(language)
    }
    self.source = source
    self.languages = languages
    self.lists = lists
  }

  /// What the next index can start from.
  package func state() -> RelatedState {
    RelatedState(base: [], changes: [])
  }
}

extension RelatedIndex {
  var documents: [RelatedDocument] { source.documents }
}
