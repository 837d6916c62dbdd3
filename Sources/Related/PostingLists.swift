/// The postings of the terms of one document; its memory is used again for the next.
struct PostingLists {
  private struct List {
    var start: UInt32
    var end: UInt32
    var weight: UInt32
  }

  /// As many as `count` says are in use.
  private var lists: [List] = []
  private var count = 0
  private var fetched = CacheLines()

  /// Finds where the postings of a document's terms start and end.
  mutating func find(_ terms: Span<UInt32>, _ weights: Span<UInt16>, in postings: Postings) {
    if lists.count < terms.count {
      lists = [List](repeating: List(start: 0, end: 0, weight: 0), count: terms.count * 2)
    }
    count = terms.count
    let starts = postings.starts.span
    var lists = lists.mutableSpan
    for place in terms.indices {
      let term = Int(terms[place])
      lists[place] = List(
        start: starts[term], end: starts[term &+ 1], weight: UInt32(weights[place]))
    }
  }

  /// Adds the products of all postings to `sums`, which has a place for each document.
  ///
  /// Nearly every list is somewhere else in memory, so all of them are fetched first.
  mutating func add(_ postings: Postings, to sums: inout [UInt32]) {
    for place in 0..<count {
      fetched.fetch(
        postings.entries, Int(lists[place].start)..<Int(lists[place].end))
    }
    let entries = postings.entries.span
    let lists = lists.span.extracting(first: count)
    var sums = sums.mutableSpan
    for place in lists.indices {
      let weight = lists[place].weight
      let list = entries.extracting(Int(lists[place].start)..<Int(lists[place].end))
      for posting in list.indices {
        let document = Int(list[posting] >> TermVectors.weightBits)
        sums[document] &+= (list[posting] & TermVectors.weightMask) &* weight
      }
    }
  }
}
