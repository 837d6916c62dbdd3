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
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(
      file: file, line: firstLine + low, column: offset - lineStarts[low] + 1,
      length: max(1, length))
  }

  /// The offset of a column that is counted in Unicode scalars, both numbers counted from 1.
  func offset(line: Int, scalarColumn: Int) -> Int {
    let index = min(max(line, 1), lineStarts.count) - 1
    var offset = lineStarts[index]
    let end = endOfLine(from: offset)
    var scalars = 1
    while scalars < scalarColumn, offset < end {
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars += 1
    }
    return offset
  }

  /// The place of the rest of a line, without the blanks at its end.
  func placeOfRestOfLine(from offset: Int) -> Place {
    var end = endOfLine(from: offset)
    while end > offset, bytes[end - 1].isBlank || bytes[end - 1] == .carriageReturn { end -= 1 }
    return place(at: offset, length: end - offset)
  }

  /// The lines of the data, as ranges of offsets without their ends.
  var lines: [Range<Int>] {
    lineStarts.map { $0..<endOfLine(from: $0) }
  }

  /// The offset of the end of the line that holds an offset.
  func endOfLine(from offset: Int) -> Int {
    bytes[offset..<range.upperBound].firstIndex(of: .newline) ?? range.upperBound
  }
}
