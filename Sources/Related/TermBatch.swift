/// The terms of a few articles, arranged by their upper bits.
///
/// A table of all terms is far larger than the caches. Asking it for the terms of many articles in
/// this order keeps to one part of it at a time.
struct TermBatch {
  /// Each a term in the upper bits and a payload in the lower ones.
  private(set) var entries: [UInt64] = []
  private var arranged: [UInt64] = []

  var count: Int { entries.count }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func append(_ term: UInt64, payload: UInt64) {
    entries.append(term << Term.countBits | payload)
  }

  /// Puts the entries in the order of their first bits.
  mutating func arrange() {
    var starts = [Int](repeating: 0, count: 1 << Self.bits + 1)
    for entry in entries {
      starts[Self.part(entry) + 1] += 1
    }
    for index in starts.indices.dropFirst() {
      starts[index] += starts[index - 1]
    }
    if arranged.count < entries.count {
      arranged = entries
    } else {
      arranged.removeLast(arranged.count - entries.count)
    }
    let entries = self.entries
    var target = arranged.mutableSpan
    for entry in entries {
      let part = Self.part(entry)
      target[starts[part]] = entry
      starts[part] += 1
    }
    swap(&self.entries, &arranged)
  }

  private static let bits: UInt64 = 9

  @inline(__always)
  private static func part(_ entry: UInt64) -> Int {
    Int(truncatingIfNeeded: entry >> (64 - bits))
  }
}
