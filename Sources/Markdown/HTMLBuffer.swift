/// HTML in the making.
struct HTMLBuffer {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  /// The bytes without the room that was kept for more.
  consuming func finished() -> [UInt8] {
    bytes.withUnsafeBufferPointer { Array($0) }
  }

  mutating func reserveCapacity(_ capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Writes markup as it stands.
  mutating func write(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  mutating func write(_ number: Int) {
    if number < 10, number >= 0 {
      bytes.append(0x30 + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  mutating func write(raw markup: some Sequence<UInt8>) {
    bytes.append(contentsOf: markup)
  }

  /// Starts a new line, unless one has just been started.
  mutating func startLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Takes away what was written last if it is `markup`.
  mutating func removeSuffix(_ markup: StaticString) -> Bool {
    guard endsWith(markup) else { return false }
    bytes.removeLast(markup.utf8CodeUnitCount)
    return true
  }

  func endsWith(_ markup: StaticString) -> Bool {
    let suffix = UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount)
    return bytes.suffix(suffix.count).elementsEqual(suffix)
  }

  /// Takes away white space at the end, as far as it was written after an offset.
  mutating func trimSpaces(downTo offset: Int) {
    while bytes.count > offset, let last = bytes.last, last == 0x20 || last == 0x0a {
      bytes.removeLast()
    }
  }

  mutating func write(escaping text: String) {
    var text = text
    text.withUTF8 { write(escaping: $0) }
  }

  /// Writes text so that it is only text, between tags as well as in a quoted attribute.
  ///
  /// Control characters are left out: HTML forbids them, and feeds, which are XML, more so.
  mutating func write(escaping text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var next = text.nextSpecial(from: 0)
    while next < text.count {
      let index = next
      next = text.nextSpecial(from: index + 1)
      let byte = text[index]
      if !Self.isSpecial(byte) { continue }
      let replacement: StaticString
      switch byte {
      case UInt8(ascii: "&"): replacement = "&amp;"
      case UInt8(ascii: "<"): replacement = "&lt;"
      case UInt8(ascii: ">"): replacement = "&gt;"
      case UInt8(ascii: "\""): replacement = "&quot;"
      case 0...8, 0xb, 0xc, 0xe...0x1f, 0x7f: replacement = ""
      default: continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      write(replacement)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// Writes an address into a quoted attribute; what may not stand in one is percent-encoded.
  mutating func write(address: some Sequence<UInt8>) {
    for byte in address {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "'"): write("&#x27;")
      case _ where Self.isAddressByte(byte): bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.hexDigit(byte >> 4))
        bytes.append(Self.hexDigit(byte & 15))
      }
    }
  }
}

extension HTMLBuffer {
  /// `"`, `&`, `<`, `>` and the control characters except for tab and the ends of lines.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    let lowBytes: UInt64 = 0x5000_0044_ffff_d9ff
    return byte < 64 ? lowBytes &>> UInt64(byte) & 1 != 0 : byte == 0x7f
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "?")...UInt8(ascii: "Z"),
      UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "#")...UInt8(ascii: "%"),
      UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x37 + value
  }
}
