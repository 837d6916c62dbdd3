/// The characters that the parsers of this module look for.
extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let quotationMark = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let backslash = UInt8(ascii: "\\")
  static let hyphen = UInt8(ascii: "-")
  static let plus = UInt8(ascii: "+")
  static let colon = UInt8(ascii: ":")

  /// A space or a tab.
  var isBlank: Bool { self == .space || self == .tab }
  /// A blank or part of a line's end.
  var isWhitespace: Bool { isBlank || self == .newline || self == .carriageReturn }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}

/// Text without the white space at its ends.
func trimmed(_ text: String) -> String {
  let utf8 = text.utf8
  guard utf8.first?.isWhitespace == true || utf8.last?.isWhitespace == true else { return text }
  var slice = utf8[...]
  while slice.first?.isWhitespace == true { slice.removeFirst() }
  while slice.last?.isWhitespace == true { slice.removeLast() }
  return String(Substring(slice))
}

/// A folder's or key's name as a title: `open-source` becomes `Open Source`.
func titleCased(_ name: String) -> String {
  name.split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " })
    .map { $0.prefix(1).uppercased() + $0.dropFirst() }
    .joined(separator: " ")
}
