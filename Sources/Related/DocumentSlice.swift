/// The documents of one language, by date and then by id.
struct DocumentSlice: Sendable {
  let documents: [RelatedDocument]
  let texts: [RelatedText]
  /// The documents of this language, as positions in ``documents``.
  let order: [Int]
  /// In the order of ``order``.
  let dates: [Int]
  private let positions: [Int: Int]

  init(_ documents: [RelatedDocument], _ texts: [RelatedText], _ members: [Int]) {
    self.documents = documents
    self.texts = texts
    order = members.sorted {
      // Positions only matter where the ids are equal, which the caller rules out.
      (documents[$0].date, documents[$0].id, $0) < (documents[$1].date, documents[$1].id, $1)
    }
    positions = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    dates = order.map { documents[$0].date }
  }

  /// The size of all texts.
  var byteCount: Int {
    order.reduce(0) { sum, position in
      let document = self.texts[position]
      let texts = [document.title, document.summary, document.body]
      return texts.reduce(sum) { $0 + $1.utf8.count }
    }
  }

  var count: Int { order.count }

  func text(_ position: Int) -> RelatedText { texts[order[position]] }

  /// Where a document stands in ``order``; nil if it has another language.
  func position(of document: Int) -> Int? {
    positions[document]
  }

  subscript(position: Int) -> RelatedDocument {
    _read { yield documents[order[position]] }
  }
}
