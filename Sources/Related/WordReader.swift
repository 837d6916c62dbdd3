/// Reads texts as numbered words; each task has its own, and so its own numbers.
struct WordReader {
  /// The words so far.
  private(set) var table = WordTable()
  /// Of each word the last document, counted from 1, in which it occurred, in the upper half, and
  /// in how many of the counted documents it occurs in the lower.
  private var sightings: [UInt64] = []
  private var document: UInt64 = 0
  /// What the table has first where it looks for a word, of each word of a text.
  private var homes: [UInt32] = []
  private let weights: FieldWeights
  private var tokenizer = Tokenizer()

  init(_ weights: FieldWeights, table: WordTable) {
    self.weights = weights
    self.table = table
    sightings = [UInt64](repeating: 0, count: table.count)
  }

  /// In how many of the counted documents each word occurs.
  var frequencies: [UInt32] { sightings.map { UInt32(truncatingIfNeeded: $0) } }

  /// Adds the words of a text that was read before.
  mutating func recall(
    _ place: Int, of memory: WordMemory, adding: UInt32, to words: inout DocumentWords
  ) {
    self.document += 1
    let (known, document) = memory.words(at: place)
    for field in DocumentWords.fields.indices {
      for word in known.words[known.range(document, field)] {
        note(Int(word), adding: adding)
        words.append(Int(word))
      }
      words.endField()
    }
  }

  /// Adds the words of a text to `words`; `adding` is what it adds to the frequency of each.
  mutating func read(_ text: RelatedText, adding: UInt32, to words: inout DocumentWords) {
    document += 1
    for (field, text) in [text.title, text.summary, text.body].enumerated() {
      if weights.words[field] > 0, !text.isEmpty {
        tokenizer.read(text)
        add(adding, to: &words)
      }
      words.endField()
    }
    for (field, names) in [(3, text.tags), (4, text.authors)] {
      if weights.words[field] > 0 {
        let kind: TermHash.Kind = field == 3 ? .tag : .author
        for name in names {
          words.append(number(of: TermHash.hash(of: name, kind), adding: adding))
        }
      }
      words.endField()
    }
  }
}

extension WordReader {
  /// Words of one text beyond this are passed over; it takes megabytes to get there.
  private static let limit = 1 << 20

  /// Adds the words of a text that was split.
  ///
  /// Where the table has them is read for all of them first, so that memory fetches it side by side.
  private mutating func add(_ adding: UInt32, to words: inout DocumentWords) {
    let split = tokenizer.words.prefix(Self.limit)
    if homes.count < split.count { homes = [UInt32](repeating: 0, count: split.count * 2) }
    table.findHomes(of: split, into: &homes)
    for (word, home) in zip(split, homes) {
      let isKnown = table.isWord(at: home, hash: word.hash)
      let number = isKnown ? Int(home) &- 1 : table.number(of: word.hash)
      note(number, adding: adding)
      words.append(number)
    }
  }

  private mutating func number(of hash: UInt64, adding: UInt32) -> Int {
    let number = table.number(of: hash)
    note(number, adding: adding)
    return number
  }

  @inline(__always)
  private mutating func note(_ number: Int, adding: UInt32) {
    if number == sightings.count { sightings.append(0) }
    guard sightings[number] >> 32 != document else { return }
    sightings[number] = document << 32 | (sightings[number] &+ UInt64(adding)) & 0xFFFF_FFFF
  }
}
