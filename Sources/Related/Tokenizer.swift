/// Splits a text into words, in the order in which they stand.
///
/// No stemming and no list of stop words: the statistics do better. A word is a run of letters and
/// digits of at least two characters. Where a script writes no spaces, every two adjacent
/// characters make a word; a katakana run is one word, and two hiragana (grammar) are none.
struct Tokenizer {
  /// A word by its hash, and where it stands in ``bytes``.
  struct Word {
    var hash: UInt64
    var start: Int32
    var end: Int32
  }

  /// The words of the last text.
  private(set) var words: [Word] = []
  /// The last text, normalised.
  private(set) var bytes: [UInt8] = []
  private var run: [RunScalar] = []

  mutating func read(_ text: String) {
    words.removeAll(keepingCapacity: true)
    let bytes = NormalizedText.bytes(of: text)
    self.bytes = bytes
    split(bytes.span)
  }

  /// The folded text of a word of the last text.
  func text(of word: Word) -> String {
    String(decoding: bytes[Int(word.start)..<Int(word.end)], as: UTF8.self).lowercased()
  }
}

extension Tokenizer {
  /// A character of a run without spaces.
  private struct RunScalar {
    var scalar: UInt32
    var kind: ScalarClass
    var start: Int32
    var end: Int32
  }

  private mutating func split(_ bytes: borrowing Span<UInt8>) {
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        if Self.isWord(byte) {
          offset = readWord(from: offset, in: bytes)
        } else {
          offset += 1
        }
        continue
      }
      let (scalar, length) = ScalarReader.scalar(at: offset, in: bytes)
      switch ScalarClass.of(scalar) {
      case .separator, .ignorable: offset += length
      case .letter: offset = readWord(from: offset, in: bytes)
      case .ideograph, .hiragana, .katakana: offset = readRun(from: offset, in: bytes)
      }
    }
  }

  @inline(__always)
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Returns where reading goes on.
  private mutating func readWord(from start: Int, in bytes: borrowing Span<UInt8>) -> Int {
    var hash = TermHash()
    var offset = start
    while let characters = EightCharacters(at: offset, of: bytes) {
      let count = characters.wordLength
      hash.add(count, of: characters.lowercased)
      offset &+= count
      if count < 8 { break }
    }
    var length = offset &- start
    reading: while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 {
          hash.add(lower)
        } else if byte &- 0x30 < 10 {
          hash.add(byte)
        } else {
          break
        }
        length &+= 1
        offset &+= 1
        continue
      }
      let (scalar, size) = ScalarReader.scalar(at: offset, in: bytes)
      switch ScalarClass.of(scalar) {
      case .ignorable: break
      case .letter:
        hash.add(ScalarClass.lowercased(scalar))
        length &+= 1
      case .separator, .ideograph, .hiragana, .katakana: break reading
      }
      offset += size
    }
    if let end = Self.endOfAddress(word: start..<offset, in: bytes) { return end }
    if length > 1 { add(hash, start, offset) }
    return offset
  }

  /// Addresses are no words: `https://…` and `www.…` are passed over to their end.
  @inline(__always)
  private static func endOfAddress(
    word: Range<Int>, in bytes: borrowing Span<UInt8>
  ) -> Int? {
    var offset = word.upperBound
    guard offset + 2 < bytes.count else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: ":"):
      guard bytes[offset + 1] == UInt8(ascii: "/"), bytes[offset + 2] == UInt8(ascii: "/") else {
        return nil
      }
    case UInt8(ascii: "."):
      guard word.count == 3, word.allSatisfy({ bytes[$0] | 0x20 == UInt8(ascii: "w") }) else {
        return nil
      }
    default: return nil
    }
    while offset < bytes.count, isAddress(bytes[offset]) {
      offset += 1
    }
    return offset
  }

  private static func isAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, 0x7F..., UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    default: true
    }
  }

  @inline(__always)
  private mutating func add(_ hash: TermHash, _ start: Int, _ end: Int) {
    words.append(
      Word(
        hash: hash.finished(), start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: end)))
  }

  private mutating func readRun(from start: Int, in bytes: borrowing Span<UInt8>) -> Int {
    run.removeAll(keepingCapacity: true)
    var offset = start
    reading: while offset < bytes.count, bytes[offset] >= 0x80 {
      let (scalar, length) = ScalarReader.scalar(at: offset, in: bytes)
      let kind = ScalarClass.of(scalar)
      switch kind {
      case .separator, .letter: break reading
      case .ignorable: break
      case .ideograph, .hiragana, .katakana:
        run.append(
          RunScalar(
            scalar: scalar, kind: kind, start: Int32(truncatingIfNeeded: offset),
            end: Int32(truncatingIfNeeded: offset + length)))
      }
      offset += length
    }
    splitRun()
    return offset
  }

  private mutating func splitRun() {
    var start = 0
    while start < run.count {
      let isKatakana = run[start].kind == .katakana
      var end = start + 1
      while end < run.count, (run[end].kind == .katakana) == isKatakana {
        end += 1
      }
      if isKatakana {
        addRun(start, end)
      } else if end == start + 1 {
        if run[start].kind != .hiragana { addRun(start, end) }
      } else {
        for first in start..<end - 1
        where run[first].kind != .hiragana || run[first + 1].kind != .hiragana {
          addRun(first, first + 2)
        }
      }
      start = end
    }
  }

  private mutating func addRun(_ start: Int, _ end: Int) {
    var hash = TermHash()
    for index in start..<end {
      hash.add(run[index].scalar)
    }
    add(hash, Int(run[start].start), Int(run[end - 1].end))
  }
}
