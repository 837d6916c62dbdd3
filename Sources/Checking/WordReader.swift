/// Reads words out of any text file: pages, feeds, JSON, scripts.
///
/// What only looks different is the same to it: capitals, punctuation, quotation marks, tags between
/// words, and the ways in which HTML, XML and JSON write them. The values of attributes are read as
/// well, after the text, each by itself.
struct WordReader {
  /// Stands between texts that do not belong together.
  static let gap: UInt64 = .max

  private let bytes: ArraySlice<UInt8>
  private(set) var words: [UInt64] = []
  /// How much each text is: words of scripts without blanks between them count half.
  private(set) var halves = 0
  private var position: Int
  private var word = NameHash()
  private var isInWord = false
  private var attributes: [Range<Int>] = []

  /// The words of a file.
  static func words(in bytes: [UInt8]) -> [UInt64] {
    var reader = WordReader(bytes[...])
    reader.readAll()
    for range in reader.attributes {
      reader.words.append(gap)
      var inner = WordReader(bytes[range])
      inner.readAll()
      reader.words += inner.words
    }
    return reader.words
  }

  /// The words of a plain text, and how much it is in half words.
  static func words(of text: String) -> (words: [UInt64], halves: Int) {
    var reader = WordReader(Array(text.utf8)[...])
    reader.readAll()
    return (reader.words, reader.halves)
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
    words.reserveCapacity(bytes.count / 6)
  }
}

extension WordReader {
  private mutating func readAll() {
    while position < bytes.endIndex {
      let byte = bytes[position]
      switch byte {
      case 0x61...0x7a, 0x30...0x39: add(byte)
      case 0x41...0x5a: add(byte | 0x20)
      case UInt8(ascii: "<"): skipTag()
      case UInt8(ascii: "&"): skipReference()
      case UInt8(ascii: "\\"): skipEscape()
      case 0x80...: readWide(byte)
      default:
        endWord()
        position += 1
      }
    }
    endWord()
  }

  private mutating func add(_ byte: UInt8) {
    isInWord = true
    word.add(byte)
    position += 1
  }

  private mutating func endWord() {
    guard isInWord else { return }
    words.append(word.number)
    halves += 2
    word = NameHash()
    isInWord = false
  }

  /// Letters beyond ASCII, characters that are words of their own, and punctuation.
  private mutating func readWide(_ lead: UInt8) {
    let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
    switch (lead, next) {
    case (0xc2, _): skip(2)
    case (0xe2, 0x80...0x8b): skip(3)
    case (0xe3, 0x80), (0xef, 0xbc...0xbd): skip(3)
    case (0xe3...0xed, _):
      endWord()
      let end = min(position + 3, bytes.endIndex)
      words.append(NameHash(bytes[position..<end]).number)
      halves += 1
      position = end
    default: add(lead)
    }
  }

  private mutating func skip(_ count: Int) {
    endWord()
    position = min(position + count, bytes.endIndex)
  }

  /// Passes over a tag, and keeps the values of its attributes for later.
  private mutating func skipTag() {
    endWord()
    let next = position + 1 < bytes.endIndex ? bytes[position + 1] : 0
    guard next.isLetter || next == UInt8(ascii: "/") else {
      position += 1
      return
    }
    position += 1
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: ">") {
      if bytes[position] == UInt8(ascii: "\"") { readAttribute() }
      position = min(position + 1, bytes.endIndex)
    }
    position = min(position + 1, bytes.endIndex)
  }

  private mutating func readAttribute() {
    let start = position + 1
    position = start
    var hasBlank = false
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
      hasBlank = hasBlank || bytes[position] >= 0x80 || bytes[position] == 0x20
      position += 1
    }
    // One word alone gives nothing away.
    if hasBlank { attributes.append(start..<position) }
  }

  /// `&amp;`, and tags that are written as text: `&lt;em&gt;`.
  private mutating func skipReference() {
    endWord()
    if isText("&lt;", at: position), skipWrittenTag(opening: 4, closing: "&gt;") { return }
    var end = position + 1
    while end < min(position + 10, bytes.endIndex) {
      if bytes[end] == UInt8(ascii: ";") {
        position = end + 1
        return
      }
      end += 1
    }
    position += 1
  }

  /// `\n`, `\"`, and tags as JSON writes them: `\u003cem\u003e`.
  private mutating func skipEscape() {
    endWord()
    guard isText("\\u", at: position) else { return skip(2) }
    if isText("\\u003c", at: position) {
      if skipWrittenTag(opening: 6, closing: ">") { return }
      if skipWrittenTag(opening: 6, closing: "\\u003e") { return }
    }
    skip(6)
  }

  private mutating func skipWrittenTag(opening: Int, closing: StaticString) -> Bool {
    let start = position + opening
    let limit = min(start + 600, bytes.endIndex)
    guard start < limit, bytes[start].isLetter || bytes[start] == UInt8(ascii: "/") else {
      return false
    }
    var end = start
    while end < limit {
      if isText(closing, at: end) {
        position = end + closing.utf8CodeUnitCount
        return true
      }
      // A tag within a tag is none.
      if isText("\\u003c", at: end) || isText("&lt;", at: end) { return false }
      end += 1
    }
    return false
  }

  private func isText(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= bytes.endIndex else { return false }
    return text.withUTF8Buffer { text in
      for offset in text.indices where bytes[start + offset] != text[offset] { return false }
      return true
    }
  }
}
