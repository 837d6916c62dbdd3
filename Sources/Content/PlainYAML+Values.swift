extension PlainYAML {
  /// Text, a number or a list or group in brackets, after which the line ends.
  mutating func valueOnLine() throws(NotPlain) -> DataNode {
    let value = try value(inBrackets: 0)
    if skipBlanks() { throw NotPlain() }
    return value
  }

  /// A key and its colon.
  mutating func takeKey() throws(NotPlain) -> String {
    guard let end = endOfKey else { throw NotPlain() }
    defer { position = end + 1 }
    return text(position..<end)
  }

  /// Whether a key with a colon is next.
  var isAtKey: Bool { endOfKey != nil }

  /// Keys are letters, digits, hyphens and underscores here, as nearly everywhere.
  private var endOfKey: Int? {
    guard source.bytes[position].isLetter else { return nil }
    var end = position
    while end < lineEnd, source.bytes[end].isPartOfKey { end += 1 }
    guard end < lineEnd, source.bytes[end] == .colon,
      end + 1 == lineEnd || source.bytes[end + 1] == .space
    else { return nil }
    return end
  }
}

extension PlainYAML {
  /// A value within so many brackets, each of which would end plain text.
  private mutating func value(inBrackets depth: Int) throws(NotPlain) -> DataNode {
    if depth == Self.maximumDepth { throw NotPlain() }
    let start = position
    switch source.bytes[position] {
    case .quotationMark, .apostrophe:
      let text = try quotedText()
      return try node(.text(text), at: place(from: start, length: position - start))
    case UInt8(ascii: "["):
      let nodes = try bracketedList(depth: depth + 1)
      let length = source.bracketedLength(from: start)
      return try node(.list(nodes), at: place(from: start, length: length))
    case UInt8(ascii: "{"):
      let entries = try bracketedGroup(depth: depth + 1)
      let length = source.bracketedLength(from: start)
      return try node(.table(entries), at: place(from: start, length: length))
    default:
      let text = try plainText(isInBrackets: depth > 0)
      return try node(
        DataNode.Value(plainYAML: text), at: place(from: start, length: text.utf8.count))
    }
  }

  private mutating func bracketedList(depth: Int) throws(NotPlain) -> [DataNode] {
    var nodes: [DataNode] = []
    while try !takesClosing(UInt8(ascii: "]"), afterFirst: !nodes.isEmpty) {
      nodes.append(try value(inBrackets: depth))
    }
    return nodes
  }

  private mutating func bracketedGroup(depth: Int) throws(NotPlain) -> [DataEntry] {
    var entries: [DataEntry] = []
    while try !takesClosing(UInt8(ascii: "}"), afterFirst: !entries.isEmpty) {
      let start = position
      let key = try takeKey()
      if entries.contains(where: { $0.key == key }) { throw NotPlain() }
      let keyPlace = place(from: start, length: key.utf8.count)
      guard skipBlanks() else { throw NotPlain() }
      entries.append(DataEntry(key, at: keyPlace, try value(inBrackets: depth)))
    }
    return entries
  }

  /// Takes an opening bracket or a comma, which must have a value behind it, or the closing bracket.
  private mutating func takesClosing(
    _ closing: UInt8, afterFirst isAfterFirst: Bool
  ) throws(NotPlain) -> Bool {
    if isAfterFirst {
      guard skipBlanks() else { throw NotPlain() }
      if source.bytes[position] == closing {
        position += 1
        return true
      }
      if source.bytes[position] != .comma { throw NotPlain() }
    }
    position += 1
    guard skipBlanks() else { throw NotPlain() }
    if isAfterFirst || source.bytes[position] != closing { return false }
    position += 1
    return true
  }
}

extension PlainYAML {
  /// Text without quotation marks, up to a comment, the end of the line, or what ends it in brackets.
  private mutating func plainText(isInBrackets: Bool) throws(NotPlain) -> String {
    let start = position
    if source.bytes[start].isIndicator { throw NotPlain() }
    var end = start
    scan: while position < lineEnd {
      let byte = source.bytes[position]
      switch byte {
      case .space:
        position += 1
        continue scan
      case UInt8(ascii: "#") where source.bytes[position - 1] == .space:
        break scan
      case .colon:
        guard position + 1 < lineEnd, source.bytes[position + 1] != .space,
          !isInBrackets || source.bytes[position + 1] == UInt8(ascii: "/")
        else { throw NotPlain() }
      case .comma where isInBrackets, UInt8(ascii: "]") where isInBrackets,
        UInt8(ascii: "}") where isInBrackets:
        break scan
      case UInt8(ascii: "[") where isInBrackets, UInt8(ascii: "{") where isInBrackets,
        UInt8(ascii: "?") where isInBrackets:
        throw NotPlain()
      default: break
      }
      position += 1
      end = position
    }
    position = end
    return text(start..<end)
  }

  /// Text in quotation marks, of either kind.
  private mutating func quotedText() throws(NotPlain) -> String {
    let quote = source.bytes[position]
    position += 1
    let start = position
    var unescaped: [UInt8]?
    while position < lineEnd {
      let byte = source.bytes[position]
      let next = position + 1 < lineEnd ? source.bytes[position + 1] : .space
      let isEscape =
        quote == .apostrophe ? byte == quote && next == quote : byte == .backslash
      if isEscape {
        if byte == .backslash, next != .backslash, next != quote { throw NotPlain() }
        if unescaped == nil { unescaped = Array(source.bytes[start..<position]) }
        unescaped?.append(next)
        position += 2
        continue
      }
      position += 1
      if byte == quote {
        return unescaped.map { String(decoding: $0, as: UTF8.self) } ?? text(start..<position - 1)
      }
      unescaped?.append(byte)
    }
    throw NotPlain()
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }
}

extension PlainYAML {
  /// Whether there is no tab, no control character, no byte order mark and no line break but LF.
  static func hasOnlyPlainCharacters(_ source: SourceText) -> Bool {
    for offset in source.range {
      let byte = source.bytes[offset]
      if byte < 0x20 ? byte != .newline : byte == 0x7F { return false }
      if byte == 0xC2 || byte == 0xE2 || byte == 0xEF, isSpecial(source, at: offset) {
        return false
      }
    }
    return true
  }

  /// Whether one of these characters begins at an offset: U+0080 to U+009F, U+2028 and U+2029,
  /// U+FEC0 to U+FEFF, U+FFC0 to U+FFFF.
  private static func isSpecial(_ source: SourceText, at offset: Int) -> Bool {
    let sequence = source.bytes[offset..<min(offset + 3, source.range.upperBound)]
    let (second, third) = (sequence.dropFirst().first ?? 0, sequence.dropFirst(2).first ?? 0)
    return switch sequence.first {
    case 0xC2: second < 0xA0
    case 0xE2: second == 0x80 && (third == 0xA8 || third == 0xA9)
    default: second == 0xBB || second == 0xBF
    }
  }
}

extension UInt8 {
  fileprivate static let comma = UInt8(ascii: ",")

  fileprivate var isPartOfKey: Bool {
    isLetter || isDigit || self == .hyphen || self == UInt8(ascii: "_")
  }

  /// Whether plain text cannot begin with it, or only when certain characters follow.
  fileprivate var isIndicator: Bool {
    switch self {
    case .hyphen, UInt8(ascii: "?"), .colon, .comma, UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), .apostrophe,
      .quotationMark, UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      true
    default: false
    }
  }
}
