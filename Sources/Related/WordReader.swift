/// Reads texts as numbered words; each task has its own, and so its own numbers.
struct WordReader {
  /// The words so far.
  private(set) var table = WordTable()
  /// In how many of the counted documents each word occurs.
  private(set) var frequencies: [UInt32] = []
  /// The last document, counted from 1, in which each word occurred.
  private var lastSeen: [UInt32] = []
  private var document: UInt32 = 0
  private let weights: FieldWeights
  private var tokenizer = Tokenizer()

  init(_ weights: FieldWeights, table: WordTable) {
    self.weights = weights
    self.table = table
    frequencies = [UInt32](repeating: 0, count: table.count)
    lastSeen = frequencies
  }

  /// Adds the words of a text that was read before.
  mutating func recall(
    _ place: Int, of memory: WordMemory, adding: UInt32, to words: inout DocumentWords
  ) {
    document += 1
    for field in DocumentWords.fields.indices {
      for word in memory.words.words[memory.words.range(place, field)] {
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

  private mutating func add(_ adding: UInt32, to words: inout DocumentWords) {
    for word in tokenizer.words.prefix(Self.limit) {
      words.append(number(of: word.hash, adding: adding))
    }
  }

  @inline(__always)
  private mutating func number(of hash: UInt64, adding: UInt32) -> Int {
    let number = table.number(of: hash)
    if number == lastSeen.count {
      lastSeen.append(0)
      frequencies.append(0)
    }
    note(number, adding: adding)
    return number
  }

  @inline(__always)
  private mutating func note(_ number: Int, adding: UInt32) {
    guard lastSeen[number] != document else { return }
    lastSeen[number] = document
    frequencies[number] &+= adding
  }
}
