/// The last part of an address: lower-case letters, digits and single hyphens, in any script.
package struct Slug: Hashable, Sendable, Comparable {
  package let text: String

  /// The slug of a name or a title; nil when nothing of it can stand in an address.
  ///
  /// Letters and digits of every script stay (a Japanese title keeps its characters), accents of
  /// Latin letters are kept too, anything else becomes a hyphen. `C++` and `C#` keep their sense.
  package init?(_ name: String) {
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
