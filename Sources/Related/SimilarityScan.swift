/// The cosines of one document with every other; its memory is used again for the next.
///
/// The terms of few documents are summed up for all of them at once. What the frequent terms add
/// is bounded by the lengths of both documents' frequent terms, and worked out only for documents
/// that can stand among the strongest.
struct SimilarityScan {
  /// An article that may be picked.
  struct Candidate: Hashable {
    var position: Int
    /// In units of ``TermVectors/cosineUnit``.
    var cosine: Int
    /// The cosine times the nearness in time, in the same units.
    var score: Int
  }

  /// The postings of a term of the document that is read.
  private struct List {
    var start: UInt32
    var end: UInt32
    var weight: UInt32
  }

  private let index: LanguageIndex
  private let postings: Postings
  /// By place: what the other terms add to the cosine, and the most that the frequent ones can.
  private var bounds: [UInt32]
  /// Of the frequent terms of the document that is read.
  private var ownLength: UInt32 = 0
  /// The highest bound of each block, so that blocks can be passed over at once.
  private var maxima: [UInt32]
  /// As many as ``listCount`` says are in use.
  private var lists: [List] = []
  private var listCount = 0
  private var frequent = FrequentWeights()
  private var position = 0

  /// For documents that `postings` were made for.
  init(_ index: LanguageIndex, _ postings: Postings) {
    self.index = index
    self.postings = postings
    let blocks = (index.documents.count + Self.block - 1) / Self.block
    bounds = [UInt32](repeating: 0, count: blocks * Self.block)
    maxima = [UInt32](repeating: 0, count: blocks)
  }

  /// Compares the document at `position` with all candidates.
  mutating func read(_ position: Int) {
    self.position = position
    ownLength = UInt32(index.vectors.lengths[position])
    frequent.load(position, of: index)
    findLists()
    addLists()
    findMaxima()
  }

  func cosine(of other: Int) -> Int {
    let place = other - postings.firstDocument
    guard place >= 0 else { return 0 }
    let most = ownLength &* UInt32(index.vectors.lengths[other])
    return Int(bounds[place] &- most) + frequent.cosine(other, of: index)
  }

  func candidate(_ other: Int) -> Candidate {
    candidate(other, cosine: cosine(of: other))
  }

  /// The `limit` best of those that are similar enough, without those that `isBarred` names and
  /// without the same story told again; best first.
  func strongest(_ limit: Int, isBarred: (Int) -> Bool) -> [Candidate] {
    var best = Ranking(limit: limit)
    // Those with the highest bounds first: that raises the bar for all others.
    let seen = highestBounds(limit)
    for place in seen {
      add(place + postings.firstDocument, to: &best, isBarred)
    }
    let leastSeen = seen.last.map { self.bounds[$0] } ?? .max
    let (bounds, maxima) = (bounds.span, maxima.span)
    for era in stride(from: 0, to: maxima.count, by: Self.era) {
      let nearness = nearness(ofEra: era)
      var least = leastCosine(for: best, nearness)
      for block in era..<min(era &+ Self.era, maxima.count) where maxima[block] >= least {
        for place in places(inBlock: block) where bounds[place] >= least {
          guard bounds[place] < leastSeen || !seen.contains(place) else { continue }
          add(place &+ postings.firstDocument, to: &best, isBarred)
          least = leastCosine(for: best, nearness)
        }
      }
    }
    return best.candidates
  }

  /// The candidates whose list the document read may enter, by the bars of their lists.
  func reaching(_ bar: (_ position: Int) -> Int?) -> [Int] {
    let relevance = RelatedOptions.relevanceTenths
    var result: [Int] = []
    forEachPlace(atLeast: Int(index.minimumCosine)) { place, bound in
      let other = place + postings.firstDocument
      guard let bar = bar(other) else { return }
      guard score(other, cosine: Int(bound)) * relevance >= bar else { return }
      let candidate = candidate(other)
      guard candidate.cosine >= Int(index.minimumCosine), candidate.score * relevance >= bar else {
        return
      }
      result.append(other)
    }
    return result
  }

  /// How many of the articles that may be picked are better than `candidate`.
  func countBetter(than candidate: Candidate, isBarred: (Int) -> Bool) -> Int {
    (postings.firstDocument..<index.documents.count).count { position in
      guard index.documents.isCandidate(position), !isBarred(position) else { return false }
      let other = self.candidate(position)
      guard other.cosine >= Int(index.minimumCosine), other.cosine <= index.options.sameStory else {
        return false
      }
      return index.isBetter(other, candidate)
    }
  }

  /// The articles that tell the same story, best first.
  func sameStory(isBarred: (Int) -> Bool) -> [Candidate] {
    let least = index.options.sameStory + 1
    var result: [Candidate] = []
    forEachPlace(atLeast: least) { place, _ in
      let position = place + postings.firstDocument
      let candidate = candidate(position)
      guard candidate.cosine >= least, index.documents.isCandidate(position), !isBarred(position)
      else { return }
      result.append(candidate)
    }
    return result.sorted(by: index.isBetter)
  }
}

extension SimilarityScan {
  private static let block = 8
  /// How many blocks are so near in time that they have one bound of it: documents go by date.
  private static let era = 16
  /// How many postings are in a line of the processor's cache.
  private static let line = 16

  private mutating func findLists() {
    let (index, postings) = (index, postings)
    let range = index.vectors.rare.range(position)
    if lists.count < range.count {
      lists = [List](repeating: List(start: 0, end: 0, weight: 0), count: range.count * 2)
    }
    listCount = range.count
    var lists = lists.mutableSpan
    let starts = postings.starts.span
    let terms = index.vectors.rare.terms.span.extracting(range)
    let weights = index.vectors.rare.weights.span.extracting(range)
    for place in terms.indices {
      let term = Int(terms[place])
      lists[place] = List(
        start: starts[term], end: starts[term &+ 1], weight: UInt32(weights[place]))
    }
  }

  /// Adds the products of all postings.
  ///
  /// Nearly every list is somewhere else in memory. The first round, which takes only what begins a
  /// new line of the processor's cache, has many lines fetched side by side; the second one finds
  /// them at hand.
  private mutating func addLists() {
    let (index, postings, ownLength) = (index, postings, ownLength)
    let entries = postings.entries.span
    let all = lists
    let lists = all.span.extracting(first: listCount)
    var bounds = self.bounds.mutableSpan
    let lengths = index.vectors.lengths.span.extracting(droppingFirst: postings.firstDocument)
    for place in lengths.indices {
      bounds[place] = ownLength &* UInt32(lengths[place])
    }
    for place in lists.indices {
      let list = lists[place]
      for start in stride(from: Int(list.start), to: Int(list.end), by: Self.line) {
        Self.add(entries[start], times: list.weight, to: &bounds)
      }
    }
    for place in lists.indices {
      let list = lists[place]
      for start in stride(from: Int(list.start), to: Int(list.end), by: Self.line) {
        for posting in start &+ 1..<min(start &+ Self.line, Int(list.end)) {
          Self.add(entries[posting], times: list.weight, to: &bounds)
        }
      }
    }
  }

  @inline(__always)
  private static func add(
    _ posting: UInt32, times weight: UInt32, to bounds: inout MutableSpan<UInt32>
  ) {
    let document = Int(posting >> TermVectors.weightBits)
    bounds[document] &+= (posting & TermVectors.weightMask) &* weight
  }

  private mutating func findMaxima() {
    let copy = bounds
    let bounds = copy.span
    var maxima = self.maxima.mutableSpan
    for block in maxima.indices {
      let places = bounds.extracting(block &* Self.block..<(block &+ 1) &* Self.block)
      var most: UInt32 = 0
      for place in places.indices {
        most = max(most, places[place])
      }
      maxima[block] = most
    }
  }

  private func score(_ other: Int, cosine: Int) -> Int {
    cosine * index.nearness.factor(index.date(position), index.date(other)) / Nearness.unit
  }

  private func candidate(_ other: Int, cosine: Int) -> Candidate {
    Candidate(position: other, cosine: cosine, score: score(other, cosine: cosine))
  }

  private func add(_ position: Int, to best: inout Ranking, _ isBarred: (Int) -> Bool) {
    let most = score(position, cosine: Int(bounds[position - postings.firstDocument]))
    if best.isFull, most < best.last.score { return }
    let cosine = cosine(of: position)
    guard cosine >= Int(index.minimumCosine), cosine <= index.options.sameStory else { return }
    let candidate = candidate(position, cosine: cosine)
    if best.isFull, !index.isBetter(candidate, best.last) { return }
    guard index.documents.isCandidate(position), !isBarred(position) else { return }
    best.insert(candidate, index)
  }

  /// The most that nearness in time can do for the documents of an era.
  private func nearness(ofEra era: Int) -> Int {
    let first = postings.firstDocument &+ era &* Self.block
    let end = min(first &+ Self.era &* Self.block, index.documents.count)
    let nearest = min(max(position, first), end &- 1)
    return index.nearness.factor(index.date(position), index.date(nearest))
  }

  /// With a lower cosine, no document of such nearness in time has a place among the best.
  @inline(__always)
  private func leastCosine(for best: Ranking, _ nearness: Int) -> UInt32 {
    let least = Int(index.minimumCosine)
    return UInt32(best.isFull ? max(least, best.last.score * Nearness.unit / nearness) : least)
  }

  /// Calls `body` with every place whose document can have a cosine of at least `least`, and with
  /// the most that it can be.
  @inline(__always)
  private func forEachPlace(atLeast least: Int, _ body: (Int, UInt32) -> Void) {
    let (bounds, maxima) = (bounds.span, maxima.span)
    let least = UInt32(max(least, 0))
    for block in maxima.indices where maxima[block] >= least {
      for place in places(inBlock: block) where bounds[place] >= least {
        body(place, bounds[place])
      }
    }
  }

  @inline(__always)
  private func places(inBlock block: Int) -> Range<Int> {
    let start = block &* Self.block
    return start..<min(start &+ Self.block, index.documents.count &- postings.firstDocument)
  }

  /// The places with the highest bounds, at most `limit`.
  private func highestBounds(_ limit: Int) -> [Int] {
    var best: [UInt64] = []
    best.reserveCapacity(limit + 1)
    var least: UInt32 = 1
    let bounds = self.bounds.span
    let maxima = self.maxima.span
    for block in maxima.indices where maxima[block] >= least {
      let start = block &* Self.block
      for place in start..<start + Self.block where bounds[place] >= least {
        let entry = UInt64(bounds[place]) << 32 | UInt64(place)
        var rank = best.count
        best.append(entry)
        while rank > 0, best[rank - 1] < entry {
          best[rank] = best[rank - 1]
          rank -= 1
        }
        best[rank] = entry
        guard best.count > limit else { continue }
        best.removeLast()
        least = UInt32(best[limit - 1] >> 32) + 1
      }
    }
    return best.map { Int($0 & 0xFFFF_FFFF) }
  }
}
