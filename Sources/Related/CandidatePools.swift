/// The strongest candidates of many documents, which are found before any list is chosen.
///
/// Who chooses a list compares its candidates with one another. Of two articles that are both like
/// a third one, nearly always one is among the strongest of the other, so their cosine is here.
struct CandidatePools: Sendable {
  /// Where the pool of each document starts; one more than there are documents.
  private var starts: [UInt32] = [0]
  /// The candidates of one document after another, best first.
  private var candidates: [UInt32] = []
  /// In the same places, in units of ``TermVectors/cosineUnit``.
  private var cosines: [UInt32] = []

  /// The pools of the documents at `positions`; those of all others are empty.
  static func made(
    for positions: [Int], of index: LanguageIndex, _ postings: Postings, jobs: Int
  ) async -> CandidatePools {
    var wanted = [Bool](repeating: false, count: index.documents.count)
    for position in positions {
      wanted[position] = true
    }
    let isWanted = wanted
    let parts = await Chunks(count: isWanted.count, size: 32, jobs: jobs).map {
      SimilarityScan(index, postings)
    } each: { scan, documents in
      var pools = CandidatePools()
      for document in documents {
        if isWanted[document] {
          let barred = index.barred(document)
          scan.read(document)
          pools.add(scan.strongest(RelatedOptions.poolSize) { barred.contains($0) })
        }
        pools.endDocument()
      }
      return pools
    }
    return CandidatePools(joining: parts)
  }

  /// No pools.
  init() {}

  private init(joining parts: [CandidatePools]) {
    candidates.reserveCapacity(parts.reduce(0) { $0 + $1.candidates.count })
    cosines.reserveCapacity(candidates.capacity)
    for part in parts {
      let offset = UInt32(candidates.count)
      starts.append(contentsOf: part.starts.lazy.dropFirst().map { $0 + offset })
      candidates.append(contentsOf: part.candidates)
      cosines.append(contentsOf: part.cosines)
    }
  }

  private mutating func add(_ pool: [SimilarityScan.Candidate]) {
    candidates.append(contentsOf: pool.lazy.map { UInt32($0.position) })
    cosines.append(contentsOf: pool.lazy.map { UInt32($0.cosine) })
  }

  private mutating func endDocument() {
    starts.append(UInt32(candidates.count))
  }
}

extension CandidatePools {
  /// The candidates of a document, at most ``RelatedOptions/poolSize``, best first; nil if it has no
  /// pool.
  func candidates(of position: Int, _ index: LanguageIndex) -> [SimilarityScan.Candidate]? {
    let range = range(position)
    guard !range.isEmpty else { return nil }
    return range.map {
      index.candidate(Int(candidates[$0]), for: position, cosine: Int(cosines[$0]))
    }
  }

  /// The cosine of two documents, if one is in the pool of the other.
  func cosine(_ first: Int, _ second: Int) -> Int? {
    if let place = place(of: second, in: first) { return Int(cosines[place]) }
    return place(of: first, in: second).map { Int(cosines[$0]) }
  }

  private func range(_ position: Int) -> Range<Int> {
    guard position + 1 < starts.count else { return 0..<0 }
    return Int(starts[position])..<Int(starts[position + 1])
  }

  private func place(of other: Int, in position: Int) -> Int? {
    let range = range(position)
    let pool = candidates.span.extracting(range)
    let wanted = UInt32(other)
    // Nothing leaves the loop, so that many candidates are compared at once.
    var found = UInt32.max
    for place in pool.indices {
      found = min(found, pool[place] == wanted ? UInt32(truncatingIfNeeded: place) : .max)
    }
    return found == .max ? nil : range.lowerBound + Int(found)
  }
}
