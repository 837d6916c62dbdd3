import SiteModel

extension Place: Recorded {
  static var blank: Place { Place(file: "") }

  /// Nearly all places of a record lie in its own file, whose name is not repeated.
  mutating func record(with coder: inout some RecordCoder) {
    let isElsewhere = coder.count(file == coder.file ? 0 : 1) == 1
    if isElsewhere { coder.code(&file) } else { file = coder.file }
    coder.code(&line)
    coder.code(&column)
    coder.code(&length)
  }
}

extension Located: Recorded where Value: Recorded {
  static var blank: Located { Located(.blank, at: .blank) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&value)
    coder.code(&place)
  }
}

extension Diagnostic: Recorded {
  static var blank: Diagnostic { .note(.contentFile, "") }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&severity)
    coder.code(&identifier)
    coder.code(&summary)
    coder.code(&hint)
    coder.code(&place)
  }
}
