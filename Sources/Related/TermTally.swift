/// In how many articles each term occurs, while they are being read.
///
/// An entry is a term, a two-bit count of all articles and a twenty-bit count of those up to the
/// milestone. Places are given out in the order of the terms, so that growing and merging run
/// through memory from front to back.
struct TermTally {
  static let frequencyBits: UInt64 = 20
  static let frequencyMask: UInt64 = 1 << frequencyBits - 1

  private var bits = 16
  private var entries: [UInt64]
  private var used = 0

  init() {
    entries = [UInt64](repeating: 0, count: Self.size(bits))
  }

  /// Counts an article up to the milestone.
  mutating func add(_ term: UInt64) {
    count(term << Term.countBits | 1 << Self.frequencyBits | 1)
  }

  /// Counts an article after the milestone: it gives the term a number, not a weight.
  mutating func addLater(_ term: UInt64) {
    count(term << Term.countBits | 1 << Self.frequencyBits)
  }

  /// The entries of one of `1 << rangeBits` ranges of terms, in order.
  func entries(inRange range: Int, rangeBits: Int) -> [UInt64] {
    let width = bits - rangeBits
    var result: [UInt64] = []
    var slot = range << width
    let end = (range + 1) << width
    while slot < entries.count, slot < end || entries[slot] != 0 {
      let entry = entries[slot]
      slot += 1
      guard entry != 0, Int(entry >> UInt64(64 - rangeBits)) == range else { continue }
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
  static func sum(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let articles = min(first >> frequencyBits & 3 + second >> frequencyBits & 3, 3)
    let frequency = min(first & frequencyMask + second & frequencyMask, frequencyMask)
    return first & ~Term.countMask | articles << frequencyBits | frequency
  }
}

extension TermTally {
  /// Room for the last places to run over.
  private static func size(_ bits: Int) -> Int {
    1 << bits + 1 << (bits / 2)
  }

  private mutating func count(_ entry: UInt64) {
    while !insert(entry) {
      grow()
    }
    if used > entries.count / 4 * 3 { grow() }
  }

  @inline(__always)
  private mutating func insert(_ entry: UInt64) -> Bool {
    var slot = Int(truncatingIfNeeded: entry >> UInt64(64 - bits))
    while slot < entries.count {
      let other = entries[slot]
      if other == 0 {
        entries[slot] = entry
        used &+= 1
        return true
      }
      if other >> Term.countBits == entry >> Term.countBits {
        entries[slot] = Self.sum(other, entry)
        return true
      }
      slot &+= 1
    }
    return false
  }

  private mutating func grow() {
    let old = entries
    var isComplete = false
    while !isComplete {
      bits += 1
      used = 0
      entries = [UInt64](repeating: 0, count: Self.size(bits))
      isComplete = old.allSatisfy { $0 == 0 || insert($0) }
    }
  }
}
