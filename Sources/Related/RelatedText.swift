/// What an article says: all that needs reading.
package struct RelatedText: Hashable, Sendable {
  package var title: String
  package var summary = ""
  /// Plain text, without code.
  package var body = ""
  package var tags: [String] = []
  package var authors: [String] = []

  package init(title: String) {
    self.title = title
  }
}
