/// The lists of a language as they were, and of what they were made.
struct ListMemory: Hashable, Sendable {
  /// A document as it was.
  struct Entry: Hashable, Sendable {
    /// The hash of its id.
    var id: UInt64
    /// What other documents' lists see of it.
    var traits: Traits
    /// What only its own list depends on.
    var wishes: UInt64
    /// Positions in picks are positions among the entries.
    var list: FoundList
  }

  /// What similarity is made of.
  struct Traits: Hashable, Sendable {
    var vector: UInt64
    var date: Int
    var isCandidate: Bool
  }

  var entries: [Entry] = []

  /// The entries by id; empty if two have the same.
  func byID() -> [UInt64: Int] {
    let places = Dictionary(
      zip(entries.map(\.id), entries.indices), uniquingKeysWith: { first, _ in first })
    return places.count == entries.count ? places : [:]
  }
}

extension ListMemory {
  func write(to writer: inout ByteWriter) {
    writer.write(entries.count)
    for entry in entries {
      writer.write(fixed: entry.id)
      writer.write(fixed: entry.traits.vector)
      writer.write(entry.traits.date)
      writer.write(entry.traits.isCandidate ? 1 : 0)
      writer.write(fixed: entry.wishes)
      writer.write(entry.list.bar)
      writer.write(entry.list.isOpen ? 1 : 0)
      writer.write(entry.list.picks.count)
      for pick in entry.list.picks {
        writer.write(pick.document)
        writer.write(RelatedPick.Reason.allCases.firstIndex(of: pick.reason) ?? 0)
        writer.write(pick.score)
        writer.write(pick.cosine)
      }
    }
  }

  /// What was written; nil if it is damaged.
  init?(from reader: inout ByteReader) {
    let count = reader.count(of: 29)
    for _ in 0..<count {
      let id = reader.fixed()
      let traits = Traits(
        vector: reader.fixed(), date: reader.number(), isCandidate: reader.number() == 1)
      let wishes = reader.fixed()
      var list = FoundList(picks: [], bar: reader.number(), isOpen: reader.number() == 1)
      for _ in 0..<reader.count(of: 4) {
        let document = reader.number()
        let reason = reader.number()
        let score = reader.number()
        guard (0..<count).contains(document), RelatedPick.Reason.allCases.indices.contains(reason)
        else { return nil }
        list.picks.append(
          RelatedPick(
            document: document, reason: RelatedPick.Reason.allCases[reason], score: score,
            cosine: reader.number()))
      }
      entries.append(Entry(id: id, traits: traits, wishes: wishes, list: list))
    }
    guard !reader.isDamaged else { return nil }
  }
}
