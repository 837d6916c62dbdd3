/// How much there is to read in a text (E-3).
///
/// A word is a run of letters, marks and digits. An apostrophe, a hyphen or an underscore between
/// them does not end it ("don't", "state-of-the-art"), nor does a point or comma between digits
/// ("3.5", "10,000"). Han, kana and hangul characters are counted one by one, since their readers
/// are timed by characters; each ends a word beside it. A script that sets no spaces between words,
/// such as Thai, counts as one word up to its next space.
struct WordCount: Hashable {
  private(set) var words = 0
  private(set) var cjkCharacters = 0

  init(of text: UnsafeBufferPointer<UInt8>) {
    let asciiClasses = Self.asciiClasses
    var state = State.outside
    var index = 0
    while index < text.count {
      if let next = countPlainWords(in: text, at: index, &state) {
        index = next
        continue
      }
      let byte = text[index]
      guard byte < 0x80 else {
        let (scalar, length) = Self.decode(text, at: index)
        state = next(state, Self.classify(scalar))
        index += length
        continue
      }
      let found = asciiClasses[Int(byte)]
      index += 1
      // Words of plain letters are counted where they begin, without a branch.
      if found.rawValue | state.rawValue <= 1 {
        words += Int(found.rawValue & ~state.rawValue)
        state = found == .letter ? .inLetters : .outside
      } else {
        state = next(state, found)
      }
    }
  }

  private enum State: UInt8 {
    case outside = 0
    case inLetters = 1
    case inDigits = 2
    /// After an apostrophe or hyphen that may go on with the word.
    case joined = 4
    /// After a point or comma that may go on with the number.
    case joinedDigits = 6
  }

  private enum Class: UInt8 {
    case separator = 0
    case letter = 1
    case digit = 2
    case joiner = 4
    case digitJoiner = 6
    case cjk = 8
  }
}

extension WordCount {
  /// Counts the words that begin in eight letters and spaces; nil where other characters are, or
  /// where a word may go on in more ways than by letters.
  private mutating func countPlainWords(
    in text: UnsafeBufferPointer<UInt8>, at index: Int, _ state: inout State
  ) -> Int? {
    guard state.rawValue <= 1, index + 8 <= text.count else { return nil }
    let block = EightBytes(text, at: index)
    let letters = block.letters
    guard letters | block.spaces == EightBytes.highBits else { return nil }
    let letterBefore: UInt64 = state == .inLetters ? 0x80 : 0
    words += (letters & ~(letters << 8 | letterBefore)).nonzeroBitCount
    state = letters >> 63 == 1 ? .inLetters : .outside
    return index + 8
  }

  private mutating func next(_ state: State, _ found: Class) -> State {
    switch found {
    case .letter:
      if state == .outside || state == .joinedDigits { words += 1 }
      return .inLetters
    case .digit:
      if state == .outside { words += 1 }
      return .inDigits
    case .joiner: return state == .inLetters || state == .inDigits ? .joined : .outside
    case .digitJoiner: return state == .inDigits ? .joinedDigits : .outside
    case .separator: return .outside
    case .cjk:
      cjkCharacters += 1
      return .outside
    }
  }

  private static let asciiClasses: [Class] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "_"): .joiner
    case UInt8(ascii: "."), UInt8(ascii: ","): .digitJoiner
    default: .separator
    }
  }

  private static func classify(_ scalar: UInt32) -> Class {
    switch scalar {
    case 0xc0...0x24f where scalar != 0xd7 && scalar != 0xf7: .letter
    case 0x2010, 0x2011, 0x2019, 0xb7, 0xad: .joiner
    case 0x2000...0x206f, 0x3000...0x3004, 0x3008...0x3020, 0xff00...0xff0f: .separator
    case 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3038...0x303c, 0x3041...0x309f,
      0x30a1...0x30fa, 0x30fc...0x30ff, 0x3105...0x318e, 0x31a0...0x31ff, 0x2e80...0x2fdf,
      0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0xff66...0xff9f, 0xffa0...0xffdc,
      0x1100...0x11ff, 0xa960...0xa97f, 0xac00...0xd7ff, 0x1b000...0x1b2ff, 0x20000...0x3ffff:
      .cjk
    default: category(of: scalar)
    }
  }

  private static func category(of scalar: UInt32) -> Class {
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      .letter
    case .decimalNumber, .letterNumber: .digit
    default: .separator
    }
  }

  /// The scalar at an index; a stray byte stands for itself.
  private static func decode(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[index])
    let length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
    guard length > 1, index + length <= text.count else { return (first, 1) }
    var scalar = first & (0xff >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3f) }
    return (scalar, length)
  }
}
