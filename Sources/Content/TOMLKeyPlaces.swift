import SiteModel

/// Where a TOML text says its keys, found by reading its lines.
///
/// Good for keys at the start of a line, in tables and in lists of tables. A key within an inline
/// table, or one written in another notation than its name, has the place of what holds it.
struct TOMLKeyPlaces {
  private var places: [String: (key: Place, value: Place)] = [:]

  init(_ source: SourceText) {
    var table = ""
    var counts: [String: Int] = [:]
    var isInText: [UInt8]?
    for line in source.lines {
      if let quote = isInText {
        if Self.contains(quote, in: source.bytes[line]) { isInText = nil }
        continue
      }
      let text = source.bytes[line].drop(while: \.isBlank)
      guard let first = text.first else { continue }
      if first == UInt8(ascii: "[") {
        guard let header = Self.header(text) else { continue }
        table = header.name
        let place = source.placeOfRestOfLine(from: text.startIndex)
        if header.isElement {
          let count = counts[table, default: 0]
          counts[table] = count + 1
          if count == 0 { places[table] = (place, place) }
          table += "[\(count)]"
        }
        places[table] = (place, place)
        continue
      }
      guard first != UInt8(ascii: "#"), let equals = text.firstIndex(of: UInt8(ascii: "=")) else {
        continue
      }
      let name = Self.name(text[..<equals])
      let value = source.bytes[(equals + 1)..<line.upperBound].drop(while: \.isBlank)
      let path = table.isEmpty ? name : "\(table).\(name)"
      if places[path] == nil {
        places[path] = (
          source.place(at: text.startIndex, length: name.utf8.count),
          source.place(at: value.startIndex, length: Self.valueLength(value))
        )
      }
      isInText = Self.openedText(value)
    }
  }

  subscript(path: String) -> (key: Place, value: Place)? { places[path] }
}

extension TOMLKeyPlaces {
  private static func header(_ text: ArraySlice<UInt8>) -> (name: String, isElement: Bool)? {
    let isElement = text.dropFirst().first == UInt8(ascii: "[")
    let inner = text.dropFirst(isElement ? 2 : 1)
    guard let end = inner.firstIndex(of: UInt8(ascii: "]")) else { return nil }
    return (name(inner[..<end]), isElement)
  }

  /// A key as written, without blanks and quotation marks.
  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    let kept = bytes.filter { !$0.isBlank && $0 != .quotationMark && $0 != .apostrophe }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The length of a value up to a comment or the end of the line.
  private static func valueLength(_ value: ArraySlice<UInt8>) -> Int {
    guard let first = value.first else { return 1 }
    if first == .quotationMark || first == .apostrophe {
      var position = value.startIndex + 1
      while position < value.endIndex {
        if value[position] == first { return position + 1 - value.startIndex }
        if value[position] == .backslash, first == .quotationMark { position += 1 }
        position += 1
      }
    }
    var rest = first == UInt8(ascii: "[") ? value : value.prefix { $0 != UInt8(ascii: "#") }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest.count
  }

  /// The quotation marks of a text of several lines that a value opens and does not close.
  private static func openedText(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    for quote in [UInt8.quotationMark, .apostrophe] {
      let marks = [quote, quote, quote]
      if value.starts(with: marks) {
        return contains(marks, in: value.dropFirst(3)) ? nil : marks
      }
    }
    return nil
  }

  private static func contains(_ marks: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    var run = 0
    for byte in bytes {
      run = byte == marks[0] ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }
}
