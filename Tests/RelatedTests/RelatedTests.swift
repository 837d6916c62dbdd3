import Related
import Testing

/// Each rule of "You May Also Like" on a small publication made in code.
@Suite struct RelatedTests {
  @Test("A list is full, in the article's language, and names no article twice or itself")
  func invariants() async {
    let documents = publication(count: 60)
    let lists = await index(documents).lists
    for (position, list) in lists.enumerated() {
      let picked = list.map(\.document)
      #expect(picked.count == 4 && Set(picked).count == 4)
      #expect(!picked.contains(position))
      #expect(
        picked.allSatisfy { documents[$0].facts.language == documents[position].facts.language })
      #expect(picked.allSatisfy { documents[$0].facts.isCandidate })
    }
  }

  @Test("The lists do not depend on the order of the articles or on the number of jobs")
  func determinism() async {
    let documents = publication(count: 80)
    let expected = await named(documents, jobs: 1)
    #expect(await named(documents, jobs: 2) == expected)
    #expect(await named(documents, jobs: 8) == expected)
    #expect(await named(documents.reversed(), jobs: 3) == expected)
    let shuffled = documents.indices.map { documents[$0 * 37 % documents.count] }
    #expect(await named(shuffled, jobs: 2) == expected)
  }

  @Test("What resembles an article comes before what does not")
  func similarity() async {
    var documents = publication(count: 20)
    documents[3].text.body = "The court ruled on antitrust remedies for the search engine."
    documents[17].text.body = "An antitrust court heard about the search engine and its remedies."
    let lists = await index(documents).lists
    #expect(lists[3].first?.document == 17)
    #expect(lists[3].first?.reason == .similar)
  }

  @Test("The editor's pins come first, and what the editor excludes never comes")
  func editorsHand() async {
    var documents = publication(count: 20)
    let first = await index(documents).lists[5].map(\.document)
    let pin = documents.indices.first {
      $0 != 5 && !first.contains($0) && documents[$0].facts.isCandidate
    }
    documents[5].facts.pins = [pin ?? 0]
    documents[5].facts.excluded = [first[0]]
    let list = await index(documents).lists[5]
    #expect(list.first?.document == pin && list.first?.reason == .pinned)
    #expect(!list.map(\.document).contains(first[0]))
  }

  @Test("The next part of a series comes before the other parts")
  func series() async {
    var documents = publication(count: 20)
    for (part, position) in [2, 6, 10].enumerated() {
      documents[position].facts.series = RelatedDocument.SeriesPart(name: "Steps", number: part + 1)
    }
    let lists = await index(documents).lists
    #expect(lists[2].prefix(2).map(\.document) == [6, 10])
    #expect(lists[6].first?.document == 10)
  }

  @Test("An article that is no candidate stands in no list, and has one of its own")
  func candidates() async {
    var documents = publication(count: 20)
    documents[4].facts.isCandidate = false
    let lists = await index(documents).lists
    #expect(lists.allSatisfy { !$0.map(\.document).contains(4) })
    #expect(lists[4].count == 4)
  }

  @Test("Without anything similar the nearest in time of the section fill the list")
  func fallback() async {
    var documents = publication(count: 8)
    for position in documents.indices {
      documents[position].text.title = "word\(position)"
      documents[position].text.body = "text\(position)"
      documents[position].text.tags = []
      documents[position].text.authors = []
    }
    let list = await index(documents).lists[3]
    #expect(list.count == 4 && list.allSatisfy { $0.reason == .section || $0.reason == .site })
    var options = RelatedOptions()
    options.fallback = .none
    #expect(await index(documents, options).lists[3].isEmpty)
  }

  @Test("A new article changes only the lists that it enters, until the next milestone")
  func appending() async {
    let documents = publication(count: 330)
    let before = await named(Array(documents.dropLast()), jobs: 2)
    let after = await named(documents, jobs: 2)
    let new = documents[documents.count - 1].facts.id
    for (id, list) in before where after[id] != list {
      #expect(after[id]?.contains(new) == true, "the list of \(id) changed without \(new)")
    }
  }

  @Test("An explanation, which is found alone, tells of the list that is found among all")
  func explanation() async throws {
    var documents = publication(count: 200)
    for position in stride(from: 0, to: 200, by: 7) {
      documents[position].facts.pins = [(position + 50) % 200]
      documents[(position + 3) % 200].facts.excluded = [(position + 4) % 200]
      documents[(position + 1) % 200].facts.series = RelatedDocument.SeriesPart(
        name: "chips", number: position)
      documents[(position + 2) % 200].text = documents[position].text
    }
    let index = await index(documents)
    let lists = index.lists
    for position in lists.indices {
      let explanation = try #require(index.explain(document: position))
      #expect(explanation.entries.map(\.pick) == lists[position])
      #expect(index.whyNot(position, under: position) == .itself)
      for (place, pick) in lists[position].enumerated() {
        #expect(index.whyNot(pick.document, under: position) == .listed(place: place + 1))
      }
    }
  }

  private func named(_ documents: [TestArticle], jobs: Int) async -> [String: [String]] {
    let lists = await index(documents, jobs: jobs).lists
    return Dictionary(
      uniqueKeysWithValues: zip(documents, lists).map { document, list in
        (document.facts.id, list.map { documents[$0.document].facts.id })
      })
  }
}
