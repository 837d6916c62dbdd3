/// Where a text names the destinations of its links: after `](`, after `]:` and after `<`.
///
/// The parser tells in which block a link stands, and not reliably where in it. So all the places
/// where a destination may be written are collected once, and links take them one after another.
struct DestinationIndex {
  private var inlines: [String: Occurrences] = [:]
  private var definitions: [String: Range<Int>] = [:]

  /// The places of one destination in ascending order, and how many of them are taken.
  private struct Occurrences {
    var ranges: [Range<Int>] = []
    var next = 0
  }

  init(of bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "<") {
        addInline(destination(in: bytes, at: index - 1))
      } else if byte == UInt8(ascii: "]"), index < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "(") {
          addInline(destination(in: bytes, at: index + 1))
        } else if bytes[index] == UInt8(ascii: ":") {
          let (text, range) = destination(in: bytes, at: index + 1)
          if definitions[text] == nil { definitions[text] = range }
        }
      }
    }
  }

  /// The first place of a destination within `block` that no other link has taken, or else the
  /// place of its definition.
  mutating func take(_ destination: String, in block: Range<Int>) -> Range<Int>? {
    guard let position = inlines.index(forKey: destination) else {
      return definitions[destination]
    }
    let ranges = inlines.values[position].ranges
    var next = inlines.values[position].next
    if next < ranges.count, !block.contains(ranges[next].lowerBound) {
      next = max(next, firstIndex(in: ranges, from: block.lowerBound))
    }
    guard next < ranges.count, block.contains(ranges[next].lowerBound) else {
      return definitions[destination]
    }
    inlines.values[position].next = next + 1
    return ranges[next]
  }
}

extension DestinationIndex {
  private mutating func addInline(_ found: (text: String, range: Range<Int>)) {
    if found.range.isEmpty { return }
    inlines[found.text, default: Occurrences()].ranges.append(found.range)
  }

  /// Reads a destination as the parser would, after white space: `<a b.md>` or `a(b).md`.
  private func destination(
    in bytes: ArraySlice<UInt8>, at start: Int
  ) -> (text: String, range: Range<Int>) {
    var index = start
    while index < bytes.endIndex, isSpace(bytes[index]) { index += 1 }
    let isPointed = index < bytes.endIndex && bytes[index] == UInt8(ascii: "<")
    if isPointed { index += 1 }
    let first = index
    var text: [UInt8] = []
    var depth = 0
    // Longer destinations are data, and nobody needs their place.
    scan: while index < bytes.endIndex, index - first < 2_000 {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: ">") where isPointed: break scan
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "<"): break scan
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        if !isPointed { break scan }
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")") where !isPointed && depth == 0: break scan
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\") where index + 1 < bytes.endIndex && isPunctuation(bytes[index + 1]):
        index += 1
      default: break
      }
      text.append(bytes[index])
      index += 1
    }
    return (String(decoding: text, as: UTF8.self), first..<index)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
    default: false
    }
  }

  private func firstIndex(in ranges: [Range<Int>], from offset: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
