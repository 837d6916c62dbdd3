import SiteModel

extension FrontMatter: Recorded {
  static var blank: FrontMatter { FrontMatter() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&title)
    coder.code(&date)
    coder.code(&updated)
    coder.code(&slug)
    coder.code(&authors)
    coder.code(&editors)
    coder.code(&section)
    coder.code(&tags)
    coder.code(&terms)
    coder.code(&series)
    coder.code(&summary)
    coder.code(&cover)
    coder.code(&kind)
    coder.code(&submission)
    coder.code(&sponsor)
    coder.code(&disclosure)
    coder.code(&corrections)
    coder.code(&updates)
    coder.code(&isDraft)
    coder.code(&publishDate)
    coder.code(&expiryDate)
    coder.code(&aliases)
    coder.code(&removalReason)
    coder.code(&related)
    coder.code(&canonical)
    coder.code(&isHiddenFromSearch)
    coder.code(&language)
    coder.code(&layout)
    coder.code(&readingMinutes)
    coder.code(&order)
    coder.code(&extra)
    coder.code(&places)
  }
}

extension Timestamp: Recorded {
  static var blank: Timestamp { Timestamp(secondsSince1970: 0) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&secondsSince1970)
    coder.code(&utcOffset)
  }
}

extension SeriesPart: Recorded {
  static var blank: SeriesPart { SeriesPart(name: .blank) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&name)
    coder.code(&part)
  }
}

extension Cover: Recorded {
  static var blank: Cover { Cover(image: .blank) }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&image)
    coder.code(&alt)
    coder.code(&caption)
    coder.code(&credit)
    coder.code(&copyright)
    coder.code(&license)
    coder.code(&isAIGenerated)
    coder.code(&isDecorative)
    coder.code(&focus)
  }
}

extension FocalPoint: Recorded {
  static var blank: FocalPoint { .center }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&x)
    coder.code(&y)
  }
}

extension DatedNote: Recorded {
  static var blank: DatedNote { DatedNote(date: .blank, text: "") }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&date)
    coder.code(&text)
  }
}

extension Submission: Recorded {
  static var blank: Submission { Submission() }
  mutating func record(with coder: inout some RecordCoder) { coder.code(&by) }
}

extension RelatedChoice: Recorded {
  static var blank: RelatedChoice { RelatedChoice() }

  mutating func record(with coder: inout some RecordCoder) {
    coder.code(&pins)
    coder.code(&excluded)
    coder.code(&isListed)
  }
}

extension DataValue: Recorded {
  static var blank: DataValue { .null }

  mutating func record(with coder: inout some RecordCoder) {
    var text = ""
    switch self {
    case .number(let value), .text(let value): text = value
    default: break
    }
    var kind = kind
    coder.code(&kind)
    switch kind {
    case 0: self = .null
    case 1: self = .bool(false)
    case 2: self = .bool(true)
    case 3:
      coder.code(&text)
      self = .number(text)
    case 4:
      coder.code(&text)
      self = .text(text)
    case 5:
      var values: [DataValue] = if case .list(let values) = self { values } else { [] }
      coder.code(&values)
      self = .list(values)
    case 6:
      var table: [String: DataValue] = if case .table(let table) = self { table } else { [:] }
      coder.code(&table)
      self = .table(table)
    default: coder.refuse()
    }
  }

  private var kind: Int {
    switch self {
    case .null: 0
    case .bool(let flag): flag ? 2 : 1
    case .number: 3
    case .text: 4
    case .list: 5
    case .table: 6
    }
  }
}

extension KeyPlaces: Recorded {
  static var blank: KeyPlaces { KeyPlaces() }

  mutating func record(with coder: inout some RecordCoder) {
    var keys = keys
    coder.code(&keys)
    for key in keys {
      var place = self[key] ?? .blank
      coder.code(&place)
      self[key] = place
    }
  }
}
