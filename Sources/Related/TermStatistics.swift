/// The terms of a language, each with a number and a weight.
///
/// Pairs are numbered by their place in ``pairs``, words after them.
struct TermStatistics: Sendable {
  /// Terms that occur in more than this share of the articles say nothing.
  static let commonPercent = 40

  let milestone: Milestone
  private(set) var words: WordTable
  /// In how many articles up to the milestone each word occurs.
  private(set) var frequencies: [UInt32]
  private(set) var pairs: PairTable
  /// Pairs that are terms since ``pairs`` was made; their numbers come after those of the words.
  private(set) var addedPairs = AddedPairs()
  /// The weights by number of articles, in half octaves.
  private let rarities: [UInt8]
  /// The weights of words.
  private(set) var wordRarities: [UInt8]
  let frequent: FrequentTerms
  /// No frequent term is rarer.
  private(set) var frequentRarity: UInt8

  init(
    milestone: Milestone, words: WordTable, frequencies: [UInt32], pairs: PairTable
  ) {
    self.milestone = milestone
    self.words = words
    self.frequencies = frequencies
    self.pairs = pairs
    let rarities = Self.rarities(milestone)
    self.rarities = rarities
    let wordRarities = frequencies.map { rarities[min(Int($0), rarities.count - 1)] }
    self.wordRarities = wordRarities
    let threshold = Self.frequentThreshold(milestone)
    frequentRarity = rarities[min(threshold + 1, rarities.count - 1)]
    let pairCount = pairs.slots.count
    frequent = FrequentTerms(among: pairCount + frequencies.count) { term in
      guard term >= pairCount else { return pairs.frequency(term) > threshold }
      let word = term - pairCount
      return wordRarities[word] > 0 && frequencies[word] > threshold
    }
  }

  var termCount: Int { pairs.slots.count + words.count + addedPairs.keys.count }

  @inline(__always)
  func term(word: UInt32) -> Int {
    pairs.slots.count &+ Int(word)
  }

  /// The term of a pair among ``addedPairs``.
  func term(addedPair place: Int) -> Int {
    pairs.slots.count + words.count + place
  }

  @inline(__always)
  func isWord(_ term: UInt32) -> Bool {
    Int(term) &- pairs.slots.count < words.count && Int(term) >= pairs.slots.count
  }

  /// How rare a pair is that so many documents hold, in half octaves; zero if it says nothing.
  @inline(__always)
  func rarity(ofPairIn documents: Int) -> UInt8 {
    documents < 2 ? 0 : rarities[min(documents, rarities.count - 1)]
  }

  /// How rare a word is that so many documents hold.
  func rarity(ofWordIn documents: Int) -> UInt8 {
    rarities[min(documents, rarities.count - 1)]
  }

  /// What decides between terms of equal weight.
  func name(of term: Int) -> UInt64 {
    if isWord(UInt32(term)) {
      return Term.name(word: words.hashes[term - pairs.slots.count])
    }
    let (first, second) =
      term < pairs.slots.count
      ? pairs.words(term) : addedPairs.words(term - pairs.slots.count - words.count)
    return Term.name(pair: words.hashes[first], words.hashes[second])
  }
}

extension TermStatistics {
  /// Takes in what changed since these were made.
  ///
  /// That is later words, other frequencies, and pairs that became terms. What counts as frequent
  /// stays, as it does not matter to any list.
  mutating func update(
    words: WordTable, frequencies: [UInt32], pairs changes: [(number: Int, frequency: Int)],
    added: AddedPairs
  ) {
    self.words = words
    self.frequencies = frequencies
    wordRarities = frequencies.map { rarity(ofWordIn: Int($0)) }
    for change in changes {
      pairs.setFrequency(change.number, change.frequency)
    }
    addedPairs = added
    // Some may be rarer now than those that were frequent.
    frequentRarity = .max
  }

  private static func rarities(_ milestone: Milestone) -> [UInt8] {
    (0...milestone.size).map { frequency in
      let isCommon = frequency * 100 > milestone.size * commonPercent && frequency > 8
      guard !isCommon else { return 0 }
      // A word that is new since the milestone, or occurred once, weighs as one in two articles.
      return UInt8(
        Logarithm.halfOctaves(documents: milestone.size, frequency: max(frequency, 2)))
    }
  }

  private static func frequentThreshold(_ milestone: Milestone) -> Int {
    max(milestone.size / 32, 256)
  }
}
