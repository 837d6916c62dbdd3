/// Lines between a head and an end by which a list shows that it is whole.
enum WholeList {
  /// Takes lines that end with a newline.
  static func text(_ head: String, _ lines: [String]) -> String {
    "\(head)\n\(lines.joined())end \(lines.count)\n"
  }

  /// The lines between; nil for anything but a whole list with this head.
  static func lines(of bytes: [UInt8], _ head: String) -> ArraySlice<Substring>? {
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == head[...], let end = lines.popLast(), end == "end \(lines.count - 1)"
    else { return nil }
    return lines.dropFirst()
  }
}
