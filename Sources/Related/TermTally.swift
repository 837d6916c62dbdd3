/// In how many articles each term occurs, while they are being read.
///
/// An entry is a term, a two-bit count of all articles and a twenty-bit count of those up to the
/// milestone. Places are given out in the order of the terms, so that growing and merging run
/// through memory from front to back.
struct TermTally {
  static let frequencyBits: UInt64 = 20
  static let frequencyMask: UInt64 = 1 << frequencyBits - 1
  /// What an article up to the milestone adds.
  static let counted: UInt64 = 1 << frequencyBits | 1
  /// What a later one adds: it gives the term a number, not a weight.
  static let later: UInt64 = 1 << frequencyBits

  private var entries = [UInt64](repeating: 0, count: 1 << 14 + slack)
  private var used = 0

  /// Counts terms; the lower bits of each say what it adds.
  mutating func add(_ batch: [UInt64]) {
    // Room for all of them first: they come in order, and would crowd together at the front.
    var capacity = entries.count - Self.slack
    while used + batch.count > capacity / 4 * 3 {
      capacity = capacity / 2 * 3
    }
    if capacity > entries.count - Self.slack { grow(to: capacity) }
    var rest = batch[...]
    while !rest.isEmpty {
      rest = Self.insert(rest, into: &entries, used: &used)
      if !rest.isEmpty { grow(to: capacity / 2 * 3) }
      capacity = entries.count - Self.slack
    }
  }

  /// The entries of one of `1 << rangeBits` ranges of terms, in order.
  func entries(inRange range: Int, rangeBits: Int) -> [UInt64] {
    let bits = UInt64(64 - rangeBits)
    var result: [UInt64] = []
    var slot = Self.slot(UInt64(range) << bits, entries.count - Self.slack)
    let last = Self.slot(UInt64(range) << bits | (1 << bits - 1), entries.count - Self.slack)
    while slot < entries.count, slot <= last || entries[slot] != 0 {
      let entry = entries[slot]
      slot += 1
      guard entry != 0, Int(entry >> bits) == range else { continue }
      // Entries are at most a few places from where they belong.
      var place = result.count
      result.append(entry)
      while place > 0, result[place - 1] > entry {
        result[place] = result[place - 1]
        place -= 1
      }
      result[place] = entry
    }
    return result
  }

  /// Two counts of the same term as one.
  @inline(__always)
  static func sum(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let articles = min(first >> frequencyBits & 3 + second >> frequencyBits & 3, 3)
    let frequency = min(first & frequencyMask + second & frequencyMask, frequencyMask)
    return first & ~Term.countMask | articles << frequencyBits | frequency
  }
}

extension TermTally {
  /// Room for the last places to run over.
  private static let slack = 1 << 10

  @inline(__always)
  private static func slot(_ entry: UInt64, _ capacity: Int) -> Int {
    Int(truncatingIfNeeded: entry.multipliedFullWidth(by: UInt64(capacity)).high)
  }

  /// Returns what it had no room for.
  private static func insert(
    _ batch: ArraySlice<UInt64>, into table: inout [UInt64], used: inout Int
  ) -> ArraySlice<UInt64> {
    let capacity = table.count - slack
    var entries = table.mutableSpan
    for index in batch.indices {
      let entry = batch[index]
      var slot = slot(entry, capacity)
      while slot < entries.count {
        let other = entries[slot]
        if other == 0 {
          entries[slot] = entry
          used &+= 1
          break
        }
        if other >> Term.countBits == entry >> Term.countBits {
          entries[slot] = sum(other, entry)
          break
        }
        slot &+= 1
      }
      if slot == entries.count { return batch[index...] }
    }
    return []
  }

  private mutating func grow(to capacity: Int) {
    let old = entries.filter { $0 != 0 }
    var rest = old[...]
    var capacity = capacity
    while !rest.isEmpty || entries.count < capacity {
      entries = [UInt64](repeating: 0, count: capacity + Self.slack)
      used = 0
      rest = Self.insert(old[...], into: &entries, used: &used)
      if !rest.isEmpty { capacity *= 2 }
    }
  }
}
