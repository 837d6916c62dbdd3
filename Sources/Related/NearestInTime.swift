/// The documents of a shelf from the nearest in time to the farthest; of two as near, the newer.
struct NearestInTime: Sequence, IteratorProtocol {
  private let shelf: [Int]
  private let dates: [Int]
  private let date: Int
  private var older: Int
  private var newer: Int

  init(_ position: Int, on shelf: [Int], dates: [Int]) {
    self.shelf = shelf
    self.dates = dates
    date = dates[position]
    // The first place on the shelf that is not before the document.
    var low = 0
    var high = shelf.count
    while low < high {
      let middle = (low + high) / 2
      if shelf[middle] < position { low = middle + 1 } else { high = middle }
    }
    newer = low
    older = low - 1
  }

  mutating func next() -> Int? {
    let isNewer: Bool
    switch (older >= 0, newer < shelf.count) {
    case (false, false): return nil
    case (true, true): isNewer = dates[shelf[newer]] - date <= date - dates[shelf[older]]
    case (_, let hasNewer): isNewer = hasNewer
    }
    defer { if isNewer { newer += 1 } else { older -= 1 } }
    return shelf[isNewer ? newer : older]
  }
}
