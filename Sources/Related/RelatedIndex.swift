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
  private var readings: [String: Reading] = [:]

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
    for (name, positions) in groups.sorted(by: { $0.key < $1.key }) {
      let documents = DocumentSlice(source.documents, positions)
      let known = memory.languages[name] ?? IndexMemory.Language()
      let reading = await Reading.words(
        of: documents, source, known.words,
        PairTable.Pairing(weights: FieldWeights(options.weights), jobs: jobs))
      let language = await LanguageIndex.made(documents, of: reading, options, jobs: jobs)
      let found = await language.lists(from: known.lists, jobs: jobs)
      for (position, list) in zip(documents.order, found) {
        lists[position] = list.picks
      }
      memory.languages[name, default: IndexMemory.Language()].lists = language.memory(of: found)
      readings[name] = reading
      languages.append(language)
    }
  }

  /// What the next index can start from.
  package func state() -> RelatedState {
    var memory = memory
    let digests = languages.map { language in
      language.documents.order.map { source.documents[$0].digest }
    }
    let names = languages.map { source.documents[$0.documents.order[0]].language }
    let isOutgrown = zip(names, digests).contains { name, digests in
      memory.languages[name]?.isOutgrown(by: digests) == true
    }
    if isOutgrown { memory.beginBase(keeping: names) }
    for (name, digests) in zip(names, digests) {
      guard let reading = readings[name] else { continue }
      memory.languages[name]?.remember(reading, digests)
    }
    return memory.state(options: options)
  }
}

extension RelatedIndex {
  var documents: [RelatedDocument] { source.documents }
}
