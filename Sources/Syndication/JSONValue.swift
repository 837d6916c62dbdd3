/// A JSON value whose members keep the order in which they were written.
enum JSONValue: Hashable, Sendable {
  case text(String)
  /// Text as UTF-8, for those that are long.
  case encodedText([UInt8])
  case number(Int)
  case truth(Bool)
  case list([JSONValue])
  case object([JSONMember])
  /// JSON that was written before, for what many pages repeat.
  case written([UInt8])
}

/// A named part of a JSON object; without a value it is left out.
struct JSONMember: Hashable, Sendable {
  var name: String
  var value: JSONValue?
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) {
    self = .text(value)
  }

  init(arrayLiteral elements: JSONValue...) {
    self = .list(elements)
  }

  /// Members without a value are left out.
  init(dictionaryLiteral elements: (String, JSONValue?)...) {
    self = .object(elements.map { JSONMember(name: $0, value: $1) })
  }
}

extension JSONValue {
  /// Nil if there is no text.
  init?(_ text: String?) {
    guard let text, !text.isEmpty else { return nil }
    self = .text(text)
  }

  init?(_ number: Int?) {
    guard let number else { return nil }
    self = .number(number)
  }

  /// Nil if nothing is in the list.
  static func filled(_ values: [JSONValue]) -> JSONValue? {
    values.isEmpty ? nil : .list(values)
  }

  /// Writes the JSON in the script element that search engines read.
  func writeScript(to bytes: inout [UInt8]) {
    bytes += "<script type=\"application/ld+json\">".utf8
    append(to: &bytes)
    bytes += "</script>".utf8
  }

  /// The JSON as a file of its own.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The same value, written once and for all.
  var written: JSONValue {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return .written(bytes)
  }

  /// Adds the JSON as UTF-8, without any whitespace.
  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.append(text, to: &bytes)
    case .encodedText(let text): Self.append(text, to: &bytes)
    case .number(let number): bytes += String(number).utf8
    case .truth(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .list(let values):
      var separator = UInt8(ascii: "[")
      if values.isEmpty { bytes.append(separator) }
      for value in values {
        bytes.append(separator)
        separator = UInt8(ascii: ",")
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      var separator = UInt8(ascii: "{")
      for member in members {
        guard let value = member.value else { continue }
        bytes.append(separator)
        separator = UInt8(ascii: ",")
        bytes.append(UInt8(ascii: "\""))
        bytes += member.name.utf8
        bytes += "\":".utf8
        value.append(to: &bytes)
      }
      if separator == UInt8(ascii: "{") { bytes.append(separator) }
      bytes.append(UInt8(ascii: "}"))
    case .written(let json): bytes += json
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes += text.utf8
    if let first = bytes[start...].firstIndex(where: needsEscape) {
      let rest = Array(bytes[first...])
      bytes.removeLast(rest.count)
      appendEscaped(rest, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(_ text: [UInt8], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// `<` is written as a reference so that no text can end the script element (M-10).
  private static func appendEscaped(_ text: [UInt8], to bytes: inout [UInt8]) {
    var start = 0
    for index in text.indices where needsEscape(text[index]) {
      bytes += text[start..<index]
      appendEscaped(text[index], to: &bytes)
      start = index + 1
    }
    bytes += text[start...]
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x1f, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"): true
    default: false
    }
  }

  private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case UInt8(ascii: "<"): bytes += "\\u003c".utf8
    case UInt8(ascii: "\n"): bytes += "\\n".utf8
    case 0...0x1f:
      bytes += (byte < 16 ? "\\u000" : "\\u00").utf8
      bytes += String(byte, radix: 16).utf8
    default: bytes.append(byte)
    }
  }
}
