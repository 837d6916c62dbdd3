/// Text in which one character is written one way.
///
/// This is the part of Unicode's NFKC that occurs in articles: marks are composed with their
/// letters, full-width letters and half-width katakana get their usual width, ligatures and raised
/// or lowered digits are resolved. The rest of NFKC (circled numbers, squared units, mathematical
/// alphabets) is left as it is.
enum NormalizedText {
  static func bytes(of text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard needsNormalizing(bytes.span) else { return bytes }
    return Array(normalized(text).utf8)
  }
}

extension NormalizedText {
  private static func needsNormalizing(_ bytes: borrowing Span<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      if let characters = EightCharacters(at: offset, of: bytes), characters.areASCII {
        offset += 8
        continue
      }
      if bytes[offset] < 0xC2 {
        offset += 1
        continue
      }
      let (scalar, length) = ScalarReader.scalar(at: offset, in: bytes)
      if isMark(scalar) || isCompatible(scalar) { return true }
      offset += length
    }
    return false
  }

  @inline(__always)
  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0300...0x036F, 0x1161...0x11FF, 0x3099...0x309A: true
    default: false
    }
  }

  @inline(__always)
  private static func isCompatible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB2, 0xB3, 0xB9, 0x2070...0x2089, 0xFB00...0xFB06: true
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFF9F: true
    default: false
    }
  }

  private static func normalized(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isCompatible(scalar.value) else {
        append(scalar, to: &result)
        continue
      }
      for part in compatible(scalar).unicodeScalars {
        append(part, to: &result)
      }
    }
    return String(result)
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    guard isMark(scalar.value), let last = result.last else {
      result.append(scalar)
      return
    }
    guard let composed = composed(last, scalar) else {
      result.append(scalar)
      return
    }
    result.removeLast()
    result.append(composed)
  }

  /// Equal strings are canonically equivalent ones, so the standard library's own comparison finds
  /// the composed character.
  private static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    if let syllable = hangul(base.value, mark.value) { return syllable }
    var pair = String.UnicodeScalarView([base])
    pair.append(mark)
    return composites[String(pair)]
  }

  private static let composites: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    let ranges: [ClosedRange<UInt32>] = [
      0xC0...0x233, 0x386...0x45F, 0x1E00...0x1FFF, 0x304C...0x30FE,
    ]
    for range in ranges {
      for scalar in range.lazy.compactMap(Unicode.Scalar.init) {
        let text = String(scalar)
        if table[text] == nil { table[text] = scalar }
      }
    }
    return table
  }()

  /// Syllables of hangul are counted out: 19 initials, 21 vowels, 27 finals.
  private static func hangul(_ base: UInt32, _ mark: UInt32) -> Unicode.Scalar? {
    switch (base, mark) {
    case (0x1100...0x1112, 0x1161...0x1175):
      Unicode.Scalar(0xAC00 + ((base - 0x1100) * 21 + (mark - 0x1161)) * 28)
    case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (base - 0xAC00) % 28 == 0:
      Unicode.Scalar(base + (mark - 0x11A7))
    default: nil
    }
  }

  private static func compatible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xB9: "1"
    case 0xB2...0xB3: String(scalar.value - 0xB0)
    case 0x2070, 0x2074...0x2079: String(scalar.value - 0x2070)
    case 0x2080...0x2089: String(scalar.value - 0x2080)
    case 0xFB00...0xFB06: ligatures[Int(scalar.value - 0xFB00)]
    case 0xFF10...0xFF5A: Unicode.Scalar(scalar.value - 0xFEE0).map(String.init) ?? ""
    case 0xFF66...0xFF9F: String(katakana[Int(scalar.value - 0xFF66)])
    default: String(scalar)
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// In the order of the half-width forms from U+FF66.
  private static let katakana = Array(
    ("ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ"
      + "ハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}").unicodeScalars)
}
