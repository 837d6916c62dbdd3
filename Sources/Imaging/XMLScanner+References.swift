extension XMLScanner {
  /// Text with its references replaced; nil if it is no UTF-8 or a reference is malformed.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.contains(UInt8(ascii: "&")) else {
      return String(validating: bytes, as: UTF8.self)
    }
    var result = ""
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      guard let before = String(validating: rest[..<start], as: UTF8.self),
        let end = rest[start...].prefix(64).firstIndex(of: UInt8(ascii: ";"))
      else { return nil }
      let name = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      guard let character = replacement(of: name) else { return nil }
      result += before + character
      rest = rest[(end + 1)...]
    }
    return String(validating: rest, as: UTF8.self).map { result + $0 }
  }

  private static func replacement(of reference: String) -> String? {
    switch reference {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard reference.first == "#" else { return "" }
      let digits = reference.dropFirst()
      let number =
        digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
  }
}
