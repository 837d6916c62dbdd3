/// Counts the terms of one article at a time; its memory is used again for the next.
struct TermCounter {
  /// More different terms than about this are not counted; it takes megabytes of text.
  static let limit = 1 << 20

  /// The terms of the last article in the order of their first occurrence: a term in the upper
  /// bits, in the lower ones its count in hundredths of an occurrence in the body.
  private(set) var entries: [UInt64] = []

  private let weights: RelatedOptions.Weights
  private var tokenizer = Tokenizer()
  /// Open addressing, zero where free.
  private var slots = [UInt64](repeating: 0, count: 4096)
  private var used: [Int] = []

  init(weights: RelatedOptions.Weights) {
    self.weights = weights.clamped
  }

  mutating func count(_ document: RelatedText) {
    count(document.title, weight: weights.title)
    count(document.summary, weight: weights.summary)
    count(document.body, weight: weights.body)
    count(document.tags.map { Term.name($0, .tag) }, weight: weights.tags)
    count(document.authors.map { Term.name($0, .author) }, weight: weights.authors)
    entries.removeAll(keepingCapacity: true)
    for slot in used {
      entries.append(slots[slot])
      slots[slot] = 0
    }
    used.removeAll(keepingCapacity: true)
  }
}

extension TermCounter {
  private mutating func count(_ text: String, weight: Int) {
    guard weight > 0, !text.isEmpty else { return }
    tokenizer.read(text)
    reserve(min(tokenizer.words.count * 2, Self.limit))
    let single = UInt64(weight)
    let pair = UInt64(max(weight * weights.pairs / 100, 0))
    write { words, slots, used in
      var previous: UInt64?
      for index in words.indices where used.count < Self.limit {
        let hash = words[index].hash
        Self.add(Term.single(hash), single, &slots, &used)
        if let previous, pair > 0 { Self.add(Term.pair(previous, hash), pair, &slots, &used) }
        previous = hash
      }
    }
  }

  private mutating func count(_ names: [UInt64], weight: Int) {
    guard weight > 0, !names.isEmpty else { return }
    reserve(names.count)
    write { _, slots, used in
      for name in names {
        Self.add(name, UInt64(weight), &slots, &used)
      }
    }
  }

  /// Lends the tables out as locals: then a write need not ask who else holds them.
  @inline(__always)
  private mutating func write(
    _ body: (_ words: [Tokenizer.Word], _ slots: inout MutableSpan<UInt64>, _ used: inout [Int])
      -> Void
  ) {
    var slots: [UInt64] = []
    var used: [Int] = []
    swap(&slots, &self.slots)
    swap(&used, &self.used)
    var span = slots.mutableSpan
    body(tokenizer.words, &span, &used)
    swap(&slots, &self.slots)
    swap(&used, &self.used)
  }

  @inline(__always)
  private static func add(
    _ term: UInt64, _ weight: UInt64, _ slots: inout MutableSpan<UInt64>, _ used: inout [Int]
  ) {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: term >> 1) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 {
        slots[slot] = term << Term.countBits | min(weight, Term.countMask)
        used.append(slot)
        return
      }
      if entry >> Term.countBits == term {
        let count = min(entry & Term.countMask + weight, Term.countMask)
        slots[slot] = term << Term.countBits | count
        return
      }
      slot = (slot &+ 1) & mask
    }
  }

  /// Makes room for `more` terms with at least half of the places free.
  private mutating func reserve(_ more: Int) {
    let wanted = (used.count + more) * 2
    guard wanted > slots.count else { return }
    var capacity = slots.count
    while capacity < wanted {
      capacity *= 2
    }
    let entries = used.map { slots[$0] }
    slots = [UInt64](repeating: 0, count: capacity)
    used.removeAll(keepingCapacity: true)
    write { _, slots, used in
      for entry in entries {
        Self.add(entry >> Term.countBits, entry & Term.countMask, &slots, &used)
      }
    }
  }
}
