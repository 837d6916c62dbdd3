/// Finds a text in bytes, most of which it never looks at.
///
/// Source: R. N. Horspool, Practical fast searching in strings (1980).
struct ByteSearch: Sendable {
  let text: [UInt8]
  /// By the byte under the text's last one: how far the text can move on.
  private let steps: [Int]

  /// - Parameter text: what is looked for, not empty.
  init(_ text: String) {
    self.text = Array(text.utf8)
    var steps = [Int](repeating: self.text.count, count: 256)
    for (index, byte) in self.text.dropLast().enumerated() {
      steps[Int(byte)] = self.text.count - 1 - index
    }
    self.steps = steps
  }

  /// Where the text begins next, from a position on.
  func first(in bytes: borrowing Span<UInt8>, from start: Int) -> Int? {
    let (text, steps) = (text.span, steps.span)
    let last = text.count - 1
    var position = start
    while position + last < bytes.count {
      let byte = bytes[position + last]
      if byte == text[last] {
        var offset = 0
        while offset < last, bytes[position + offset] == text[offset] { offset += 1 }
        if offset == last { return position }
      }
      position += steps[Int(byte)]
    }
    return nil
  }
}
