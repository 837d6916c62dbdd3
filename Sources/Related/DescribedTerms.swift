/// The terms of one document as text, with the fields in which they stand.
struct DescribedTerms {
  /// A term that can be shown.
  struct Description {
    var text: String
    var fields: [RelatedExplanation.Field]
  }

  /// By ``Term``'s name.
  private var terms: [UInt64: Description] = [:]
  private var tokenizer = Tokenizer()

  init(_ document: RelatedText, weights: RelatedOptions.Weights) {
    if weights.title > 0 { add(document.title, .title) }
    if weights.summary > 0 { add(document.summary, .summary) }
    if weights.body > 0 { add(document.body, .body) }
    if weights.tags > 0 {
      for tag in document.tags { add(TermHash.hash(of: tag, .tag), "#" + tag, .tags) }
    }
    if weights.authors > 0 {
      for author in document.authors {
        add(TermHash.hash(of: author, .author), "@" + author, .authors)
      }
    }
  }

  subscript(name: UInt64) -> Description? {
    terms[name]
  }

  private mutating func add(_ text: String, _ field: RelatedExplanation.Field) {
    tokenizer.read(text)
    var previous: (hash: UInt64, text: String)?
    for word in tokenizer.words {
      let text = tokenizer.text(of: word)
      add(word.hash, text, field)
      if let previous {
        add(Term.name(pair: previous.hash, word.hash), named: "\(previous.text) \(text)", field)
      }
      previous = (word.hash, text)
    }
  }

  private mutating func add(_ hash: UInt64, _ text: String, _ field: RelatedExplanation.Field) {
    add(Term.name(word: hash), named: text, field)
  }

  private mutating func add(
    _ name: UInt64, named text: String, _ field: RelatedExplanation.Field
  ) {
    var description = terms[name] ?? Description(text: text, fields: [])
    if !description.fields.contains(field) { description.fields.append(field) }
    terms[name] = description
  }
}
