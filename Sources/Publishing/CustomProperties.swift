import SiteModel

/// The custom properties of the theme's style sheets: browsers pass over a `var(--name)` that nothing
/// defines, so that after a slip in `tokens.css` colors or sizes are gone from every page.
struct CustomProperties {
  private var defined: Set<String> = []
  /// Where each is used first without a value to fall back on.
  private var uses: [String: Place] = [:]

  init(_ sheets: [String: String]) {
    for (path, text) in sheets.sorted(by: { $0.key < $1.key }) { read(text, of: path) }
  }

  /// Warnings, since a script may define what no style sheet does.
  var diagnostics: [Diagnostic] {
    uses.filter { !defined.contains($0.key) }.map { name, place in
      .warning(
        .templateProperty, "no style sheet defines \(name)",
        hint: nearestName(to: name, in: defined.sorted()).map { "Did you mean \"\($0)\"?" }
          ?? "Define it in :root, or give a value to fall back on: var(\(name), 1rem).",
        at: place)
    }
  }
}

extension CustomProperties {
  private mutating func read(_ text: String, of path: String) {
    let bytes = Array(text.utf8)
    var line = 1
    var lineStart = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
        index += 1
      } else if bytes[index...].starts(with: "/*".utf8) {
        index = skipComment(bytes, from: index, &line, &lineStart)
      } else if bytes[index...].starts(with: "--".utf8), !isPartOfWord(bytes, before: index) {
        let end = bytes[index...].firstIndex { !Self.isWordByte($0) } ?? bytes.count
        let place = Place(
          file: "Templates/assets/\(path)", line: line, column: index - lineStart + 1,
          length: end - index)
        note(bytes, index..<end, at: place)
        index = end
      } else {
        index += 1
      }
    }
  }

  private mutating func note(_ bytes: [UInt8], _ range: Range<Int>, at place: Place) {
    let name = String(decoding: bytes[range], as: UTF8.self)
    let next = bytes[range.upperBound...].first { $0 > 0x20 }
    let before = bytes[..<range.lowerBound].suffix(40).reversed().drop { $0 <= 0x20 }
    if next == UInt8(ascii: ":") || before.starts(with: "@property".utf8.reversed()) {
      defined.insert(name)
    } else if next == UInt8(ascii: ")"), before.starts(with: "var(".utf8.reversed()),
      uses[name] == nil
    {
      uses[name] = place
    }
  }

  private func skipComment(
    _ bytes: [UInt8], from start: Int, _ line: inout Int, _ lineStart: inout Int
  ) -> Int {
    var index = start + 2
    while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) {
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    return index + 2
  }

  private func isPartOfWord(_ bytes: [UInt8], before index: Int) -> Bool {
    index > 0 && Self.isWordByte(bytes[index - 1])
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
