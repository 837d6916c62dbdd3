import SiteModel

/// Something that a text holds too much of.
struct ParsingExcess: Hashable {
  /// The limit that it exceeds.
  enum Rule: Hashable {
    case length
    case references
    case pictures
    case columns
    case cells
    case quotes
    case autolinks
  }

  var rule: Rule
  /// Counted from 1, within the text.
  var line: Int
  /// Whether many lines make it up together, so that it does not help if this one is code.
  var isSum = false

  /// The feature without which the text can be parsed all the same.
  var feature: SyntaxTree.Features {
    switch rule {
    case .columns, .cells: .tables
    case .quotes: .smartPunctuation
    case .autolinks: .autolinks
    case .length, .references, .pictures: []
    }
  }

  func diagnostic(in source: SourceText) -> Diagnostic {
    Diagnostic(
      severity, .markdownLimits, summary, hint: hint, at: source.place(line: line, column: 1))
  }
}

extension ParsingExcess {
  /// What still gives the author's words is a warning.
  private var severity: Diagnostic.Severity {
    switch rule {
    case .quotes, .autolinks: .warning
    default: .error
    }
  }

  private var summary: String {
    switch rule {
    case .length: "a text may have at most \(ParsingLoad.Limit.bytes / 1_000_000) MB"
    case .references: "a reference definition this long may not be used this often"
    case .pictures: "a text may not hold this many unfinished pictures and links"
    case .columns: "a table may have at most \(ParsingLoad.Limit.columns) columns"
    case .cells: "a text may have at most \(ParsingLoad.Limit.cells) table cells"
    case .quotes:
      "a paragraph with over \(ParsingLoad.Limit.quotes) quotation marks keeps them straight,"
        + " and so does the whole text"
    case .autolinks: "words this long are not searched for addresses, nor is the rest of the text"
    }
  }

  private var hint: String {
    switch rule {
    case .length: "Split the text, and keep pictures in files of their own."
    case .references: "Write the destination once, without its title, or split the text."
    case .pictures: "Close each ![ with ](picture.png), or write \\![ where none is meant."
    case .columns, .cells: "Show a part of the table, and link to a file with all of it."
    case .quotes: "Divide the paragraph, or put it into a code block if it is data."
    case .autolinks: "Put the data into a code block, or divide it with spaces."
    }
  }
}

extension Sequence<ParsingExcess> {
  /// The first of each feature.
  func uniqueByFeature() -> [ParsingExcess] {
    var seen: Set<SyntaxTree.Features> = []
    return filter { seen.insert($0.feature).inserted }
  }
}
