/// What a character is to the tokenizer.
enum ScalarClass: UInt32 {
  case separator
  /// Stands inside words without a meaning of its own: soft hyphens, joiners, variation selectors.
  case ignorable
  /// Of a script that writes spaces between words; also digits and combining marks.
  case letter
  /// Of a script that does not: Han, Thai, Lao, Khmer, Burmese; and hangul, whose words inflect.
  case ideograph
  case hiragana
  case katakana

  @inline(__always)
  static func of(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case ..<tableEnd: ScalarClass(rawValue: table[Int(scalar)] >> 24) ?? .separator
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF: .ideograph
    case 0x20000...0x3FFFF: .ideograph
    default: computed(scalar)
    }
  }

  @inline(__always)
  static func lowercased(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<tableEnd: table[Int(scalar)] & 0xFF_FFFF
    case 0x3400...0xA63F, 0xAC00...0xD7A3, 0xF900...0xFAFF: scalar
    default: computedLowercase(scalar)
    }
  }
}

extension ScalarClass {
  /// Unicode's properties cost about 100 ns each; nearly all text lies below this scalar or in
  /// ``of(_:)``'s ranges.
  private static let tableEnd: UInt32 = 0x3400

  /// Class in the upper eight bits, lower case in the others.
  private static let table: [UInt32] = (0..<tableEnd).map { scalar in
    computed(scalar).rawValue << 24 | computedLowercase(scalar)
  }

  private static func computed(_ value: UInt32) -> ScalarClass {
    switch value {
    case 0xAD, 0x200C, 0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: return .ignorable
    case 0x3005, 0x3007, 0x303B: return .ideograph
    default: break
    }
    guard let scalar = Unicode.Scalar(value), isWord(scalar) else { return .separator }
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: return .ideograph
    case 0x3040...0x309F: return .hiragana
    case 0x30A0...0x30FF, 0x31F0...0x31FF: return .katakana
    default: return .letter
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .decimalNumber, .letterNumber, .otherNumber: true
    case .nonspacingMark, .spacingMark: true
    default: false
    }
  }

  private static func computedLowercase(_ value: UInt32) -> UInt32 {
    let lower = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first
    return lower?.value ?? value
  }
}
