extension BodyWriter {
  /// Whether an address is the cover of a tag; that it stands there is reported at the end.
  func isCover(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let scan = shortcodes.scan else { return false }
    let cover = [UInt8(ascii: "<")] + Array(address) + [UInt8(ascii: ">")]
    return ShortcodeMask.read(cover, at: 0, count: scan.tags.count) != nil
  }

  /// The text of code as its author typed it: nothing is read in code, so tags are uncovered again.
  ///
  /// An escaped tag shows the tag, as it does elsewhere.
  mutating func uncovered(_ literal: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let scan = shortcodes.scan else { return Array(literal) }
    var result: [UInt8] = []
    result.reserveCapacity(literal.count)
    var index = 0
    while index < literal.count {
      if literal[index] == UInt8(ascii: "<"),
        let (number, end) = ShortcodeMask.read(literal, at: index, count: scan.tags.count)
      {
        shortcodes.met[number] = true
        result += scan.tags[number].shownText(in: scan).utf8
        index = end
      } else {
        result.append(literal[index])
        index += 1
      }
    }
    return result
  }
}
