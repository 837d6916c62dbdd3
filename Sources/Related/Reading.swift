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
    let shares = await Chunks(count: documents.count, jobs: pairing.jobs).share { chunks in
      var share = Share(reader: WordReader(pairing.weights, table: memory.table))
      for (number, range) in chunks {
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
        let known = share.reader.table.count
        share.chunks.append(Share.Chunk(number: number, words: words, known: known))
      }
      return share
    }
    return Reading(merging: shares, knownCount: memory.table.count)
  }
}

extension Reading {
  /// What one task reads.
  private struct Share: Sendable {
    struct Chunk: Sendable {
      var number: Int
      var words: DocumentWords
      /// How many words the task knows after it.
      var known: Int
    }

    var chunks: [Chunk] = []
    var reader: WordReader
  }

  /// Gives the words one number for all tasks: as if one task had read the chunks in their order.
  private init(merging shares: consuming [Share], knownCount: Int) {
    let counts = shares.map(\.reader.frequencies)
    table = shares[0].reader.table
    frequencies = counts[0]
    words.reserveCapacity(for: shares.lazy.flatMap(\.chunks).map(\.words))
    guard shares.count > 1 else {
      for chunk in shares[0].chunks {
        words.append(chunk.words)
      }
      return
    }
    table = WordTable(Array(table.hashes.prefix(knownCount)))
    frequencies = (0..<knownCount).map { word in
      counts.reduce(0) { $0 + $1[word] }
    }
    var numbers = shares.map { _ in (0..<knownCount).map { UInt32($0) } }
    let order = shares.indices.flatMap { share in
      shares[share].chunks.indices.map { (share: share, place: $0) }
    }.sorted { shares[$0.share].chunks[$0.place].number < shares[$1.share].chunks[$1.place].number }
    for (share, place) in order {
      let chunk = shares[share].chunks[place]
      // Its memory is free once it was appended.
      shares[share].chunks[place].words = DocumentWords()
      for word in numbers[share].count..<chunk.known {
        let number = table.number(of: shares[share].reader.table.hashes[word])
        numbers[share].append(UInt32(number))
        if number == frequencies.count { frequencies.append(0) }
        frequencies[number] += counts[share][word]
      }
      words.append(chunk.words, numbered: numbers[share])
    }
  }
}
