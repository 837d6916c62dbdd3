/// Finds where a style sheet defines custom properties and where it depends on them.
struct StyleSheetScanner {
  /// `--name: value` or `@property --name`, or `var(--name)` without a value to fall back on.
  struct Property {
    var name: String
    var isDefinition: Bool
    /// Whether it stands within `@media`.
    var isForMedia: Bool
    var line: Int
    /// In bytes, from 1.
    var column: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// Where what stands before the next brace begins.
  private var headStart = 0
  /// For each open brace whether it is that of `@media`.
  private var blocks: [Bool] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The next property, or nil at the end.
  mutating func next() -> Property? {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "/") where starts(with: "/*"): skip(past: "*/")
      case UInt8(ascii: "\""): skip(past: "\"")
      case UInt8(ascii: "'"): skip(past: "'")
      case UInt8(ascii: "-") where starts(with: "--") && !(index > 0 && isWordByte(index - 1)):
        if let property = property() { return property }
      default: step()
      }
    }
    return nil
  }
}

extension StyleSheetScanner {
  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "\n"):
      line += 1
      lineStart = index + 1
    case UInt8(ascii: "{"):
      let head = bytes[headStart..<index].drop { $0 <= 0x20 }
      blocks.append(head.starts(with: "@media".utf8))
      headStart = index + 1
    case UInt8(ascii: "}"):
      _ = blocks.popLast()
      headStart = index + 1
    case UInt8(ascii: ";"): headStart = index + 1
    default: break
    }
    index += 1
  }

  /// Goes on behind a comment or a text; what stood before it begins no block.
  private mutating func skip(past end: String) {
    index += end.utf8.count
    while index < bytes.count, !starts(with: end) {
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    index += end.utf8.count
    if end.utf8.count == 2, isBlank(headStart..<min(index, bytes.count)) {
      headStart = index
    }
  }

  private mutating func property() -> Property? {
    let start = index
    while index < bytes.count, isWordByte(index) { index += 1 }
    let next = bytes[index...].first { $0 > 0x20 }
    let before = bytes[..<start].suffix(40).reversed().drop { $0 <= 0x20 }
    let isDefinition =
      next == UInt8(ascii: ":") || before.starts(with: "@property".utf8.reversed())
    let isUse = next == UInt8(ascii: ")") && before.starts(with: "var(".utf8.reversed())
    guard isDefinition || isUse else { return nil }
    return Property(
      name: String(decoding: bytes[start..<index], as: UTF8.self), isDefinition: isDefinition,
      isForMedia: blocks.contains(true), line: line, column: start - lineStart + 1)
  }

  /// Whether nothing but blanks and comments is in a range that ends behind a comment.
  private func isBlank(_ range: Range<Int>) -> Bool {
    let before = bytes[range].prefix { $0 <= 0x20 }
    return bytes[range].dropFirst(before.count).starts(with: "/*".utf8)
  }

  private func starts(with text: String) -> Bool {
    bytes[index...].starts(with: text.utf8)
  }

  private func isWordByte(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
