/// Counts the terms of one article at a time; its memory is used again for the next.
struct TermCounter {
  private let weights: RelatedOptions.Weights
  private var tokenizer = Tokenizer()
  /// Open addressing: a term in the upper bits, its count in the lower ones, zero where free.
  private var slots = [UInt64](repeating: 0, count: 4096)
  /// Positions in `slots`, in the order of the terms' first occurrence.
  private var used: [Int] = []

  init(weights: RelatedOptions.Weights) {
    self.weights = weights
  }

  var termCount: Int { used.count }

  /// A term and its count, in hundredths of an occurrence in the body.
  subscript(index: Int) -> (term: UInt64, count: Int) {
    let slot = slots[used[index]]
    return (slot >> Term.countBits, Int(slot & Term.countMask))
  }

  mutating func count(_ document: RelatedDocument) {
    for slot in used {
      slots[slot] = 0
    }
    used.removeAll(keepingCapacity: true)
    count(document.title, weight: weights.title)
    count(document.summary, weight: weights.summary)
    count(document.body, weight: weights.body)
    for tag in document.tags where weights.tags > 0 {
      add(Term.name(tag, .tag), weight: UInt64(weights.tags))
    }
    for author in document.authors where weights.authors > 0 {
      add(Term.name(author, .author), weight: UInt64(weights.authors))
    }
  }
}

extension TermCounter {
  private mutating func count(_ text: String, weight: Int) {
    guard weight > 0 else { return }
    tokenizer.read(text)
    let single = UInt64(weight)
    let pair = UInt64(max(weight * weights.pairs / 100, 0))
    reserve(tokenizer.words.count * 2)
    var previous: UInt64?
    for index in tokenizer.words.indices {
      let hash = tokenizer.words[index].hash
      add(Term.single(hash), weight: single)
      if let previous, pair > 0 { add(Term.pair(previous, hash), weight: pair) }
      previous = hash
    }
  }

  @inline(__always)
  private mutating func add(_ term: UInt64, weight: UInt64) {
    if used.count * 2 > slots.count { reserve(slots.count) }
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: term >> 1) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 {
        slots[slot] = term << Term.countBits | weight
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
    for entry in entries {
      add(entry >> Term.countBits, weight: entry & Term.countMask)
    }
  }
}
