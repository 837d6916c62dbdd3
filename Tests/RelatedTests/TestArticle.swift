import Related

/// An article of a publication made in code: its facts and its text together.
struct TestArticle {
  var facts: RelatedDocument
  var text: RelatedText

  init(id: String, language: String = "en", date: Int, title: String) {
    facts = RelatedDocument(id: id, language: language, date: date)
    text = RelatedText(title: title)
  }

  /// Its facts with the digest of its text.
  var withDigest: RelatedDocument {
    var document = facts
    document.digest = digest(of: text)
    return document
  }
}

/// The index of articles; each is given the digest of its text.
func index(
  _ articles: [TestArticle], _ options: RelatedOptions = RelatedOptions(),
  from state: RelatedState? = nil, jobs: Int = 1
) async -> RelatedIndex {
  let texts = articles.map(\.text)
  let source = RelatedSource(articles.map(\.withDigest)) { texts[$0] }
  return await RelatedIndex(source, options: options, from: state, jobs: jobs)
}

/// FNV-1a over every field, with a separator after each value.
func digest(of text: RelatedText) -> UInt64 {
  let fields = [[text.title], [text.summary], [text.body], text.tags, text.authors]
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for field in fields {
    for byte in field.joined(separator: "\u{1}").utf8 + [0] {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
  }
  return hash
}

/// Articles a day apart about a few topics, each with words of its own.
func publication(count: Int) -> [TestArticle] {
  let topics = [
    "chip wafer foundry transistor", "model token training inference",
    "court ruling antitrust remedy", "telescope galaxy survey mirror",
    "breach patch vulnerability exploit",
  ]
  return (0..<count).map { position in
    let topic = topics[position * 7 % topics.count]
    var document = TestArticle(
      id: "section\(position % 3)/article-\(position).md",
      date: 1_700_000_000 + position * 86_400, title: "Story \(position) on \(topic.prefix(5))")
    let words = (0..<6).map { "w\((position * 31 + $0 * 17) % 90)" }.joined(separator: " ")
    document.text.body = "\(topic) \(words) \(topic) common words here"
    document.text.tags = [String(topic.prefix(4))]
    document.text.authors = ["author-\(position % 4)"]
    document.facts.section = "section\(position % 3)"
    return document
  }
}
