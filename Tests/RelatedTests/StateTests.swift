import Related
import TestSupport
import Testing

/// An index that starts from a state has the lists of an index that does not.
@Suite struct StateTests {
  @Test(
    "After any sequence of changes the lists are those of a fresh index",
    arguments: zip([1, 2, 3, 4, 5, 6] as [UInt64], [24, 130, 250, 262, 300, 310]))
  func sequences(seed: UInt64, count: Int) async {
    var publication = ChangingPublication(count: count, seed: seed)
    var state = await index(publication.snapshot()).state()
    for step in 0..<16 {
      let change = publication.change()
      let articles = publication.snapshot()
      let updated = await index(articles, from: state, jobs: 2)
      let fresh = await index(articles)
      #expect(updated.lists == fresh.lists, "seed \(seed), step \(step): \(change)")
      guard updated.lists == fresh.lists else { return }
      // What another process would find in the files must lead to the same as what this one keeps.
      let kept = updated.state()
      let read = RelatedState(base: kept.base, changes: kept.changes)
      let next = await index(articles, from: read).state()
      #expect(await index(articles, from: kept).state() == next, "seed \(seed), step \(step)")
      state = step.isMultiple(of: 2) ? kept : read
    }
  }

  @Test("Only texts that the state does not know are read")
  func reading() async {
    var articles = publication(count: 80)
    let state = await index(articles).state()
    articles[7].text.body += " with an unheard-of word"
    let expected = await index(articles).lists
    let documents = articles.map(\.withDigest)
    let edited = articles[7].text
    let source = RelatedSource(documents) { position in
      position == 7 ? edited : RelatedText(title: "never read")
    }
    #expect(await RelatedIndex(source, from: state).lists == expected)
  }

  @Test("The base stays as it is until much has changed")
  func base() async {
    var articles = publication(count: 80)
    let first = await index(articles).state()
    articles[7].text.body += " edited"
    let second = await index(articles, from: first).state()
    #expect(second.base == first.base && second.changes != first.changes)
    for position in articles.indices {
      articles[position].text.body += " and again"
    }
    let third = await index(articles, from: second).state()
    #expect(third.base != first.base)
    #expect(await index(articles, from: third).lists == index(articles).lists)
  }

  @Test("A state is the same for any number of jobs")
  func jobs() async {
    let articles = publication(count: 300)
    let expected = await index(articles, jobs: 1).state()
    #expect(await index(articles, jobs: 2).state() == expected)
    #expect(await index(articles, jobs: 8).state() == expected)
  }

  @Test("A damaged state, or one of other options, changes nothing", arguments: 0..<12)
  func damage(seed: UInt64) async {
    var random = SeededGenerator(seed: seed)
    let articles = publication(count: 40)
    var options = RelatedOptions()
    options.count = 3
    let expected = await index(articles, options).lists
    #expect(await index(articles, options, from: index(articles).state()).lists == expected)
    let whole = await index(articles, options).state()
    var (base, changes) = (whole.base, whole.changes)
    switch seed % 4 {
    case 0: base[Int.random(in: base.indices, using: &random)] ^= 1 << (seed % 8)
    case 1: changes[Int.random(in: changes.indices, using: &random)] ^= 0x10
    case 2: base.removeLast(Int.random(in: 1...base.count, using: &random))
    default: changes = (0..<100).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    let state = RelatedState(base: base, changes: changes)
    #expect(await index(articles, options, from: state).lists == expected)
  }
}
