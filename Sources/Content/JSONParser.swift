import SiteModel

/// Parses JSON and remembers where every value was written.
struct JSONParser {
  private let source: SourceText
  private var position: Int
  private var nodeCount = 0

  private init(_ source: SourceText) {
    self.source = source
    position = source.range.lowerBound
  }

  /// The object at the start of a text, and the offset behind its closing brace.
  static func parseObject(
    _ source: SourceText
  ) throws(DataSyntaxError) -> (node: DataNode, end: Int) {
    var parser = JSONParser(source)
    let node = try parser.value(depth: 0)
    return (node, parser.position)
  }
}

extension JSONParser {
  private mutating func value(depth: Int) throws(DataSyntaxError) -> DataNode {
    skipWhitespace()
    nodeCount += 1
    guard depth <= DataLimits.depth, nodeCount <= DataLimits.nodes else {
      throw error(JSONMessage.tooLarge)
    }
    let start = position
    switch current {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case .quotationMark:
      let text = try string()
      return DataNode(.text(text), at: place(from: start))
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(let byte) where byte.isDigit || byte == .hyphen: return try number()
    default: throw error(JSONMessage.expectedValue)
    }
  }

  private mutating func object(depth: Int) throws(DataSyntaxError) -> DataNode {
    let start = position
    position += 1
    var entries: [DataEntry] = []
    var keys: Set<String> = []
    skipWhitespace()
    if take(UInt8(ascii: "}")) { return DataNode(.table([]), at: place(from: start)) }
    repeat {
      skipWhitespace()
      let keyStart = position
      guard current == .quotationMark else { throw error(JSONMessage.expectedKey) }
      let key = try string()
      let keyPlace = place(from: keyStart)
      guard keys.insert(key).inserted else {
        throw DataSyntaxError(
          problem: "the key \"\(abridged(key))\" is given twice", hint: "Remove one of the two.",
          place: keyPlace)
      }
      skipWhitespace()
      guard take(.colon) else { throw error(JSONMessage.expectedColon) }
      entries.append(DataEntry(key, at: keyPlace, try value(depth: depth + 1)))
      skipWhitespace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error(JSONMessage.expectedEndOfObject) }
    return DataNode(.table(entries), at: source.place(at: start))
  }

  private mutating func list(depth: Int) throws(DataSyntaxError) -> DataNode {
    let start = position
    position += 1
    var nodes: [DataNode] = []
    skipWhitespace()
    if take(UInt8(ascii: "]")) { return DataNode(.list([]), at: place(from: start)) }
    repeat {
      nodes.append(try value(depth: depth + 1))
      skipWhitespace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error(JSONMessage.expectedEndOfList) }
    return DataNode(.list(nodes), at: source.place(at: start))
  }

  private mutating func word(
    _ text: StaticString, _ value: DataNode.Value
  ) throws(DataSyntaxError) -> DataNode {
    let start = position
    for byte in "\(text)".utf8 where !take(byte) {
      position = start
      throw error(JSONMessage.expectedValue)
    }
    return DataNode(value, at: place(from: start))
  }

  private mutating func number() throws(DataSyntaxError) -> DataNode {
    let start = position
    while let byte = current, byte.isDigit || byte.isLetter || "+-.".utf8.contains(byte) {
      position += 1
    }
    let digits = String(decoding: source.bytes[start..<position], as: UTF8.self)
    guard isNumber(digits) else {
      position = start
      throw error(JSONMessage.expectedValue)
    }
    return DataNode(.number(digits), at: place(from: start))
  }

  private mutating func string() throws(DataSyntaxError) -> String {
    let start = position
    position += 1
    var bytes: [UInt8] = []
    while let byte = current {
      position += 1
      switch byte {
      case .quotationMark: return String(decoding: bytes, as: UTF8.self)
      case .backslash: try escape(into: &bytes)
      case 0..<0x20:
        position -= 1
        throw error(JSONMessage.controlCharacter)
      default: bytes.append(byte)
      }
    }
    position = start
    throw error(JSONMessage.unclosedText)
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(DataSyntaxError) {
    let start = position - 1
    defer { position += 1 }
    switch current {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case .quotationMark, .backslash, UInt8(ascii: "/"):
      bytes.append(source.bytes[position])
    case UInt8(ascii: "u"):
      guard let scalar = unicodeEscape() else { fallthrough }
      bytes += Array(String(Character(scalar)).utf8)
    default:
      throw DataSyntaxError(
        problem: JSONMessage.unknownEscape.problem, hint: JSONMessage.unknownEscape.hint,
        place: source.place(at: start, length: 2))
    }
  }

  /// Reads `uXXXX`, or two of them that make one character; stops at its last digit.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = hexadecimal(at: position + 1) else { return nil }
    position += 4
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, byte(at: position + 1) == .backslash,
      byte(at: position + 2) == UInt8(ascii: "u"),
      let second = hexadecimal(at: position + 3), (0xDC00...0xDFFF).contains(second)
    else { return nil }
    position += 6
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private func hexadecimal(at offset: Int) -> UInt32? {
    guard offset + 4 <= source.range.upperBound else { return nil }
    let digits = source.bytes[offset..<offset + 4]
    guard digits.allSatisfy({ $0.isDigit || $0.isLetter }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

extension JSONParser {
  private var current: UInt8? { byte(at: position) }

  private func byte(at offset: Int) -> UInt8? {
    offset < source.range.upperBound ? source.bytes[offset] : nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipWhitespace() {
    while current?.isWhitespace == true { position += 1 }
  }

  private func place(from start: Int) -> Place {
    source.place(at: start, length: position - start)
  }

  private func error(_ message: JSONMessage) -> DataSyntaxError {
    DataSyntaxError(
      problem: message.problem, hint: message.hint, place: source.place(at: position))
  }
}
