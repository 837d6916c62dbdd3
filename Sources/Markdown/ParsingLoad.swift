/// What a text would cost to parse, counted before it is parsed.
///
/// The library has cases whose time or memory grows with the square of the text: tables with
/// thousands of columns, quotation marks with smart punctuation, long words with addresses in them,
/// pictures within unfinished pictures, and long reference definitions that are used thousands of
/// times. Articles come from outside contributors too, so each has a limit that no article nears.
struct ParsingLoad {
  private(set) var hasFootnotes = false
  private var byteCount = 0
  private var lineCount = 0
  /// Lines with too many columns.
  private var wideLines: [Int] = []
  private var widestColumns = 0
  private var widestLine = 1
  /// Blocks, that is lines up to an empty one, with too many quotation marks.
  private var quotedLines: [Int] = []
  /// Lines with words that cost much to search for addresses.
  private var costlyLines: [Int] = []
  /// What all other words cost together, and a line with one of them.
  private var autolinkCost = 0
  private var autolinkLine = 1
  private var closingBrackets = 0
  private var pictureOpenings = 0
  /// Where the destination of each line that may be a reference definition may start.
  private var definitions: [(offset: Int, line: Int)] = []
  /// The first definition that is too long for the number of its possible uses.
  private var longDefinitionLine: Int?

  init(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer {
      count($0)
      longDefinitionLine = longDefinition(in: $0)
    }
  }

  /// Why the text cannot be parsed at all, or nil.
  var refusal: ParsingExcess? {
    if byteCount > Limit.bytes { return ParsingExcess(rule: .length, line: 1) }
    if let line = longDefinitionLine { return ParsingExcess(rule: .references, line: line) }
    if closingBrackets * pictureOpenings > Limit.pictureCost {
      return ParsingExcess(rule: .pictures, line: 1)
    }
    return nil
  }

  /// What the text holds too much of, to parse it with all features.
  var excesses: [ParsingExcess] {
    var excesses = wideLines.map { ParsingExcess(rule: .columns, line: $0) }
    if widestColumns * lineCount > Limit.cells {
      excesses.append(ParsingExcess(rule: .cells, line: widestLine, isSum: true))
    }
    excesses += quotedLines.map { ParsingExcess(rule: .quotes, line: $0) }
    excesses += costlyLines.map { ParsingExcess(rule: .autolinks, line: $0) }
    if autolinkCost > Limit.autolinkCost {
      excesses.append(ParsingExcess(rule: .autolinks, line: autolinkLine, isSum: true))
    }
    return excesses
  }

  enum Limit {
    static let bytes = 2_000_000
    static let columns = 500
    static let cells = 200_000
    static let quotes = 5_000
    static let autolinkCost = 20_000_000
    static let pictureCost = 20_000_000
    static let expandedBytes = 32_000_000
  }
}

extension ParsingLoad {
  /// One pass over the bytes.
  private mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
    byteCount = text.count
    var line = LineCounts(start: 0, number: 1)
    var block = BlockCounts(line: 1)
    var word = WordCounts()
    var next = text.nextSpecial(from: 0)
    while next < text.count {
      let index = next
      next = text.nextSpecial(from: index + 1)
      let byte = text[index]
      if !Self.isCounted(byte) { continue }
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        // The two bytes of CR LF end one line.
        if byte == UInt8(ascii: "\n"), index > 0, text[index - 1] == UInt8(ascii: "\r") {
          line.start = index + 1
          continue
        }
        if text[line.start..<index].allSatisfy({ $0 <= UInt8(ascii: " ") }) {
          end(block)
          block = BlockCounts(line: line.number + 1)
        }
        end(line)
        line = LineCounts(start: index + 1, number: line.number + 1)
      case UInt8(ascii: "|"): line.columns += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): block.quotes += 1
      case UInt8(ascii: "]"): closingBrackets += 1
      case UInt8(ascii: "["):
        if index > 0, text[index - 1] == UInt8(ascii: "!") { pictureOpenings += 1 }
      case UInt8(ascii: "^"):
        if index > 0, text[index - 1] == UInt8(ascii: "[") { hasFootnotes = true }
      case UInt8(ascii: ":"):
        if index > 0, text[index - 1] == UInt8(ascii: "]") {
          definitions.append((index + 1, line.number))
        }
      default:
        guard Self.isTrigger(text, at: index) else { continue }
        if !word.range.contains(index) {
          end(word)
          word = WordCounts(around: index, in: text, line: line.number)
        }
        word.triggers += 1
      }
    }
    end(word)
    end(block)
    end(line)
  }

  /// Whether a byte is one of those that the count looks at.
  private static func isCounted(_ byte: UInt8) -> Bool {
    let low: UInt64 =
      1 << 0x0a | 1 << 0x0d | 1 << 0x22 | 1 << 0x27 | 1 << 0x29 | 1 << 0x2e
      | 1 << 0x2f | 1 << 0x3a
    let high: UInt64 = 1 << 0x00 | 1 << 0x1b | 1 << 0x1d | 1 << 0x1e | 1 << 0x3c
    return byte < 128 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 != 0
  }

  /// Whether the library looks for an address here, or for the end of one: at `@`, `)`, `www.` and
  /// `://`.
  private static func isTrigger(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "."):
      index > 2 && text[index - 1] == UInt8(ascii: "w") && text[index - 3] == UInt8(ascii: "w")
    case UInt8(ascii: "/"):
      index > 1 && text[index - 1] == UInt8(ascii: "/") && text[index - 2] == UInt8(ascii: ":")
    default: true
    }
  }

  private mutating func end(_ line: LineCounts) {
    lineCount = line.number
    if line.columns > Limit.columns {
      wideLines.append(line.number)
    } else if line.columns > widestColumns {
      widestColumns = line.columns
      widestLine = line.number
    }
  }

  private mutating func end(_ word: WordCounts) {
    let cost = word.triggers * word.range.count
    if cost > Limit.autolinkCost / 10 {
      costlyLines.append(word.line)
    } else {
      autolinkCost += cost
      if cost > Limit.autolinkCost / 1_000 { autolinkLine = word.line }
    }
  }

  private mutating func end(_ block: BlockCounts) {
    if block.quotes > Limit.quotes { quotedLines.append(block.line) }
  }

  /// Each closing bracket may be the use of a definition, which copies its destination and title.
  private func longDefinition(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    if closingBrackets * byteCount <= Limit.expandedBytes { return nil }
    let allowed = Limit.expandedBytes / closingBrackets
    return definitions.first { definition in
      ReferenceScanner(text).isLonger(than: allowed, at: definition.offset)
    }?.line
  }
}

private struct LineCounts {
  var start: Int
  var number: Int
  var columns = 0
}

/// Of lines up to an empty one.
private struct BlockCounts {
  var line: Int
  var quotes = 0
}

/// Of a word with something that makes the library look for an address.
private struct WordCounts {
  var range = 0..<0
  var line = 1
  var triggers = 0

  init() {}

  init(around index: Int, in text: UnsafeBufferPointer<UInt8>, line: Int) {
    var start = index
    while start > 0, text[start - 1] > UInt8(ascii: " ") { start -= 1 }
    var end = index + 1
    while end < text.count, text[end] > UInt8(ascii: " ") { end += 1 }
    range = start..<end
    self.line = line
  }
}
