import SiteModel

/// Finds what a style sheet loads: `url(…)` and `@import "…"`.
struct StyleSheetScan {
  let bytes: [UInt8]

  /// The addresses, in their order.
  var addresses: [String] {
    var found: [String] = []
    var position = 0
    while position < bytes.count {
      if isHere("/*", position) {
        position += 2
        while position < bytes.count, !isHere("*/", position) { position += 1 }
        position += 2
      } else if isHere("url(", position) {
        found.append(argument(from: position + 4, to: UInt8(ascii: ")")))
        position += 4
      } else if isHere("@import", position) {
        position += 7
        while position < bytes.count, bytes[position].isSpace { position += 1 }
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          found.append(argument(from: position + 1, to: UInt8(ascii: "\"")))
        }
      } else {
        position += 1
      }
    }
    return found
  }

  private func argument(from start: Int, to end: UInt8) -> String {
    let text = bytes[start...].prefix { $0 != end }
    return String(decoding: text.filter { !"\"' ".utf8.contains($0) }, as: UTF8.self)
  }

  private func isHere(_ text: StaticString, _ position: Int) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in
      for offset in buffer.indices where bytes[position + offset].lowercased != buffer[offset] {
        return false
      }
      return true
    }
  }
}
