/// A destination as typed, taken apart.
struct LinkDestination {
  /// Percent-decoded.
  var path: String
  /// `?query#fragment` as typed, or empty.
  var suffix: String
  /// Percent-decoded, without `#`.
  var fragment: String

  init(_ text: String) {
    let end =
      text.utf8.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") } ?? text.endIndex
    let typed = Self.percentDecoded(text[..<end])
    // Zola writes @/blog/x.md for a path from the root of its content.
    path = typed.hasPrefix("@/") ? String(typed.dropFirst()) : typed
    suffix = String(text[end...])
    fragment =
      text.utf8.firstIndex(of: UInt8(ascii: "#")).map {
        Self.percentDecoded(text[text.index(after: $0)...])
      } ?? ""
  }

  var isFromRoot: Bool { path.hasPrefix("/") }

  static func percentDecoded(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      let digits = rest.dropFirst().prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
