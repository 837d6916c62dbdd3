/// By how much the documents that moved change how many documents hold each of their terms.
struct TermChanges {
  private(set) var words: [UInt32: Int] = [:]
  /// By ``AddedPairs/key(_:_:)``.
  private(set) var pairs: [UInt64: Int] = [:]

  init(_ moves: [LanguageUpdate.Move], _ memory: WordMemory, _ weights: FieldWeights) {
    for move in moves {
      let (known, document) = memory.words(at: move.place)
      for word in Set(known.words[known.range(document)]) {
        words[word, default: 0] += move.times
      }
      for pair in Self.pairs(of: document, known, weights) {
        pairs[pair, default: 0] += move.times
      }
    }
    words = words.filter { $0.value != 0 }
    pairs = pairs.filter { $0.value != 0 }
  }

  private static func pairs(
    of document: Int, _ words: DocumentWords, _ weights: FieldWeights
  ) -> Set<UInt64> {
    var pairs: Set<UInt64> = []
    for field in weights.pairs.indices where weights.pairs[field] > 0 {
      for place in words.range(document, field).dropLast() {
        pairs.insert(AddedPairs.key(words.words[place], words.words[place + 1]))
      }
    }
    return pairs
  }
}

/// Terms whose holders are wanted.
struct TermWatch: Sendable {
  /// The documents that were found.
  struct Sightings: Sendable {
    /// Documents that hold a watched term.
    var affected: [Int] = []
    /// Documents by the watched pairs that are no terms yet.
    var holders: [UInt64: [Int]] = [:]

    mutating func add(_ other: Sightings) {
      affected += other.affected
      holders.merge(other.holders) { $0 + $1 }
    }
  }

  private static let isWatched: UInt8 = 1
  private static let beginsPair: UInt8 = 2

  /// Whether nothing is watched.
  private(set) var isEmpty = true
  /// By word.
  private var marks: [UInt8]
  /// The pairs, and whether each is a term.
  private(set) var pairs: [UInt64: Bool] = [:]

  init(wordCount: Int) {
    marks = [UInt8](repeating: 0, count: wordCount)
  }

  mutating func add(word: UInt32) {
    isEmpty = false
    marks[Int(word)] |= Self.isWatched
  }

  mutating func add(pair: UInt64, isTerm: Bool) {
    isEmpty = false
    pairs[pair] = isTerm
    marks[Int(pair >> 32)] |= Self.beginsPair
  }

  func look(
    at document: Int, _ words: DocumentWords, _ pairFields: [Int], _ sightings: inout Sightings
  ) {
    let marks = marks.span
    let all = words.words.span
    var isAffected = false
    for place in words.range(document) where marks[Int(all[place])] & Self.isWatched != 0 {
      isAffected = true
      break
    }
    if !pairs.isEmpty {
      for field in pairFields {
        for place in words.range(document, field).dropLast()
        where marks[Int(all[place])] & Self.beginsPair != 0 {
          let key = AddedPairs.key(all[place], all[place &+ 1])
          guard let isTerm = pairs[key] else { continue }
          if isTerm {
            isAffected = true
          } else if sightings.holders[key]?.last != document {
            sightings.holders[key, default: []].append(document)
          }
        }
      }
    }
    if isAffected { sightings.affected.append(document) }
  }
}
