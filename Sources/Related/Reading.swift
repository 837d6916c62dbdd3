/// The words of all documents of a language.
struct Reading: Sendable {
  private(set) var words = DocumentWords()
  private(set) var table: WordTable
  /// In how many documents up to the milestone each word occurs.
  private(set) var frequencies: [UInt32]

  /// Reads the documents that `memory` does not know.
  static func words(
    of documents: DocumentSlice, _ source: RelatedSource, _ memory: WordMemory,
    _ pairing: PairTable.Pairing
  ) async -> Reading {
    let milestone = Milestone(documentCount: documents.count).size
    let stripes = Stripes(count: documents.count, jobs: pairing.jobs)
    let shares = await stripes.map { stripe in
      var share = Share(reader: WordReader(pairing.weights, table: memory.table))
      for range in stripe {
        var words = DocumentWords()
        for position in range {
          let adding: UInt32 = position < milestone ? 1 : 0
          if let place = memory.place(of: documents[position].digest) {
            share.reader.recall(place, of: memory, adding: adding, to: &words)
          } else {
            let text = source.text(documents.order[position])
            share.reader.read(text, adding: adding, to: &words)
          }
        }
        share.chunks.append(words)
        share.known.append(share.reader.table.count)
      }
      return share
    }
    return Reading(merging: shares, knownCount: memory.table.count)
  }
}

extension Reading {
  /// What one task reads.
  private struct Share: Sendable {
    var chunks: [DocumentWords] = []
    /// How many words the task knows after each chunk.
    var known: [Int] = []
    var reader: WordReader
  }

  /// Gives the words one number for all tasks: as if one task had read the chunks in their order.
  private init(merging shares: [Share], knownCount: Int) {
    let counts = shares.map(\.reader.frequencies)
    table = shares[0].reader.table
    frequencies = counts[0]
    var shares = shares
    words.reserveCapacity(for: shares.lazy.flatMap(\.chunks))
    guard shares.count > 1 else {
      for chunk in shares[0].chunks {
        words.append(chunk)
      }
      return
    }
    table = WordTable(Array(table.hashes.prefix(knownCount)))
    frequencies = (0..<knownCount).map { word in
      counts.reduce(0) { $0 + $1[word] }
    }
    var numbers = shares.map { _ in (0..<knownCount).map { UInt32($0) } }
    for round in shares[0].chunks.indices {
      for share in shares.indices where round < shares[share].chunks.count {
        for word in numbers[share].count..<shares[share].known[round] {
          let number = table.number(of: shares[share].reader.table.hashes[word])
          numbers[share].append(UInt32(number))
          if number == frequencies.count { frequencies.append(0) }
          frequencies[number] += counts[share][word]
        }
        shares[share].chunks[round].renumber(numbers[share])
        words.append(shares[share].chunks[round])
        shares[share].chunks[round] = DocumentWords()
      }
    }
  }
}
