import SiteModel

/// Reads one tag, in one pass that never looks beyond the beginning of the next tag.
struct ShortcodeTagReader {
  let bytes: [UInt8]
  private var position: Int
  private let start: Int
  /// `>` or `%`, which stands before the closing braces.
  private let mark: UInt8

  /// Begins where `{{<` or `{{%` stands.
  init(_ bytes: [UInt8], at start: Int) {
    self.bytes = bytes
    self.start = start
    position = start + 3
    mark = bytes[start + 2] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "%")
  }

  private static let longestName = 80

  mutating func read() -> ShortcodeTag {
    if hasPrefix("/*") { return escaped() }
    skipSpace()
    var tag = ShortcodeTag(form: .open, range: start..<position)
    if hasPrefix("/") {
      tag.form = .close
      position += 1
      skipSpace()
    }
    tag.nameRange = position..<endOfTypedName(from: position)
    tag.name = text(tag.nameRange)
    if tag.name.isEmpty || tag.nameRange.count > Self.longestName { return broken(.unnamed) }
    position = tag.nameRange.upperBound
    while true {
      skipSpace()
      if isAtEnd {
        if case .close = tag.form, !tag.arguments.isEmpty { return broken(.endWithArguments, tag) }
        position += 3
        tag.range = start..<position
        return tag
      }
      if hasPrefix("/"), isEnd(at: position + 1) {
        position += 1
        tag.form = .selfClosing
        continue
      }
      if position >= bytes.count || isOpening(at: position) { return broken(.unclosed, tag) }
      switch argument() {
      case .success(let argument): tag.arguments.append(argument)
      case .failure(let failure): return broken(failure.mistake, tag)
      }
    }
  }
}

extension ShortcodeTagReader {
  private struct Failure: Error {
    var mistake: ShortcodeTag.Mistake
  }

  private mutating func escaped() -> ShortcodeTag {
    var end = position + 2
    while end + 4 < bytes.count, !isOpening(at: end) {
      if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/"), isEnd(at: end + 2) {
        var tag = ShortcodeTag(form: .escaped, range: start..<(end + 5))
        tag.inner = (position + 2)..<end
        return tag
      }
      end += 1
    }
    return broken(.unclosed)
  }

  private mutating func argument() -> Result<TypedArgument, Failure> {
    let first = position
    if isQuote(at: position) {
      return value().map {
        TypedArgument(value: $0.text, range: first..<position, valueRange: $0.range)
      }
    }
    let end = endOfName(from: position)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "=") else {
      return value().map {
        TypedArgument(value: $0.text, range: first..<position, valueRange: $0.range)
      }
    }
    let key = text(position..<end)
    if key.isEmpty { return .failure(Failure(mistake: .emptyKey)) }
    position = end + 1
    return value().map {
      TypedArgument(key: key, value: $0.text, range: first..<position, valueRange: $0.range)
    }
  }

  /// `"quoted"`, `` `raw` `` or a bare word; the position ends behind it.
  private mutating func value() -> Result<(text: String, range: Range<Int>), Failure> {
    guard isQuote(at: position) else {
      if isWrongQuote(at: position) { return .failure(Failure(mistake: .wrongQuote)) }
      let first = position
      while position < bytes.count, !isSpace(bytes[position]), !isAtEnd, !isOpening(at: position),
        !(bytes[position] == UInt8(ascii: "/") && isEnd(at: position + 1))
      {
        position += 1
      }
      return .success((text(first..<position), first..<position))
    }
    let quote = bytes[position]
    let isRaw = quote == UInt8(ascii: "`")
    position += 1
    let first = position
    var value: [UInt8] = []
    while position < bytes.count, bytes[position] != quote {
      if !isRaw, bytes[position] == UInt8(ascii: "\n") { break }
      if !isRaw, bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        let next = bytes[position + 1]
        if next == quote || next == UInt8(ascii: "\\") { position += 1 }
      }
      value.append(bytes[position])
      position += 1
    }
    guard position < bytes.count, bytes[position] == quote else {
      return .failure(Failure(mistake: .unclosedQuote))
    }
    position += 1
    return .success((String(decoding: value, as: UTF8.self), first..<(position - 1)))
  }

  /// A tag that cannot be read is as long as its line, up to the next one or the end of a code span.
  private func broken(_ mistake: ShortcodeTag.Mistake, _ tag: ShortcodeTag? = nil) -> ShortcodeTag {
    var end = start + 3
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "`"),
      !isOpening(at: end)
    {
      end += 1
      if isEnd(at: end - 3), end - 3 > start + 2 { break }
    }
    while end > start + 3, isSpace(bytes[end - 1]) { end -= 1 }
    return ShortcodeTag(form: .broken(mistake), name: tag?.name ?? "", range: start..<end)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func hasPrefix(_ text: StaticString) -> Bool {
    let prefix = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return position < bytes.count && bytes[position...].starts(with: prefix)
  }

  private var isAtEnd: Bool { isEnd(at: position) }

  private func isEnd(at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == mark && bytes[index + 1] == UInt8(ascii: "}")
      && bytes[index + 2] == UInt8(ascii: "}")
  }

  private func isOpening(at index: Int) -> Bool {
    ShortcodeScan.isOpening(bytes, at: index)
  }

  private func isQuote(at index: Int) -> Bool {
    index < bytes.count
      && (bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "`"))
  }

  /// What writers and word processors take for a quotation mark: ' “ ” ‘ ’ „ ‚ « ».
  private func isWrongQuote(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "'") { return true }
    let rest = bytes[index...]
    return ["“", "”", "‘", "’", "„", "‚", "«", "»"].contains { rest.starts(with: $0.utf8) }
  }

  private mutating func skipSpace() {
    while position < bytes.count, isSpace(bytes[position]) { position += 1 }
  }

  private func endOfName(from start: Int) -> Int {
    var end = start
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    return end
  }

  /// A name goes on to the next blank, so that one with other characters is unknown as a whole.
  private func endOfTypedName(from start: Int) -> Int {
    var end = endOfName(from: start)
    while end > start, end < bytes.count, !isSpace(bytes[end]), !isQuote(at: end), !isEnd(at: end),
      !isOpening(at: end), bytes[end] != UInt8(ascii: "="),
      !(bytes[end] == UInt8(ascii: "/") && isEnd(at: end + 1))
    {
      end += 1
    }
    return end
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x9...0xd).contains(byte)
  }
}
