/// The pairs of adjacent words that at least two counted documents hold, and how many do.
///
/// Each first word has a row of its own, a small table of second words. A pair's number is its
/// place among all rows, so looking up the pairs of a text keeps to few rows.
struct PairTable: Hashable, Sendable {
  /// The second word plus one in the upper half, the number of documents in the lower, and
  /// ``isPassedOn``; zero where free.
  private(set) var slots: [UInt64] = []
  /// Where each first word's row starts; one more than there are words.
  private(set) var starts: [UInt32] = [0]

  /// Says that a pair which would stand in this slot stands in a later one.
  static let isPassedOn: UInt64 = 1 << 31

  init() {}

  init(slots: [UInt64], starts: [UInt32]) {
    self.slots = slots
    self.starts = starts
  }

  /// The number of a pair.
  @inline(__always)
  func number(_ first: UInt32, _ second: UInt32) -> Int? {
    guard Int(first) &+ 1 < starts.count else { return nil }
    let start = Int(starts[Int(first)])
    let mask = Int(starts[Int(first) &+ 1]) &- start &- 1
    guard mask > 0 else { return nil }
    var place = Self.place(second) & mask
    let key = UInt64(second) &+ 1
    let home = slots[start &+ place]
    if home >> 32 == key { return start &+ place }
    guard home & Self.isPassedOn != 0 else { return nil }
    while true {
      let slot = slots[start &+ place]
      if slot == 0 { return nil }
      if slot >> 32 == key { return start &+ place }
      place = (place &+ 1) & mask
    }
  }

  @inline(__always)
  func frequency(_ number: Int) -> Int {
    Self.frequency(in: slots[number])
  }

  @inline(__always)
  static func frequency(in slot: UInt64) -> Int {
    Int(slot & (isPassedOn &- 1))
  }

  /// Corrects in how many documents a pair occurs; one in fewer than two is no term any more.
  mutating func setFrequency(_ number: Int, _ frequency: Int) {
    slots[number] = slots[number] & ~(Self.isPassedOn &- 1) | UInt64(frequency)
  }

  /// The words of a pair.
  func words(_ number: Int) -> (first: Int, second: Int) {
    var low = 0
    var high = starts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= number { low = middle } else { high = middle }
    }
    return (low, Int(slots[number] >> 32) - 1)
  }

  /// Adds the row of the next first word.
  mutating func addRow(_ pairs: [(second: UInt32, frequency: UInt32)]) {
    if !pairs.isEmpty {
      let start = slots.count
      // At least one place stays free, so that every search ends.
      let capacity = 2 << (Int.bitWidth - 1 - (pairs.count + pairs.count / 2).leadingZeroBitCount)
      slots.append(contentsOf: repeatElement(0, count: capacity))
      for (second, frequency) in pairs {
        let home = Self.place(second) & (capacity - 1)
        var place = home
        while slots[start + place] != 0 {
          place = (place + 1) & (capacity - 1)
        }
        slots[start + place] = (UInt64(second) + 1) << 32 | UInt64(frequency)
        if place != home { slots[start + home] |= Self.isPassedOn }
      }
    }
    starts.append(UInt32(slots.count))
  }

  mutating func addRows(of other: PairTable) {
    let offset = UInt32(slots.count)
    slots.append(contentsOf: other.slots)
    starts.append(contentsOf: other.starts.dropFirst().map { $0 + offset })
  }

  @inline(__always)
  static func place(_ second: UInt32) -> Int {
    Int((second &* 0x9E37_79B1) >> 12)
  }
}
