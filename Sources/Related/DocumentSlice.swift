/// The documents of one language, by date and then by id.
struct DocumentSlice: Sendable {
  let documents: [RelatedDocument]
  /// The documents of this language, as positions in ``documents``.
  let order: [Int]
  /// In the order of ``order``.
  let dates: [Int]
  private let candidates: [Bool]
  /// The reverse of ``order``; -1 for documents of other languages.
  private let positions: [Int32]

  init(_ documents: [RelatedDocument], _ members: [Int]) {
    self.documents = documents
    order = members.sorted {
      // Positions only matter where the ids are equal, which the caller rules out.
      (documents[$0].date, documents[$0].id, $0) < (documents[$1].date, documents[$1].id, $1)
    }
    dates = order.map { documents[$0].date }
    candidates = order.map { documents[$0].isCandidate }
    var positions = [Int32](repeating: -1, count: documents.count)
    for (position, document) in order.enumerated() {
      positions[document] = Int32(position)
    }
    self.positions = positions
  }

  var count: Int { order.count }

  /// Where a document stands in ``order``; nil if it has another language.
  func position(of document: Int) -> Int? {
    positions[document] < 0 ? nil : Int(positions[document])
  }

  @inline(__always)
  func isCandidate(_ position: Int) -> Bool {
    candidates[position]
  }

  subscript(position: Int) -> RelatedDocument {
    _read { yield documents[order[position]] }
  }
}
