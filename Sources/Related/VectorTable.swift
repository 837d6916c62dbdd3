/// The vectors of all documents of a language, in chunks.
struct VectorTable: Sendable {
  static let chunk = 128

  private let parts: [TermVectors]
  let count: Int

  init(_ parts: [TermVectors], count: Int) {
    self.parts = parts
    self.count = count
  }

  /// The part that holds a document's vector, and where.
  @inline(__always)
  func place(_ document: Int) -> (TermVectors, Range<Int>) {
    let part = parts[document / Self.chunk]
    return (part, part.range(document % Self.chunk))
  }

  static func made(
    _ documents: DocumentSlice, _ statistics: TermStatistics, _ options: RelatedOptions, jobs: Int
  ) async -> VectorTable {
    let parts = await Stripes(count: documents.count, chunk: chunk, jobs: jobs).map { stripe in
      var builder = TermVectorBuilder(statistics: statistics, weights: options.weights)
      return stripe.map { builder.vectors(documents, $0) }
    }
    return VectorTable(Stripes.interleaved(parts), count: documents.count)
  }
}
