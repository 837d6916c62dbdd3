import Related

/// An article of a publication made in code: its facts and its text together.
struct TestArticle {
  var facts: RelatedDocument
  var text: RelatedText

  init(id: String, language: String = "en", date: Int, title: String) {
    facts = RelatedDocument(id: id, language: language, date: date)
    text = RelatedText(title: title)
  }
}

/// The index of articles; each is given the digest of its text.
func index(
  _ articles: [TestArticle], _ options: RelatedOptions = RelatedOptions(),
  from state: RelatedState? = nil, jobs: Int = 1
) async -> RelatedIndex {
  let texts = articles.map(\.text)
  let documents = articles.map { article in
    var document = article.facts
    document.digest = digest(of: article.text)
    return document
  }
  let source = RelatedSource(documents) { texts[$0] }
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
