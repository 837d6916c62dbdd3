/// An article of which the headline, the summary or the text is another one than before, while the
/// publication around it is the same.
///
/// That holds if everything else in the front matter is as it was, and if the text has the same ids to
/// link to and links to the same places: nothing else of an article is of concern to the addresses, the
/// lists or the links of a publication.
package struct ArticleRevision: Sendable {
  package let source: String
  /// Whether something stands in another place now: what was reported there would not say so.
  package let movesPlaces: Bool
  fileprivate let frontMatter: FrontMatter
  fileprivate let body: ArticleBody

  /// Nil if more of the publication may be different.
  package init?(from old: ParsedDocument, to new: ParsedDocument) {
    var head = old.frontMatter
    head.title = new.frontMatter.title
    head.summary = new.frontMatter.summary
    head.places = new.frontMatter.places
    guard old.source == new.source, old.name == new.name, head == new.frontMatter,
      old.body.fragments == new.body.fragments,
      old.body.shortcodes.isEmpty, new.body.shortcodes.isEmpty,
      old.body.slots.elementsEqual(
        new.body.slots, by: { $0.purpose == $1.purpose && $0.destination == $1.destination })
    else { return nil }
    source = new.source
    frontMatter = new.frontMatter
    body = new.body
    movesPlaces =
      old.frontMatter.places != new.frontMatter.places
      || !old.body.slots.elementsEqual(new.body.slots, by: { $0.place == $1.place })
  }
}

extension Site {
  /// Whether a revision may change the advice that editors get.
  package func changesAdvice(_ revision: ArticleRevision) -> Bool {
    guard let index = position(of: revision),
      articles[index].frontMatter.title != revision.frontMatter.title
        || articles[index].frontMatter.summary != revision.frontMatter.summary
    else { return false }
    return ArticleLint.hasAdvice(on: articles[index].frontMatter, configuration)
      || ArticleLint.hasAdvice(on: revision.frontMatter, configuration)
  }

  /// Puts a revision in the place of the article as it was.
  ///
  /// - Returns: The article's position in ``articles``; nil if it is not published.
  package mutating func take(_ revision: ArticleRevision) -> Int? {
    guard let index = position(of: revision) else { return nil }
    articles[index].frontMatter.title = revision.frontMatter.title
    articles[index].frontMatter.summary = revision.frontMatter.summary
    articles[index].frontMatter.places = revision.frontMatter.places
    articles[index].body = revision.body
    articles[index].readingMinutes = revision.body.readingMinutes(
      chosen: revision.frontMatter.readingMinutes)
    redesignCard(of: index)
    return index
  }

  /// Gives back the memory of the articles' texts, which ``ArticleBody/isAbridged`` bodies lack.
  package mutating func forgetTexts() {
    for index in articles.indices where !articles[index].body.isAbridged {
      articles[index].body = articles[index].body.abridged
    }
  }

  private func position(of revision: ArticleRevision) -> Int? {
    articles.indices.first { articles[$0].source == revision.source }
  }
}
