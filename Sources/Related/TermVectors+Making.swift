extension TermVectors {
  /// The vectors of all documents of `words`, in their order.
  static func made(
    _ words: DocumentWords, _ statistics: TermStatistics, _ weights: FieldWeights, jobs: Int
  ) async -> TermVectors {
    let parts = await Chunks(count: words.count, jobs: jobs).map {
      TermVectorBuilder(statistics, weights)
    } each: { builder, range in
      var vectors = TermVectors()
      for document in range {
        builder.addVector(of: document, in: words, to: &vectors)
      }
      return vectors
    }
    return TermVectors(joining: parts)
  }
}
