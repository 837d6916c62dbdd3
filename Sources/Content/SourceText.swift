import SiteModel

/// The part of a file that holds data, and where its lines begin.
struct SourceText: Sendable {
  let file: String
  /// The whole file.
  let bytes: [UInt8]
  /// The data within the file.
  let range: Range<Int>
  /// The number of the file's line in which the data begins, counted from 1.
  let firstLine: Int
  /// Offsets into `bytes`; the first is where the data begins.
  private let lineStarts: [Int]

  init(file: String, bytes: [UInt8], range: Range<Int>, firstLine: Int = 1) {
    self.file = file
    self.bytes = bytes
    self.range = range
    self.firstLine = firstLine
    var starts = [range.lowerBound]
    for offset in range where bytes[offset] == .newline { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// The data as text.
  var text: String { String(decoding: bytes[range], as: UTF8.self) }

  /// The place of a stretch of bytes.
  func place(at offset: Int, length: Int = 1) -> Place {
    let index = lineIndex(of: offset)
    return Place(
      file: file, line: firstLine + index, column: offset - lineStarts[index] + 1,
      length: max(1, length))
  }

  /// The place of the rest of a line, without the blanks at its end.
  func placeOfRestOfLine(from offset: Int) -> Place {
    var end = endOfLine(from: offset)
    while end > offset, bytes[end - 1].isWhitespace { end -= 1 }
    return place(at: offset, length: end - offset)
  }

  var lineCount: Int { lineStarts.count }

  /// The lines of the data, as ranges of offsets without their ends.
  var lines: [Range<Int>] {
    lineStarts.indices.map { line($0) }
  }

  /// A line by its number within the data, counted from 0; the very end for greater numbers.
  func line(_ index: Int) -> Range<Int> {
    guard index < lineStarts.count else { return range.upperBound..<range.upperBound }
    let isLast = index + 1 == lineStarts.count
    return lineStarts[index]..<(isLast ? range.upperBound : lineStarts[index + 1] - 1)
  }

  /// The offset of the end of the line that holds an offset.
  func endOfLine(from offset: Int) -> Int {
    line(lineIndex(of: offset)).upperBound
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// Turns lines and columns that are counted in Unicode scalars into offsets.
///
/// It goes on from where it was, so that many places on a long line cost no more than the line.
struct MarkCursor {
  private var line = 0
  private var column = 1
  private var offset = -1

  /// The offset of a mark; both numbers count from 1.
  mutating func offset(line: Int, column: Int, in source: SourceText) -> Int {
    let range = source.line(max(line, 1) - 1)
    if line != self.line || column < self.column || offset < 0 {
      self.line = line
      self.column = 1
      offset = range.lowerBound
    }
    while self.column < column, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, source.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      self.column += 1
    }
    return offset
  }
}
