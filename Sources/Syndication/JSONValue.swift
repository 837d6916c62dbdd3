/// A JSON value whose members keep the order in which they were written.
enum JSONValue: Hashable, Sendable {
  case text(String)
  case number(Int)
  case truth(Bool)
  case list([JSONValue])
  case object([JSONMember])
}

/// A named part of a JSON object.
struct JSONMember: Hashable, Sendable {
  var name: String
  var value: JSONValue
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
    self = .object(
      elements.compactMap { name, value in value.map { JSONMember(name: name, value: $0) } })
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

  /// A list, the only value instead of a list of one, or nil.
  static func some(_ values: [JSONValue]) -> JSONValue? {
    values.count > 1 ? .list(values) : values.first
  }

  /// Nil if nothing is in the list.
  static func filled(_ values: [JSONValue]) -> JSONValue? {
    values.isEmpty ? nil : .list(values)
  }

  /// The JSON in the script element that search engines read.
  var script: String {
    var bytes = Array("<script type=\"application/ld+json\">".utf8)
    append(to: &bytes)
    bytes += "</script>".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the JSON as UTF-8, without any whitespace.
  func append(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.append(text, to: &bytes)
    case .number(let number): bytes += String(number).utf8
    case .truth(let isTrue): bytes += (isTrue ? "true" : "false").utf8
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// `<` is written as a reference so that no text can end the script element (M-10).
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
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
    bytes.append(UInt8(ascii: "\""))
  }
}
