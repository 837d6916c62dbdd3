/// The words that rendering adds to an author's, for readers and their screen readers.
enum GeneratedText {
  static let footnotes: StaticString = "Footnotes"
  static let backToReference: StaticString = "Back to reference "
  static let linkToSection: StaticString = "Link to this section: "
  static let taskDone: StaticString = "Done"
  static let taskOpen: StaticString = "To do"
  static let code = "Code"
  static let table = "Table"
}
