/// Gives each word of a language a number, in the order of first occurrence.
///
/// Frequent words come early, so they have small numbers, and what is kept by number of the words
/// that matter most lies close together.
struct WordTable: Hashable, Sendable {
  /// The hashes of the words by number.
  private(set) var hashes: [UInt64] = []
  /// Open addressing: a number plus one, zero where free.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  init() {}

  init(_ hashes: [UInt64]) {
    for hash in hashes {
      _ = number(of: hash)
    }
  }

  var count: Int { hashes.count }

  /// The number of a word, which is a new one if the word is.
  @inline(__always)
  mutating func number(of hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      if hashes[number] == hash { return number }
      slot = (slot &+ 1) & mask
    }
    return add(hash, at: slot)
  }

  /// Notes, plus one, the number of the word that has the first place in which each can stand.
  ///
  /// That may be another word; it is zero where there is none.
  func findHomes(of words: ArraySlice<Tokenizer.Word>, into homes: inout [UInt32]) {
    let (slots, words) = (slots.span, words.span)
    var homes = homes.mutableSpan
    for place in words.indices {
      homes[place] = slots[Int(truncatingIfNeeded: words[place].hash) & (slots.count &- 1)]
    }
  }

  /// Whether that word is the one with the hash.
  @inline(__always)
  func isWord(at home: UInt32, hash: UInt64) -> Bool {
    home > 0 && hashes[Int(home) &- 1] == hash
  }

  /// The number of a word that is known.
  func known(_ hash: UInt64) -> Int? {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      if hashes[number] == hash { return number }
      slot = (slot &+ 1) & mask
    }
    return nil
  }
}

extension WordTable {
  @inline(never)
  private mutating func add(_ hash: UInt64, at slot: Int) -> Int {
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 {
        slot = (slot + 1) & mask
      }
      slots[slot] = UInt32(number + 1)
    }
  }
}
