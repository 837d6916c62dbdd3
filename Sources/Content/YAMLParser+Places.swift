import SiteModel
import Yams

extension YAMLParser {
  /// The place of a list or a group: in brackets all of it, as far as its first line goes.
  mutating func place(of mark: Mark?) -> Place {
    guard let mark else { return source.place(at: source.range.lowerBound) }
    let offset = cursor.offset(line: mark.line, column: mark.column, in: source)
    return source.place(at: offset, length: source.bracketedLength(from: offset))
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
      return source.place(at: offset, length: source.quotedLength(from: offset))
    case .literal, .folded:
      return source.place(at: offset)
    }
  }
}
