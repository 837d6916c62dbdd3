/// The last part of an address: lower-case letters, digits and single hyphens, in any script.
package struct Slug: Hashable, Sendable, Comparable {
  package let text: String

  /// The slug of a name or a title; nil when nothing of it can stand in an address.
  ///
  /// Letters and digits of every script stay (a Japanese title keeps its characters), accents of
  /// Latin letters are kept too, anything else becomes a hyphen. `C++` and `C#` keep their sense.
  package init?(_ name: String) {
    if let text = Self.asciiText(of: name) {
      if text.isEmpty { return nil }
      self.text = text
      return
    }
    var scalars = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
      if Self.isKept(scalar) {
        scalars.append(scalar)
      } else if let word = Self.words[scalar] {
        if let last = scalars.last, last != "-" { scalars.append("-") }
        scalars.append(contentsOf: word.unicodeScalars)
        scalars.append("-")
      } else if Self.isDropped(scalar) {
        continue
      } else if let last = scalars.last, last != "-" {
        scalars.append("-")
      }
    }
    while scalars.last == "-" { scalars.removeLast() }
    if scalars.isEmpty { return nil }
    text = String(scalars)
  }

  package static func < (left: Slug, right: Slug) -> Bool {
    left.text < right.text
  }

  /// The same for a name in ASCII, byte by byte; nil for any other name.
  private static func asciiText(of name: String) -> String? {
    if isSlug(name) { return name }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "'"): continue
      case 0x80...: return nil
      default:
        if let last = bytes.last, last != hyphen { bytes.append(hyphen) }
        guard let word = words[Unicode.Scalar(byte)] else { continue }
        bytes += word.utf8
        bytes.append(hyphen)
      }
    }
    while bytes.last == hyphen { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether nothing is to be done, as with the names of most files.
  private static func isSlug(_ name: String) -> Bool {
    var last = hyphen
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case hyphen where last != hyphen: break
      default: return false
      }
      last = byte
    }
    return last != hyphen
  }

  private static let hyphen = UInt8(ascii: "-")
  private static let words: [Unicode.Scalar: String] = ["&": "and", "+": "plus", "#": "sharp"]

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x61...0x7a, 0x30...0x39: true
    case 0...0x7f: false
    default: isWordCategory(scalar.properties.generalCategory)
    }
  }

  private static func isWordCategory(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .nonspacingMark, .spacingMark, .decimalNumber:
      true
    default: false
    }
  }

  /// Apostrophes join what they stand between: `Nvidia's` gives `nvidias`.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }
}
