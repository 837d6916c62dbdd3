import Yams

/// Marks single characters of a text before Yams sees it, for two things that Yams does worse.
///
/// Aliases: Yams expands them, and compares and hashes keys with all that they bring, without a
/// limit; a few lines can grow into billions of values. The `*` of each alias is replaced, so that
/// an alias is a plain scalar, which ``YAMLParser`` resolves within limits.
///
/// Repeated keys: Yams refuses them. The first letter of the earlier one is replaced, so that the
/// keys differ.
///
/// A mark is one character of the private use area: lines and columns stay as they are.
struct YAMLMarking {
  private static let alias: Unicode.Scalar = "\u{E000}"
  private static let dropped: Unicode.Scalar = "\u{E001}"

  private let source: SourceText
  private var marks: [Int: Unicode.Scalar] = [:]

  init(_ source: SourceText) {
    self.source = source
    guard source.range.contains(where: { begins(UInt8(ascii: "&"), at: $0) }) else { return }
    for offset in source.range where begins(UInt8(ascii: "*"), at: offset) {
      marks[offset] = Self.alias
    }
  }

  /// The text with its marks.
  var text: String {
    guard !marks.isEmpty else { return source.text }
    var result: [UInt8] = []
    result.reserveCapacity(source.range.count + marks.count * 2)
    for offset in source.range {
      if let mark = marks[offset] {
        result += String(Character(mark)).utf8
      } else {
        result.append(source.bytes[offset])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Marks a key as one that is not to count; false when it cannot be marked.
  mutating func dropKey(at mark: Mark) -> Bool {
    let offset = source.offset(of: mark)
    guard offset < source.range.upperBound, source.bytes[offset].isLetter else { return false }
    return marks.updateValue(Self.dropped, forKey: offset) == nil
  }

  func isDropped(_ key: String) -> Bool {
    !marks.isEmpty && key.unicodeScalars.first == Self.dropped
  }

  /// The name in a scalar that stands for an alias.
  func alias(in scalar: String) -> String? {
    guard !marks.isEmpty, scalar.unicodeScalars.first == Self.alias else { return nil }
    return String(scalar.unicodeScalars.dropFirst())
  }

  /// Text as it was before the marks: what looked like an alias was not one everywhere.
  func unmarked(_ text: String) -> String {
    guard !marks.isEmpty, text.unicodeScalars.contains(Self.alias) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(scalar == Self.alias ? "*" : scalar) }
    return String(result)
  }

  /// Whether a character stands where an anchor or an alias may begin, with a name behind it.
  private func begins(_ byte: UInt8, at offset: Int) -> Bool {
    guard source.bytes[offset] == byte, offset + 1 < source.range.upperBound else { return false }
    let next = source.bytes[offset + 1]
    guard next.isLetter || next.isDigit || next == .hyphen || next == UInt8(ascii: "_") else {
      return false
    }
    guard offset > source.range.lowerBound else { return true }
    let previous = source.bytes[offset - 1]
    return previous.isWhitespace || "[{,".utf8.contains(previous)
  }
}
