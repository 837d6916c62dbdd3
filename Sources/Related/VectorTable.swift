/// The vectors of a language's documents, by position.
struct VectorTable: Sendable {
  private(set) var vectors: TermVectors
  /// Where each document's vector stands among ``vectors``.
  private(set) var places: [UInt32]

  init(_ vectors: TermVectors, places: [UInt32]) {
    self.vectors = vectors
    self.places = places
  }

  var count: Int { places.count }

  @inline(__always)
  func rare(_ document: Int) -> Range<Int> {
    vectors.rare.range(Int(places[document]))
  }

  @inline(__always)
  func frequent(_ document: Int) -> Range<Int> {
    vectors.frequent.range(Int(places[document]))
  }

  /// The length of a document's frequent terms.
  @inline(__always)
  func length(_ document: Int) -> UInt32 {
    UInt32(vectors.lengths[Int(places[document])])
  }

  func digest(_ document: Int) -> UInt64 {
    vectors.digests[Int(places[document])]
  }

  static func made(
    _ chunks: [DocumentWords], _ statistics: TermStatistics, _ weights: FieldWeights, jobs: Int
  ) async -> VectorTable {
    let stripes = await Stripes(count: chunks.count, chunk: 1, jobs: jobs).map { stripe in
      var builder = TermVectorBuilder(statistics, weights)
      return stripe.map { range in
        var vectors = TermVectors()
        for document in 0..<chunks[range.lowerBound].count {
          builder.addVector(of: document, in: chunks[range.lowerBound], to: &vectors)
        }
        return vectors
      }
    }
    var result = TermVectors()
    let parts = Stripes.interleaved(stripes)
    result.reserveCapacity(for: parts)
    for part in parts {
      result.append(part)
    }
    return VectorTable(result, places: (0..<result.count).map { UInt32($0) })
  }
}
