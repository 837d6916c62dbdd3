/// XML in the making.
///
/// Characters that XML 1.0 does not allow at all, not even as references, are left out: one of them
/// in a headline would make a whole feed unreadable.
struct XMLBuffer {
  private(set) var bytes: [UInt8]

  /// Starts a document.
  init() {
    bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  }

  /// Starts a part of a document that is added to it later.
  static var fragment: XMLBuffer { XMLBuffer(bytes: []) }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  mutating func reserveCapacity(_ capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Writes markup as it stands.
  mutating func write(_ markup: String) {
    bytes += markup.utf8
  }

  mutating func write(markup: [UInt8]) {
    bytes += markup
  }

  /// Writes text, between tags as well as in a quoted attribute.
  ///
  /// References are hexadecimal because feed readers disagree about what `&amp;` means in the plain
  /// text of RSS (M-30).
  mutating func write(text: String) {
    let start = bytes.count
    bytes += text.utf8
    guard bytes[start...].contains(where: { needsCare($0) }) else { return }
    bytes.removeLast(bytes.count - start)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&#x26;")
      case UInt8(ascii: "<"): write("&#x3C;")
      case UInt8(ascii: ">"): write("&#x3E;")
      case UInt8(ascii: "\""): write("&#x22;")
      default: append(byte)
      }
    }
  }

  /// Writes text for readers that take what they find for HTML: it is escaped twice.
  mutating func write(textForHTML text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): write("&#x26;amp;")
      case UInt8(ascii: "<"): write("&#x26;lt;")
      case UInt8(ascii: ">"): write("&#x26;gt;")
      default: append(byte)
      }
    }
  }

  /// Writes an element that holds text.
  mutating func element(_ name: String, _ text: String) {
    bytes.append(UInt8(ascii: "<"))
    write(name)
    bytes.append(UInt8(ascii: ">"))
    write(text: text)
    write("</")
    write(name)
    write(">\n")
  }

  /// Writes bytes that readers take as they are; a `]]>` in them is spread over two sections.
  mutating func write(cdata content: [UInt8]) {
    write("<![CDATA[")
    var start = 0
    for index in content.indices {
      let byte = content[index]
      switch byte {
      case 0...8, 0xb, 0xc, 0xe...0x1f, 0xbe, 0xbf:
        bytes += content[start..<index]
        append(byte)
        start = index + 1
      case UInt8(ascii: ">") where index == start || content[index - 1] == UInt8(ascii: "]"):
        // What stood between the brackets may have been left out, so the output decides.
        bytes += content[start..<index]
        start = index
        if endsWith(UInt8(ascii: "]"), UInt8(ascii: "]")) { write("]]><![CDATA[") }
      default: break
      }
    }
    bytes += content[start...]
    write("]]>")
  }
}

extension XMLBuffer {
  /// Adds a byte of text, unless XML forbids the character that it completes.
  private mutating func append(_ byte: UInt8) {
    switch byte {
    case 0...8, 0xb, 0xc, 0xe...0x1f: return
    case 0xbe, 0xbf:
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      if endsWith(0xef, 0xbf) { bytes.removeLast(2) } else { bytes.append(byte) }
    default: bytes.append(byte)
    }
  }

  private func endsWith(_ first: UInt8, _ second: UInt8) -> Bool {
    let count = bytes.count
    return count >= 2 && bytes[count - 1] == second && bytes[count - 2] == first
  }
}

/// Whether a byte may have to be escaped, left out, or taken together with its neighbors.
private func needsCare(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...8, 0xb, 0xc, 0xe...0x1f, 0xbe, 0xbf, UInt8(ascii: "&"), UInt8(ascii: "<"),
    UInt8(ascii: ">"), UInt8(ascii: "\""):
    true
  default: false
  }
}
