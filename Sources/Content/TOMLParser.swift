import SiteModel
import TOMLKit

/// Parses TOML; the places of keys are found in the text, because TOMLKit does not tell them.
struct TOMLParser {
  private let source: SourceText
  private let places: TOMLKeyPlaces
  private var nodeCount = 0

  /// The root table of a document.
  static func parse(_ source: SourceText) throws(DataSyntaxError) -> DataNode {
    let root: TOMLTable
    do {
      root = try TOMLTable(string: source.text)
    } catch {
      throw syntaxError(error, in: source)
    }
    // The tables and lists within point into the root's memory.
    defer { withExtendedLifetime(root) {} }
    var parser = TOMLParser(source: source, places: TOMLKeyPlaces(source))
    let start = source.place(at: source.range.lowerBound)
    return try parser.table(root, path: "", at: start, depth: 0)
  }

  private init(source: SourceText, places: TOMLKeyPlaces) {
    self.source = source
    self.places = places
  }
}

extension TOMLParser {
  private mutating func table(
    _ table: TOMLTable, path: String, at place: Place, depth: Int
  ) throws(DataSyntaxError) -> DataNode {
    try check(depth, place)
    var entries: [DataEntry] = []
    for key in table.keys {
      guard let value = table[key] else { continue }
      let keyPath = path.isEmpty ? key : "\(path).\(key)"
      let found = places[keyPath]
      let node = try node(value, path: keyPath, at: found?.value ?? place, depth: depth + 1)
      entries.append(DataEntry(key, at: found?.key ?? place, node))
    }
    // In the order of the text, as in the other languages.
    entries.sort { ($0.keyPlace, $0.key) < ($1.keyPlace, $1.key) }
    return DataNode(.table(entries), at: place)
  }

  private mutating func node(
    _ value: any TOMLValueConvertible, path: String, at place: Place, depth: Int
  ) throws(DataSyntaxError) -> DataNode {
    try check(depth, place)
    switch value.type {
    case .table:
      guard let table = value.table else { break }
      return try self.table(table, path: path, at: place, depth: depth)
    case .array:
      guard let array = value.array else { break }
      var nodes: [DataNode] = []
      for index in 0..<array.count {
        let elementPath = "\(path)[\(index)]"
        let elementPlace = places[elementPath]?.value ?? place
        nodes.append(
          try node(array[index], path: elementPath, at: elementPlace, depth: depth + 1))
      }
      return DataNode(.list(nodes), at: place)
    default:
      break
    }
    return DataNode(scalar(value), at: place)
  }

  private func scalar(_ value: any TOMLValueConvertible) -> DataNode.Value {
    switch value.type {
    case .string: value.string.map { .text($0) } ?? .null
    case .int: value.int.map { .number(String($0)) } ?? .null
    case .double: value.double.map { .number(String($0)) } ?? .null
    case .bool: value.bool.map { .bool($0) } ?? .null
    case .date: value.date.map { .text(text(of: $0)) } ?? .null
    case .time: value.time.map { .text(text(of: $0)) } ?? .null
    case .dateTime: value.dateTime.map { .text(text(of: $0)) } ?? .null
    case .table, .array: .null
    }
  }

  private func text(of date: TOMLDate) -> String {
    CivilDate(year: date.year, month: date.month, day: date.day).iso8601
  }

  private func text(of time: TOMLTime) -> String {
    CivilTime(
      date: CivilDate(year: 1970, month: 1, day: 1),
      secondOfDay: time.hour * 3_600 + time.minute * 60 + time.second
    ).clockText
  }

  private func text(of dateTime: TOMLDateTime) -> String {
    let civil = "\(text(of: dateTime.date))T\(text(of: dateTime.time))"
    guard let minutes = dateTime.offset?.offset else { return civil }
    let clock = CivilTime(
      date: CivilDate(year: 1970, month: 1, day: 1), secondOfDay: abs(minutes) * 60)
    return "\(civil)\(minutes < 0 ? "-" : "+")\(clock.hourAndMinute)"
  }

  private mutating func check(_ depth: Int, _ place: Place) throws(DataSyntaxError) {
    nodeCount += 1
    guard depth <= DataLimits.depth, nodeCount <= DataLimits.nodes else {
      throw YAMLMessage.tooLarge(at: place)
    }
  }

  private static func syntaxError(_ error: any Error, in source: SourceText) -> DataSyntaxError {
    guard let error = error as? TOMLParseError else {
      return DataSyntaxError(
        problem: "the TOML cannot be read", hint: nil,
        place: source.place(at: source.range.lowerBound))
    }
    let mark = error.source.begin
    var cursor = MarkCursor()
    let offset = cursor.offset(line: mark.line, column: mark.column, in: source)
    // The library's sentence begins with what it was doing: "Error while parsing key: expected".
    let prefix = "Error while parsing "
    let problem =
      error.description.hasPrefix(prefix)
      ? error.description.dropFirst(prefix.count) : error.description[...]
    return DataSyntaxError(
      problem: "the TOML cannot be read: \(problem)",
      hint: "Write key = \"value\", and dates without quotation marks as 2026-12-02.",
      place: source.place(at: offset))
  }
}
