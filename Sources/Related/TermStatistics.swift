/// The terms that can carry a similarity, each with a number and a weight.
///
/// A term is listed when at least two articles hold it (a pair: two up to the milestone). It is a
/// value: sorted by term, the same whatever the order in which the articles were read.
struct TermStatistics: Hashable, Sendable {
  /// Terms that occur in more than this share of the articles say nothing.
  static let commonPercent = 40

  let milestone: Milestone
  /// A term in the upper bits, the number of articles up to the milestone in the lower ones.
  private let entries: [UInt64]
  /// Where the terms with the same upper bits start in `entries`.
  private let starts: [UInt32]
  private let shift: UInt64
  /// The weights by number of articles, in half octaves.
  private let rarities: [UInt8]

  /// `ranges` are the listed terms as ``TermTally`` writes them, in order.
  init(_ ranges: [[UInt64]], milestone: Milestone) {
    self.milestone = milestone
    var entries: [UInt64] = []
    entries.reserveCapacity(ranges.reduce(0) { $0 + $1.count })
    for range in ranges {
      entries.append(contentsOf: range)
    }
    self.entries = entries
    let bits = max(UInt64.bitWidth - entries.count.leadingZeroBitCount - 2, 0)
    shift = UInt64(63 - bits)
    starts = Self.starts(entries, shift: shift, count: 2 << bits)
    rarities = (0...milestone.size).map { frequency in
      let isCommon = frequency * 100 > milestone.size * Self.commonPercent && frequency > 8
      guard !isCommon else { return 0 }
      // A word that is new since the milestone, or occurred once, weighs as one in two articles.
      return UInt8(
        Logarithm.halfOctaves(documents: milestone.size, frequency: max(frequency, 2)))
    }
  }

  var termCount: Int { entries.count }

  /// The number of a term.
  @inline(__always)
  func number(of term: UInt64) -> Int? {
    let bucket = Int(truncatingIfNeeded: (term << Term.countBits) >> shift)
    var index = Int(starts[bucket])
    let end = Int(starts[bucket + 1])
    while index < end {
      let other = entries[index] >> Term.countBits
      if other == term { return index }
      if other > term { return nil }
      index &+= 1
    }
    return nil
  }

  /// How rare a term with or without a number is, in half octaves; zero if it says nothing.
  @inline(__always)
  func rarity(of term: UInt64, number: Int?) -> Int {
    guard let number else { return Term.isPair(term) ? 0 : Int(rarities[0]) }
    let frequency = Int(entries[number] & TermTally.frequencyMask)
    return Int(rarities[min(frequency, rarities.count - 1)])
  }

  func term(_ number: Int) -> UInt64 {
    entries[number] >> Term.countBits
  }
}

extension TermStatistics {
  private static func starts(_ entries: [UInt64], shift: UInt64, count: Int) -> [UInt32] {
    var starts: [UInt32] = []
    starts.reserveCapacity(count + 1)
    for (index, entry) in entries.enumerated() {
      while starts.count <= Int(entry >> shift) {
        starts.append(UInt32(index))
      }
    }
    while starts.count <= count {
      starts.append(UInt32(entries.count))
    }
    return starts
  }
}
