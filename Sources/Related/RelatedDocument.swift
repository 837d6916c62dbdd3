/// What the index knows of an article without reading it.
package struct RelatedDocument: Hashable, Sendable {
  /// A place in a series.
  package struct SeriesPart: Hashable, Sendable {
    package var name: String
    /// Parts without a number come after the numbered ones, by date.
    package var number: Int?

    package init(name: String, number: Int? = nil) {
      self.name = name
      self.number = number
    }
  }

  /// Its source path: unique, and the last word wherever two articles are equal.
  package var id: String
  /// Articles are compared within a language only.
  package var language: String
  /// Seconds since 1970.
  package var date: Int
  /// Tells texts apart: two documents with the same digest say the same.
  ///
  /// That is so for every field of ``RelatedText``. Only a ``RelatedState`` looks at it.
  package var digest: UInt64 = 0
  package var series: SeriesPart?
  package var section = ""
  /// False: it has a list of its own and stands in none.
  package var isCandidate = true
  /// Positions of the articles that the editor wants first.
  package var pins: [Int] = []
  /// Positions of the articles that the editor does not want here.
  package var excluded: [Int] = []
  /// Equal for an article and its translations.
  package var translationGroup: String?

  package init(id: String, language: String, date: Int) {
    self.id = id
    self.language = language
    self.date = date
  }

  /// Whether anything but similarity can have a say in its list.
  var hasWishes: Bool {
    translationGroup != nil || series != nil || !pins.isEmpty || !excluded.isEmpty
  }
}
