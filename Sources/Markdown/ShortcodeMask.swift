/// The raw HTML that covers a tag: `<Q001xx>` within a line, `<?001xx?>` on a line of its own.
enum ShortcodeMask {
  /// A tag must have this many bytes to be covered.
  static let shortest = 6
  private static let digits = 3
  private static let filler = UInt8(ascii: "x")

  /// Covers a range of a text.
  ///
  /// Ends of lines, and what begins a line within a quotation or a list, stay as they are.
  static func cover(_ range: Range<Int>, in text: inout [UInt8], with number: Int, isBlock: Bool) {
    let isBlock = isBlock && range.count > shortest
    let start = range.lowerBound
    text[start] = UInt8(ascii: "<")
    text[start + 1] = isBlock ? UInt8(ascii: "?") : UInt8(ascii: "Q")
    var rest = number
    for position in (2..<(2 + digits)).reversed() {
      text[start + position] = alphabet[rest % alphabet.count]
      rest /= alphabet.count
    }
    let end = range.upperBound - (isBlock ? 2 : 1)
    var isAtLineStart = false
    for index in (start + 2 + digits)..<end {
      switch text[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): isAtLineStart = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"):
        if !isAtLineStart { text[index] = filler }
      default:
        isAtLineStart = false
        text[index] = filler
      }
    }
    if isBlock { text[end] = UInt8(ascii: "?") }
    text[range.upperBound - 1] = UInt8(ascii: ">")
  }

  /// The number of the tag whose cover begins at an offset, and where the cover ends.
  static func read(
    _ text: some RandomAccessCollection<UInt8>, at start: Int, count: Int
  ) -> (number: Int, end: Int)? {
    func byte(_ offset: Int) -> UInt8 {
      let index = start + offset
      return index < text.count ? text[text.index(text.startIndex, offsetBy: index)] : 0
    }
    guard byte(0) == UInt8(ascii: "<"), byte(1) == UInt8(ascii: "?") || byte(1) == UInt8(ascii: "Q")
    else { return nil }
    var number = 0
    for offset in 2..<(2 + digits) {
      guard let digit = alphabet.firstIndex(of: byte(offset)) else { return nil }
      number = number * alphabet.count + digit
    }
    guard number < count else { return nil }
    var end = start + 2 + digits
    while end < text.count {
      switch byte(end - start) {
      case UInt8(ascii: ">") where byte(1) == UInt8(ascii: "Q"): return (number, end + 1)
      case UInt8(ascii: "?") where byte(1) == UInt8(ascii: "?"):
        return byte(end + 1 - start) == UInt8(ascii: ">") ? (number, end + 2) : nil
      case filler, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"),
        UInt8(ascii: ">"):
        end += 1
      default: return nil
      }
    }
    return nil
  }

  /// Whether the address of a link is the cover of a tag, which Markdown reads as `<address>`.
  static func isCover(_ address: String) -> Bool {
    guard address.utf8.first == UInt8(ascii: "Q") else { return false }
    let text = Array("<\(address)>".utf8)
    guard let cover = read(text, at: 0, count: ShortcodeScan.mostTags) else { return false }
    return cover.end == text.count
  }

  private static let alphabet = Array(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
}
