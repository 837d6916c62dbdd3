import SiteModel

/// The text as the author typed it, to find places in.
struct SourceText {
  let bytes: ArraySlice<UInt8>
  let file: String
  let firstLine: Int
  private lazy var lineStarts = SourceLines.starts(in: bytes)
  private lazy var destinations = DestinationIndex(of: bytes)

  init(bytes: ArraySlice<UInt8>, file: String, firstLine: Int) {
    self.bytes = bytes
    self.file = file
    self.firstLine = firstLine
  }

  /// The place of a line and column of the text, both counted from 1.
  func place(line: Int, column: Int, length: Int = 1) -> Place {
    Place(
      file: file, line: firstLine + max(line, 1) - 1, column: max(column, 1),
      length: max(length, 1))
  }

  /// The place of a node as far as the parser knows it, or else of its block.
  func place(of node: Node, in block: Node) -> Place {
    if node.startLine >= block.startLine, node.startLine > 0 {
      return place(line: node.startLine, column: node.startColumn)
    }
    return place(line: block.startLine, column: block.startColumn)
  }

  /// Where the destination of a link or picture is written: in the link itself, or in the
  /// reference definition that it uses; where neither is found, the link's own place.
  mutating func place(ofDestination destination: String, of node: Node, in block: Node) -> Place {
    let start = offset(ofLine: block.startLine)
    let end = offset(ofLine: max(block.endLine, block.startLine) + 1)
    guard let range = destinations.take(destination, in: start..<max(start, end)) else {
      return place(of: node, in: block)
    }
    return place(of: range)
  }

  /// What is written from the start of a block on.
  mutating func text(at block: Node) -> ArraySlice<UInt8> {
    bytes[min(offset(ofLine: block.startLine) + block.startColumn - 1, bytes.endIndex)...]
  }

  /// Where `words` first stand in the lines of a block without a backslash before them.
  mutating func range(of words: String, from block: Node) -> Range<Int>? {
    let pattern = Array(words.utf8)
    var index = offset(ofLine: block.startLine)
    let end = offset(ofLine: max(block.endLine, block.startLine) + 1)
    while index + pattern.count <= end {
      if bytes[index] == pattern[0], bytes[index...].starts(with: pattern),
        index == bytes.startIndex || bytes[index - 1] != UInt8(ascii: "\\")
      {
        return index..<(index + pattern.count)
      }
      index += 1
    }
    return nil
  }

  /// The place of a range of the bytes.
  mutating func place(of range: Range<Int>) -> Place {
    let starts = lineStarts
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= range.lowerBound { low = middle } else { high = middle }
    }
    return place(
      line: low + 1, column: range.lowerBound - starts[low] + 1, length: range.count)
  }

  /// The part of a range that is on its first line.
  func firstLine(of range: Range<Int>) -> Range<Int> {
    let end = bytes[range].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  /// Where a line of the text starts; the end of the text for lines after the last.
  mutating func offset(ofLine line: Int) -> Int {
    let index = max(line, 1) - 1
    return index < lineStarts.count ? lineStarts[index] : bytes.endIndex
  }
}

/// Lines as Markdown has them: LF, CR LF and CR end one.
enum SourceLines {
  static func starts(in bytes: ArraySlice<UInt8>) -> [Int] {
    var starts = [bytes.startIndex]
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(index)
      } else if byte == UInt8(ascii: "\r") {
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        starts.append(index)
      }
    }
    return starts
  }
}
