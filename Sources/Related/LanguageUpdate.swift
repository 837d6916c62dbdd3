/// Brings the terms and vectors of a language up to date when few of its articles changed.
///
/// What comes out is what counting everything again would give. An article that entered or left the
/// counted ones moves the frequencies of its own terms only; of these, those matter whose weight
/// moves with them, and then only to the articles that hold them.
struct LanguageUpdate: Sendable {
  private(set) var statistics: TermStatistics
  private let base: TermMemory
  private var words: WordMemory
  private let baseDocuments: Int
  private let weights: FieldWeights
  /// Documents of the base whose vectors are not what they were.
  private var isAffected: [Bool]

  /// Nil if so much changed that it is simpler to begin anew.
  ///
  /// All documents are in `language`.
  init?(
    _ documents: DocumentSlice, _ language: IndexMemory.Language, _ weights: FieldWeights,
    jobs: Int
  ) async {
    guard let base = language.terms else { return nil }
    let milestone = Milestone(documentCount: documents.count)
    guard milestone.size == base.milestone else { return nil }
    self.base = base
    self.weights = weights
    words = language.words
    baseDocuments = language.baseDocuments
    isAffected = [Bool](repeating: false, count: baseDocuments)
    statistics = TermStatistics(
      milestone: milestone, words: language.words.table, frequencies: base.frequencies,
      pairs: base.pairs)
    let moves = Self.moves(documents, language)
    guard moves.count <= Self.limit(documents.count) else { return nil }
    // If none moved, no known text is looked at.
    if !moves.isEmpty { words.open() }
    let changes = TermChanges(moves, words, weights)
    await take(changes, jobs: jobs)
  }

  /// How many documents may differ from those of the base.
  static func limit(_ documentCount: Int) -> Int {
    max(64, documentCount / 64)
  }

  /// The vectors of `documents`, in their order.
  func vectors(of documents: DocumentSlice, jobs: Int) async -> TermVectors {
    let places = (0..<documents.count).map { words.place(of: documents[$0].digest) ?? 0 }
    let isNew = places.map { $0 >= baseDocuments || isAffected[$0] }
    let newPlaces = places.indices.filter { isNew[$0] }.map { places[$0] }
    let parts = await Chunks(count: newPlaces.count, size: 16, jobs: jobs).map {
      TermVectorBuilder(statistics, weights)
    } each: { builder, range in
      var vectors = TermVectors()
      for place in newPlaces[range] {
        let (words, document) = self.words.words(at: place)
        builder.addVector(of: document, in: words, to: &vectors)
      }
      return vectors
    }
    let new = TermVectors(joining: parts)
    var vectors = TermVectors()
    vectors.rare.reserveCapacity(for: [base.vectors.rare, new.rare])
    var next = 0
    var position = 0
    while position < places.count {
      if isNew[position] {
        vectors.append(next..<next + 1, of: new)
        next += 1
        position += 1
      } else {
        let run = Self.run(from: position, of: places, isNew)
        vectors.append(run, of: base.vectors)
        position += run.count
      }
    }
    return vectors
  }

  /// Places that follow one another at a position and after it.
  private static func run(from position: Int, of places: [Int], _ isNew: [Bool]) -> Range<Int> {
    var end = position + 1
    while end < places.count, !isNew[end], places[end] == places[end - 1] + 1 {
      end += 1
    }
    return places[position]..<places[end - 1] + 1
  }
}

extension LanguageUpdate {
  /// A document that entered the counted ones (1) or left them (-1), or more than one such.
  typealias Move = (place: Int, times: Int)

  private static func moves(
    _ documents: DocumentSlice, _ language: IndexMemory.Language
  ) -> [Move] {
    guard let base = language.terms else { return [] }
    var balance: [UInt64: Int] = [:]
    for position in 0..<base.milestone {
      balance[documents[position].digest, default: 0] += 1
    }
    for document in 0..<language.baseDocuments where base.isCounted[document] == 1 {
      balance[language.words.digests[document], default: 0] -= 1
    }
    return balance.filter { $0.value != 0 }.sorted { $0.key < $1.key }.compactMap { digest, times in
      language.words.place(of: digest).map { ($0, times) }
    }
  }

  /// Finds the documents that the changes matter to, and the pairs that become terms.
  private mutating func take(_ changes: TermChanges, jobs: Int) async {
    var frequencies = base.frequencies
    frequencies.append(
      contentsOf: repeatElement(0, count: words.table.count - frequencies.count))
    var watch = TermWatch(wordCount: words.table.count)
    for (word, change) in changes.words {
      let old = Int(frequencies[Int(word)])
      frequencies[Int(word)] = UInt32(old + change)
      if statistics.rarity(ofWordIn: old) != statistics.rarity(ofWordIn: old + change) {
        watch.add(word: word)
      }
    }
    var moved: [(number: Int, frequency: Int)] = []
    for (key, change) in changes.pairs {
      let (first, second) = (UInt32(key >> 32), UInt32(key & 0xFFFF_FFFF))
      if let number = base.pairs.number(first, second) {
        let old = base.pairs.frequency(number)
        moved.append((number, old + change))
        let rarities = [old, old + change].map { statistics.rarity(ofPairIn: $0) }
        if rarities[0] != rarities[1] { watch.add(pair: key, isTerm: true) }
      } else if change > 0 {
        // One document may have held it, which nobody noted.
        watch.add(pair: key, isTerm: false)
      }
    }
    let sightings = await sightings(of: watch, jobs: jobs)
    var added = AddedPairs()
    for document in sightings.affected {
      isAffected[document] = true
    }
    for key in changes.pairs.keys.sorted() where watch.pairs[key] == false {
      let holders = sightings.holders[key] ?? []
      let counted = holders.count { base.isCounted[$0] == 1 }
      let frequency = counted + (changes.pairs[key] ?? 0)
      guard frequency > 1 else { continue }
      added.add(key, frequency: frequency)
      for document in holders {
        isAffected[document] = true
      }
    }
    statistics.update(words: words.table, frequencies: frequencies, pairs: moved, added: added)
  }

  private func sightings(of watch: TermWatch, jobs: Int) async -> TermWatch.Sightings {
    guard !watch.isEmpty else { return TermWatch.Sightings() }
    let pairFields = weights.pairs.indices.filter { weights.pairs[$0] > 0 }
    let found = await Chunks(count: baseDocuments, size: 512, jobs: jobs).map { range in
      var sightings = TermWatch.Sightings()
      for document in range {
        watch.look(at: document, words.base, pairFields, &sightings)
      }
      return sightings
    }
    return found.dropFirst().reduce(into: found[0]) { $0.add($1) }
  }
}
