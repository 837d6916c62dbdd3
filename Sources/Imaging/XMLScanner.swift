/// Reads a document of XML piece by piece, without knowing what it is about.
///
/// It reads what SVG and XMP files are made of, asks no other file for anything, and knows no
/// entities but XML's own five: what a document declares is left out, so that nothing can unfold.
struct XMLScanner {
  private let bytes: [UInt8]
  private var position: Int
  /// Whether the document breaks XML's rules before its end.
  private(set) var isMalformed = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  enum Token: Equatable {
    case start(XMLElement)
    case end(String)
    case text(String)
    /// A comment, an instruction or a declaration.
    case aside
  }

  /// The next piece; nil at the end, or where the document is malformed.
  mutating func next() -> Token? {
    guard position < bytes.count, !isMalformed else { return nil }
    let token: Token? =
      if bytes[position] != UInt8(ascii: "<") {
        text()
      } else if skip("<!--") {
        skip(through: "-->") ? .aside : nil
      } else if skip("<![CDATA[") {
        characterData()
      } else if skip("<?") {
        skip(through: "?>") ? .aside : nil
      } else if skip("<!") {
        declaration()
      } else if skip("</") {
        endTag()
      } else {
        startTag()
      }
    if token == nil { isMalformed = true }
    return token
  }
}

/// An element as its start tag says.
struct XMLElement: Equatable {
  var name: String
  var attributes: [Attribute] = []
  /// Whether the tag is the end as well.
  var isEmpty = false

  struct Attribute: Equatable {
    var name: String
    var value: String
  }

  var localName: String { name.withoutPrefix }
}

extension String {
  /// What follows the colon of a qualified name.
  var withoutPrefix: String {
    firstIndex(of: ":").map { String(self[index(after: $0)...]) } ?? self
  }

  var isWhitespace: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}

extension XMLScanner {
  private mutating func text() -> Token? {
    let end = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { position = end }
    return Self.decoded(bytes[position..<end]).map(Token.text)
  }

  private mutating func characterData() -> Token? {
    let start = position
    guard skip(through: "]]>") else { return nil }
    return String(validating: bytes[start..<position - 3], as: UTF8.self).map(Token.text)
  }

  /// A document type, with what it declares in brackets and quotes.
  private mutating func declaration() -> Token? {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): guard skip(through: byte) else { return nil }
      case UInt8(ascii: ">") where depth == 0: return .aside
      default: break
      }
    }
    return nil
  }

  private mutating func endTag() -> Token? {
    guard let name = name() else { return nil }
    skipWhitespace()
    return skip(">") ? .end(name) : nil
  }

  private mutating func startTag() -> Token? {
    position += 1
    guard let name = name() else { return nil }
    var element = XMLElement(name: name)
    while true {
      skipWhitespace()
      if skip(">") { return .start(element) }
      if skip("/>") {
        element.isEmpty = true
        return .start(element)
      }
      guard let attribute = attribute() else { return nil }
      element.attributes.append(attribute)
    }
  }

  private mutating func attribute() -> XMLElement.Attribute? {
    guard let name = name() else { return nil }
    skipWhitespace()
    guard skip("=") else { return nil }
    skipWhitespace()
    guard position < bytes.count else { return nil }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    position += 1
    let start = position
    guard skip(through: quote) else { return nil }
    return Self.decoded(bytes[start..<position - 1]).map {
      XMLElement.Attribute(name: name, value: $0)
    }
  }

  private mutating func name() -> String? {
    let rest = bytes[position...]
    let end = rest.firstIndex { !$0.isOfName } ?? rest.endIndex
    defer { position = end }
    return end > position ? String(validating: rest[..<end], as: UTF8.self) : nil
  }
}

extension XMLScanner {
  private mutating func skip(_ mark: String) -> Bool {
    guard bytes[position...].starts(with: mark.utf8) else { return false }
    position += mark.utf8.count
    return true
  }

  private mutating func skip(through mark: String) -> Bool {
    let mark = Array(mark.utf8)
    while position + mark.count <= bytes.count {
      if bytes[position...].starts(with: mark) {
        position += mark.count
        return true
      }
      position += 1
    }
    return false
  }

  private mutating func skip(through byte: UInt8) -> Bool {
    guard let end = bytes[position...].firstIndex(of: byte) else { return false }
    position = end + 1
    return true
  }

  private mutating func skipWhitespace() {
    while position < bytes.count, bytes[position].isWhitespace { position += 1 }
  }
}

extension UInt8 {
  fileprivate var isWhitespace: Bool { self == 0x20 || self == 0x0a || self == 0x0d || self == 9 }

  /// Whether it may stand in a name; all that is not ASCII may.
  fileprivate var isOfName: Bool {
    switch self {
    case 0x30...0x3a, 0x41...0x5a, 0x61...0x7a, 0x80...0xff: true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }
}
