import SiteModel

/// The text of a source, in which places are looked for.
struct SourceLines: Sendable {
  let file: String
  private let lines: [[UInt8]]

  init(file: String, _ bytes: [UInt8]) {
    self.file = file
    lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array($0) }
  }

  /// Where an address stands, as a whole and not as a part of a longer one.
  func place(ofAddress address: String) -> Place? {
    guard address.utf8.count > 1 else { return nil }
    return place(of: Array(address.utf8)) { before, after in
      !Self.continuesAddress(before) && !Self.continuesAddress(after)
    }
  }

  /// Where some words stand first, whatever stands between them; of many, where they begin.
  func place(ofWords words: String) -> Place? {
    if words.isEmpty { return nil }
    if let place = place(of: Array(words.utf8), where: { _, _ in true }) { return place }
    let wanted = Self.letters(Array(words.utf8))
    guard wanted.count > 12 else { return nil }
    for part in [wanted[...], wanted.prefix(30)] {
      for (number, line) in zip(1..., lines) where line.count >= part.count {
        let letters = Self.letters(line)
        guard letters.indices.contains(where: { letters[$0...].starts(with: part) }) else {
          continue
        }
        return Place(file: file, line: number, column: 1, length: max(1, line.count))
      }
    }
    return nil
  }

  /// Where the heading of a Markdown text stands that comes to some words on the page.
  func place(ofHeading words: String) -> Place? {
    let wanted = Self.letters(Array(words.utf8))
    guard !wanted.isEmpty else { return nil }
    for (number, line) in zip(1..., lines)
    where line.first == UInt8(ascii: "#") && Self.letters(line).starts(with: wanted) {
      return Place(file: file, line: number, column: 1, length: max(1, line.count))
    }
    return nil
  }

  private func place(
    of words: [UInt8], where isWhole: (_ before: UInt8, _ after: UInt8) -> Bool
  ) -> Place? {
    for (number, line) in zip(1..., lines) where line.count >= words.count {
      for start in 0...line.count - words.count
      where line[start] == words[0] && line[start...].starts(with: words) {
        let end = start + words.count
        let before = start > 0 ? line[start - 1] : 0x20
        let after = end < line.count ? line[end] : 0x20
        guard isWhole(before, after) else { continue }
        return Place(file: file, line: number, column: start + 1, length: words.count)
      }
    }
    return nil
  }

  private static func continuesAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80..., UInt8(ascii: "/"), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// Without marks and punctuation, which look different on a page.
  private static func letters(_ bytes: [UInt8]) -> [UInt8] {
    bytes.compactMap { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7a: byte
      case 0x41...0x5a: byte | 0x20
      default: nil
      }
    }
  }
}
