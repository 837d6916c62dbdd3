/// The articles to compare: the facts at hand, the texts on demand.
package struct RelatedSource: Sendable {
  /// Positions in pins and lists are positions among them.
  package var documents: [RelatedDocument]
  /// What the document at a position says.
  ///
  /// It is asked for each document whose digest the state does not know, and for explanations; by
  /// several tasks at once.
  package var text: @Sendable (_ position: Int) -> RelatedText

  package init(
    _ documents: [RelatedDocument], text: @escaping @Sendable (_ position: Int) -> RelatedText
  ) {
    self.documents = documents
    self.text = text
  }
}
