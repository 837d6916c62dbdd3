import SiteModel
import Yams

extension YAMLParser {
  /// The place of a list or a group: in brackets all of it, as far as its first line goes.
  mutating func place(of mark: Mark?) -> Place {
    guard let mark else { return source.place(at: source.range.lowerBound) }
    let offset = cursor.offset(line: mark.line, column: mark.column, in: source)
    return source.place(at: offset, length: bracketedLength(from: offset))
  }

  mutating func placeOfScalar(_ scalar: Node.Scalar) -> Place {
    guard let mark = scalar.mark else { return source.place(at: source.range.lowerBound) }
    let offset = cursor.offset(line: mark.line, column: mark.column, in: source)
    switch scalar.style {
    case .plain, .any:
      let length = scalar.string.utf8.count
      let rest = source.endOfLine(from: offset) - offset
      return length <= rest
        ? source.place(at: offset, length: length) : source.placeOfRestOfLine(from: offset)
    case .singleQuoted, .doubleQuoted:
      return source.place(at: offset, length: quotedLength(from: offset))
    case .literal, .folded:
      return source.place(at: offset)
    }
  }

  private func bracketedLength(from offset: Int) -> Int {
    let end = source.endOfLine(from: offset)
    guard offset < end, "[{".utf8.contains(source.bytes[offset]) else { return 1 }
    var depth = 0
    var position = offset
    while position < end {
      switch source.bytes[position] {
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
    return source.placeOfRestOfLine(from: offset).length
  }

  /// The length of a quoted text with its quotation marks, as far as its first line goes.
  private func quotedLength(from offset: Int) -> Int {
    let end = source.endOfLine(from: offset)
    guard offset < end else { return 1 }
    let quote = source.bytes[offset]
    var position = offset + 1
    while position < end {
      let byte = source.bytes[position]
      if byte == quote {
        let isDoubled =
          quote == .apostrophe && position + 1 < end && source.bytes[position + 1] == quote
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
