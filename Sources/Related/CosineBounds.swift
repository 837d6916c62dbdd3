/// How like one document each other one can be at most; its memory is used again for the next.
///
/// The terms of few documents are summed up for all of them at once. What the frequent terms add
/// is bounded by the lengths of both documents' frequent terms, after Cauchy and Schwarz.
struct CosineBounds {
  /// Documents that are passed over at once if the highest bound among them allows it.
  static let block = 8

  /// The document that stands in place zero; see ``Postings/firstDocument``.
  let firstDocument: Int
  /// How many places stand for a document; the others fill the last block.
  let count: Int
  private let postings: Postings
  /// By place, in units of ``TermVectors/cosineUnit``.
  private(set) var bounds: [UInt32]
  /// The highest bound of each block.
  private(set) var maxima: [UInt32]
  /// Of the frequent terms of the document that is read.
  private var ownLength: UInt32 = 0
  private var lists = PostingLists()

  /// For documents that `postings` were made for.
  init(_ index: borrowing LanguageIndex, _ postings: Postings) {
    self.postings = postings
    firstDocument = postings.firstDocument
    count = index.documents.count - postings.firstDocument
    let blocks = (index.documents.count + Self.block - 1) / Self.block
    bounds = [UInt32](repeating: 0, count: blocks * Self.block)
    maxima = [UInt32](repeating: 0, count: blocks)
  }

  /// Compares the document at `position` with all candidates.
  mutating func read(_ position: Int, of index: borrowing LanguageIndex) {
    ownLength = UInt32(index.vectors.lengths[position])
    let lengths = index.vectors.lengths.span.extracting(droppingFirst: firstDocument)
    Self.fill(&bounds, lengths, times: ownLength)
    let range = index.vectors.rare.range(position)
    lists.find(
      index.vectors.rare.terms.span.extracting(range),
      index.vectors.rare.weights.span.extracting(range), in: postings)
    lists.add(postings, to: &bounds)
    Self.findMaxima(of: bounds, &maxima)
  }

  /// What the terms of few documents add to the cosine with another document.
  @inline(__always)
  func rareCosine(_ place: Int, length: UInt16) -> Int {
    Int(bounds[place] &- ownLength &* UInt32(length))
  }

  @inline(__always)
  func places(inBlock block: Int) -> Range<Int> {
    block &* Self.block..<min((block &+ 1) &* Self.block, count)
  }

  /// Calls `body` with every place whose document can have a cosine of at least `least`.
  @inline(__always)
  func forEachPlace(atLeast least: Int, _ body: (Int) -> Void) {
    let (bounds, maxima) = (bounds.span, maxima.span)
    let least = UInt32(max(least, 0))
    for block in maxima.indices where maxima[block] >= least {
      for place in places(inBlock: block) where bounds[place] >= least {
        body(place)
      }
    }
  }

  /// A bound that at least `count` documents reach, and not many more: one that the highest of so
  /// many blocks reach; zero if there are not so many.
  func bound(reachedBy count: Int) -> UInt32 {
    var (low, high) = (UInt32(0), (maxima.max() ?? 0) + 1)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let reached = Self.count(maxima, atLeast: middle)
      if reached < count {
        high = middle
      } else {
        low = middle
        if reached < count * 2 { break }
      }
    }
    return low
  }
}

extension CosineBounds {
  private static func fill(_ bounds: inout [UInt32], _ lengths: Span<UInt16>, times own: UInt32) {
    var bounds = bounds.mutableSpan
    for place in lengths.indices {
      bounds[place] = own &* UInt32(lengths[place])
    }
  }

  private static func count(_ maxima: [UInt32], atLeast least: UInt32) -> Int {
    let maxima = maxima.span
    // Bounds have 31 bits at most, so the sign says which is greater: a branch would be hard to foresee.
    var count: UInt32 = 0
    for block in maxima.indices {
      count &+= (least &- 1 &- maxima[block]) &>> 31
    }
    return Int(count)
  }

  private static func findMaxima(of bounds: [UInt32], _ maxima: inout [UInt32]) {
    let bounds = bounds.span
    var maxima = maxima.mutableSpan
    for block in maxima.indices {
      let places = bounds.extracting(block &* Self.block..<(block &+ 1) &* Self.block)
      var most: UInt32 = 0
      for place in places.indices {
        most = max(most, places[place])
      }
      maxima[block] = most
    }
  }
}
