/// Finds the articles most like each article, by what they say.
///
/// A pure function of its source and options: whole numbers only, the same lists for any order of
/// the documents, any number of jobs and any earlier state. `Documentation/related.md` explains the
/// method.
package struct RelatedIndex: Sendable {
  /// The list of each document, by position.
  package private(set) var lists: [[RelatedPick]]
  let source: RelatedSource
  let options: RelatedOptions
  /// One for each language.
  private(set) var languages: [LanguageIndex] = []
  /// What is remembered, by the languages' names.
  private var memory = IndexMemory()

  /// Compares the articles of `source` with one another, in `jobs` tasks.
  ///
  /// `state` is what an earlier index remembered; with it only those articles are read that are not
  /// in it, and only those lists made anew that may differ.
  package init(
    _ source: RelatedSource, options: RelatedOptions = RelatedOptions(),
    from state: RelatedState? = nil, jobs: Int = 1
  ) async {
    self.source = source
    self.options = options
    lists = [[RelatedPick]](repeating: [], count: source.documents.count)
    if let state { memory = IndexMemory(state, options: options) }
    let groups = Dictionary(grouping: source.documents.indices) { source.documents[$0].language }
    var isNew = false
    for (name, positions) in groups.sorted(by: { $0.key < $1.key }) {
      let documents = DocumentSlice(source.documents, positions)
      var known = memory.languages[name] ?? IndexMemory.Language()
      let language: LanguageIndex
      if let updated = await LanguageIndex.updated(documents, source, &known, options, jobs: jobs) {
        language = updated
      } else {
        language = await LanguageIndex.made(documents, source, &known, options, jobs: jobs)
        isNew = true
      }
      let found = await language.lists(from: known.lists, jobs: jobs)
      for (position, list) in zip(documents.order, found) {
        lists[position] = list.picks
      }
      known.lists = language.memory(of: found)
      memory.languages[name] = known
      languages.append(language)
    }
    let isGone = memory.languages.keys.contains { groups[$0] == nil }
    if isNew || isGone { memory.forgetBase { groups[$0] != nil } }
  }

  /// What the next index can start from.
  package func state() -> RelatedState {
    memory.state(options: options)
  }
}

extension RelatedIndex {
  var documents: [RelatedDocument] { source.documents }
}
