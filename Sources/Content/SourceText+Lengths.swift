import SiteModel

extension SourceText {
  /// The length of a list or group in brackets, as far as its first line goes; 1 without brackets.
  func bracketedLength(from offset: Int) -> Int {
    let end = endOfLine(from: offset)
    guard offset < end, "[{".utf8.contains(bytes[offset]) else { return 1 }
    var depth = 0
    var position = offset
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return position + 1 - offset }
      case .quotationMark, .apostrophe:
        position += quotedLength(from: position) - 1
      default: break
      }
      position += 1
    }
    return placeOfRestOfLine(from: offset).length
  }

  /// The length of a quoted text with its quotation marks, as far as its first line goes.
  func quotedLength(from offset: Int) -> Int {
    let end = endOfLine(from: offset)
    guard offset < end else { return 1 }
    let quote = bytes[offset]
    var position = offset + 1
    while position < end {
      let byte = bytes[position]
      if byte == quote {
        let isDoubled =
          quote == .apostrophe && position + 1 < end && bytes[position + 1] == quote
        guard isDoubled else { return position + 1 - offset }
        position += 1
      } else if byte == .backslash, quote == .quotationMark {
        position += 1
      }
      position += 1
    }
    return end - offset
  }
}
