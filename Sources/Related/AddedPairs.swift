/// Pairs of words that a table of pairs has no room for.
struct AddedPairs: Sendable {
  /// The first word in the upper half, the second in the lower.
  private(set) var keys: [UInt64] = []
  private(set) var frequencies: [UInt32] = []
  private var places: [UInt64: UInt32] = [:]

  var isEmpty: Bool { keys.isEmpty }

  @inline(__always)
  static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  mutating func add(_ key: UInt64, frequency: Int) {
    places[key] = UInt32(keys.count)
    keys.append(key)
    frequencies.append(UInt32(frequency))
  }

  func place(_ first: UInt32, _ second: UInt32) -> Int? {
    places[Self.key(first, second)].map { Int($0) }
  }

  func words(_ place: Int) -> (first: Int, second: Int) {
    (Int(keys[place] >> 32), Int(keys[place] & 0xFFFF_FFFF))
  }
}
