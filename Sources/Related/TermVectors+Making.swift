extension TermVectors {
  /// The vectors of all documents of `chunks`, in their order.
  static func made(
    _ chunks: [DocumentWords], _ statistics: TermStatistics, _ weights: FieldWeights, jobs: Int
  ) async -> TermVectors {
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
    result.rare.reserveCapacity(for: parts.lazy.map(\.rare))
    for part in parts {
      result.append(part)
    }
    return result
  }
}
