/// For each term that is not frequent, the documents that may be recommended for it.
struct Postings: Sendable {
  /// Beyond it a language's oldest documents are not found by what they say, only by date.
  static let documentLimit = 1 << 20

  /// The document that stands in entries as zero.
  let firstDocument: Int
  /// Where each term's documents start; one more than there are terms.
  let starts: [UInt32]
  /// A document in the upper twenty bits, the term's weight in it in the lower twelve.
  let entries: [UInt32]

  /// What is needed for comparing the documents at `positions` with all of `index`; if they are few,
  /// only their terms have postings.
  static func made(for positions: [Int], of index: LanguageIndex, jobs: Int) async -> Postings {
    let vectors = index.vectors.rare
    guard positions.count < index.documents.count / 16 else {
      return await Postings(PostingsPlan(index, vectors), jobs: jobs)
    }
    let wanted = terms(of: positions, vectors, index.statistics.termCount)
    let stripes = await Stripes(count: index.documents.count, chunk: 512, jobs: jobs).map {
      $0.map { vectors.keeping(wanted, of: $0) }
    }
    let kept = TermVectors.Part(joining: Stripes.interleaved(stripes))
    return Postings(PostingsPlan(index, kept))
  }

  /// What is needed for comparing one document.
  init(_ index: LanguageIndex, for position: Int) {
    let vectors = index.vectors.rare
    let wanted = Self.terms(of: [position], vectors, index.statistics.termCount)
    self.init(PostingsPlan(index, vectors.keeping(wanted, of: 0..<index.documents.count)))
  }

  static func firstDocument(of count: Int) -> Int {
    max(count - documentLimit, 0)
  }
}

extension Postings {
  private init(_ plan: PostingsPlan) {
    (firstDocument, starts) = (plan.firstDocument, plan.starts)
    entries = plan.entries(of: 0..<plan.termCount)
  }

  private init(_ plan: PostingsPlan, jobs: Int) async {
    (firstDocument, starts) = (plan.firstDocument, plan.starts)
    let ranges = plan.ranges(jobs)
    let parts = await Stripes(count: ranges.count, chunk: 1, jobs: jobs).map { stripe in
      stripe.joined().map { plan.entries(of: ranges[$0]) }
    }
    var entries = parts[0][0]
    for part in Stripes.interleaved(parts).dropFirst() {
      entries.append(contentsOf: part)
    }
    self.entries = entries
  }

  /// A bit for each term of the documents at `positions`.
  private static func terms(
    of positions: [Int], _ vectors: TermVectors.Part, _ termCount: Int
  ) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: termCount / 64 + 1)
    for position in positions {
      for term in vectors.terms[vectors.range(position)] {
        bits[Int(term >> 6)] |= 1 << UInt64(term & 63)
      }
    }
    return bits
  }
}

extension TermVectors.Part {
  /// Of some documents only the terms for which `wanted` has a bit.
  fileprivate func keeping(_ wanted: [UInt64], of documents: Range<Int>) -> TermVectors.Part {
    var kept = TermVectors.Part()
    let (terms, wanted) = (terms.span, wanted.span)
    for document in documents {
      for place in range(document) {
        let term = terms[place]
        guard wanted[Int(term >> 6)] &>> UInt64(term) & 1 == 1 else { continue }
        kept.add(term, weights[place])
      }
      kept.endDocument()
    }
    return kept
  }
}
