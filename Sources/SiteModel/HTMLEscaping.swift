extension [UInt8] {
  /// Adds text in which `&`, `<`, `>` and quotation marks are written as references.
  package mutating func append(escaping text: String) {
    let start = count
    append(contentsOf: text.utf8)
    guard let first = self[start...].firstIndex(where: { $0.isSpecialInHTML }) else { return }
    // Few texts need it, so what follows the first special character is written a second time.
    let rest = Array(self[first...])
    removeLast(count - first)
    for byte in rest {
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
      default: append(byte)
      }
    }
  }
}

/// Text in which `&`, `<`, `>` and quotation marks are written as references.
package func htmlEscaped(_ text: String) -> String {
  guard text.utf8.contains(where: { $0.isSpecialInHTML }) else { return text }
  var result: [UInt8] = []
  result.append(escaping: text)
  return String(decoding: result, as: UTF8.self)
}

extension UInt8 {
  /// `"`, `&`, `'`, `<` and `>`, each a bit of one number, so that the test is the same for all.
  fileprivate var isSpecialInHTML: Bool {
    let special: UInt64 = 0x5000_00c4_0000_0000
    return self < 64 && special &>> UInt64(self) & 1 != 0
  }
}
