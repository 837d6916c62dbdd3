/// Measures reference definitions, `[label]: destination "title"`, before they are parsed.
struct ReferenceScanner {
  private let text: UnsafeBufferPointer<UInt8>

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// Whether the destination and title that start at an offset are longer than so many bytes.
  ///
  /// It looks no further than that; what is no definition after all counts as if it were one.
  func isLonger(than limit: Int, at offset: Int) -> Bool {
    var index = skipSpace(from: offset)
    let start = index
    while index < text.count, text[index] > UInt8(ascii: " ") {
      index += 1
      if index - start > limit { return true }
    }
    let length = index - start
    index = skipSpace(from: index)
    guard index < text.count, let closing = Self.closingDelimiter(of: text[index]) else {
      return false
    }
    let titleStart = index + 1
    index = titleStart
    while index < text.count, text[index] != closing, !isBlankLine(at: index) {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
      if length + index - titleStart > limit { return true }
    }
    return false
  }
}

extension ReferenceScanner {
  private static func closingDelimiter(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  /// White space with at most one end of a line in it.
  private func skipSpace(from offset: Int) -> Int {
    var index = offset
    while index < text.count, text[index] <= UInt8(ascii: " "), !isBlankLine(at: index) {
      index += 1
    }
    return index
  }

  /// Whether a line ends here and an empty one follows.
  private func isBlankLine(at offset: Int) -> Bool {
    guard text[offset] == UInt8(ascii: "\n") || text[offset] == UInt8(ascii: "\r") else {
      return false
    }
    let isPair =
      offset + 1 < text.count && text[offset] == UInt8(ascii: "\r")
      && text[offset + 1] == UInt8(ascii: "\n")
    var index = offset + (isPair ? 2 : 1)
    while index < text.count, text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t")
    {
      index += 1
    }
    return index >= text.count || text[index] == UInt8(ascii: "\n")
      || text[index] == UInt8(ascii: "\r")
  }
}
