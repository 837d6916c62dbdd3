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
  private var longestDefinition = 0
  private var definitionLine = 1

  init(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { count($0) }
  }

  /// Why the text cannot be parsed at all, or nil.
  var refusal: ParsingExcess? {
    if byteCount > Limit.bytes { return ParsingExcess(rule: .length, line: 1) }
    if closingBrackets * longestDefinition > Limit.expandedBytes {
      return ParsingExcess(rule: .references, line: definitionLine)
    }
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
    var block = BlockCounts(start: 0, line: 1)
    var word = WordCounts(start: 0)
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        end(word, at: index, line: line.number)
        if line.isBlank {
          end(block, at: line.start)
          block = BlockCounts(start: index + 1, line: line.number + 1)
        }
        end(line)
        if text[index] == UInt8(ascii: "\r"), index + 1 < text.count,
          text[index + 1] == UInt8(ascii: "\n")
        {
          index += 1
        }
        line = LineCounts(start: index + 1, number: line.number + 1)
        word = WordCounts(start: index + 1)
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        end(word, at: index, line: line.number)
        word = WordCounts(start: index + 1)
      case UInt8(ascii: "|"): line.columns += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): block.quotes += 1
      case UInt8(ascii: "]"): closingBrackets += 1
      case UInt8(ascii: "["):
        if index > 0, text[index - 1] == UInt8(ascii: "!") { pictureOpenings += 1 }
      case UInt8(ascii: "^"):
        if index > 0, text[index - 1] == UInt8(ascii: "[") { hasFootnotes = true }
      case UInt8(ascii: ":"):
        if index > 0, text[index - 1] == UInt8(ascii: "]"), block.definition == nil {
          block.definition = (line.start, line.number)
        }
      case UInt8(ascii: "@"), UInt8(ascii: ")"): word.triggers += 1
      case UInt8(ascii: "."):
        if index > 2, text[index - 1] == UInt8(ascii: "w"), text[index - 3] == UInt8(ascii: "w") {
          word.triggers += 1
        }
      case UInt8(ascii: "/"):
        if index > 1, text[index - 1] == UInt8(ascii: "/"), text[index - 2] == UInt8(ascii: ":") {
          word.triggers += 1
        }
      default: break
      }
      if text[index] > UInt8(ascii: " ") { line.isBlank = false }
      index += 1
    }
    end(word, at: text.count, line: line.number)
    end(block, at: text.count)
    end(line)
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

  private mutating func end(_ word: WordCounts, at end: Int, line: Int) {
    if word.triggers == 0 { return }
    let cost = word.triggers * (end - word.start)
    if cost > Limit.autolinkCost / 10 {
      costlyLines.append(line)
    } else {
      autolinkCost += cost
      if cost > Limit.autolinkCost / 1_000 { autolinkLine = line }
    }
  }

  private mutating func end(_ block: BlockCounts, at end: Int) {
    if block.quotes > Limit.quotes { quotedLines.append(block.line) }
    guard let definition = block.definition, end - definition.start > longestDefinition else {
      return
    }
    longestDefinition = end - definition.start
    definitionLine = definition.line
  }
}

private struct LineCounts {
  var start: Int
  var number: Int
  var columns = 0
  var isBlank = true
}

private struct BlockCounts {
  var start: Int
  var line: Int
  var quotes = 0
  /// Where its first line that may be a reference definition starts.
  var definition: (start: Int, line: Int)?
}

private struct WordCounts {
  var start: Int
  /// What makes the library look for an address, or for the end of one.
  var triggers = 0
}
