extension LanguageIndex {
  /// The lists of all documents, where those that cannot have changed are taken from `memory`.
  ///
  /// A list is a function of its document's wishes (pins, exclusions, series, translations) and of
  /// how similar the candidates are. So it is made anew if its document or its wishes changed, if a
  /// document in it changed or went, and if a document that changed or came is similar enough to
  /// be picked: with a score below the least value of a pick it could never have been. A list that
  /// similarity did not fill is made anew after any change.
  func lists(from memory: ListMemory, jobs: Int) async -> [FoundList] {
    let comparison = Comparison(self, memory)
    guard comparison.isWorthwhile else { return await lists(jobs: jobs) }
    var isStale = comparison.isStale
    for position in await entered(by: comparison.changed, comparison, jobs: jobs) {
      isStale[position] = true
    }
    let stale = isStale.indices.filter { isStale[$0] }
    var lists = comparison.remembered
    for (position, list) in zip(stale, await self.lists(of: stale, jobs: jobs)) {
      lists[position] = list
    }
    return lists
  }

  /// What the next index is told of the lists.
  func memory(of lists: [FoundList]) -> ListMemory {
    var memory = ListMemory()
    memory.entries = lists.indices.map { position in
      var list = lists[position]
      for pick in list.picks.indices {
        list.picks[pick].document = documents.position(of: list.picks[pick].document) ?? 0
      }
      return ListMemory.Entry(
        id: identity(position), traits: traits(position), wishes: wishes(position), list: list)
    }
    return memory
  }
}

extension LanguageIndex {
  /// The documents as they are beside the documents as they were.
  private struct Comparison {
    /// Documents that are new or differ from what they were.
    var changed: [Int] = []
    /// Documents whose list must be made anew whatever the changed ones are like.
    var isStale: [Bool]
    /// The old lists, empty where there was none.
    var remembered: [FoundList]
    let isWorthwhile: Bool

    init(_ index: LanguageIndex, _ memory: ListMemory) {
      let places = memory.byID()
      var newPositions = [Int?](repeating: nil, count: memory.entries.count)
      let old = (0..<index.documents.count).map { places[index.identity($0)] }
      for (position, place) in old.enumerated() {
        if let place, memory.entries[place].traits == index.traits(position) {
          newPositions[place] = position
        } else {
          changed.append(position)
        }
      }
      let hasChanges = !changed.isEmpty || newPositions.contains(nil)
      isStale = [Bool](repeating: true, count: old.count)
      remembered = old.map { _ in FoundList(picks: [], bar: 0, isOpen: true) }
      for case (let position, let place?) in old.enumerated() where newPositions[place] != nil {
        guard memory.entries[place].wishes == index.wishes(position),
          !hasChanges
            || !memory.entries[place].list.isOpen && index.documents.isCandidate(position)
        else { continue }
        var list = memory.entries[place].list
        var isWhole = true
        for pick in list.picks.indices {
          guard let new = newPositions[list.picks[pick].document] else {
            isWhole = false
            break
          }
          list.picks[pick].document = index.documents.order[new]
        }
        guard isWhole else { continue }
        remembered[position] = list
        isStale[position] = false
      }
      // Beyond the limit of postings, or with much that changed, it is simpler to begin anew.
      isWorthwhile = changed.count <= old.count / 8 && Postings.firstDocument(of: old.count) == 0
    }
  }

  /// The documents whose lists a changed document may enter.
  private func entered(by changed: [Int], _ comparison: Comparison, jobs: Int) async -> Set<Int> {
    let candidates = changed.filter { documents.isCandidate($0) }
    let isStale = comparison.isStale
    let bars = comparison.remembered.map(\.bar)
    let postings = await Postings.made(for: candidates, of: self, jobs: jobs)
    let found = await Chunks(count: candidates.count, size: 1, jobs: jobs).map {
      SimilarityScan(self, postings)
    } each: { scan, range in
      range.flatMap { place in
        scan.read(candidates[place])
        return scan.reaching { isStale[$0] ? nil : bars[$0] }
      }
    }
    return Set(found.joined())
  }

  private func identity(_ position: Int) -> UInt64 {
    Digest.of(documents[position].id)
  }

  private func traits(_ position: Int) -> ListMemory.Traits {
    ListMemory.Traits(
      vector: vectors.digests[position], date: date(position),
      isCandidate: documents.isCandidate(position))
  }

  /// What a list depends on besides similarity.
  private func wishes(_ position: Int) -> UInt64 {
    guard documents[position].hasWishes else { return 0 }
    let barred = barred(position)
    let series = series(of: position).filter { documents.isCandidate($0) }
    let pins = pins(of: position).filter { documents.isCandidate($0) }
    guard barred.count > 1 || !series.isEmpty || !pins.isEmpty else { return 0 }
    var digest = Digest()
    for group in [barred.sorted(), pins, series] {
      digest.add(UInt64(group.count))
      for other in group {
        digest.add(identity(other))
      }
    }
    return digest.value
  }
}
