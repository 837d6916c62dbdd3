/// Text as it stands in a page or a feed.
enum HTMLText {
  /// The text with its character references read, as far as sitegen and themes write any.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"), let (character, length) = reference(rest) {
        result += String(character).utf8
        rest = rest.dropFirst(length)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The words of a stretch of HTML, with its tags left out and one blank between them.
  static func words(of bytes: ArraySlice<UInt8>) -> String {
    var kept: [UInt8] = []
    var isInTag = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">") where isInTag: isInTag = false
      case _ where isInTag: break
      case _ where byte.isSpace: if let last = kept.last, !last.isSpace { kept.append(0x20) }
      default: kept.append(byte)
      }
    }
    if kept.last == 0x20 { kept.removeLast() }
    return decoded(kept[...])
  }

  /// The character that a reference at the beginning stands for, and how many bytes it takes.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (Character, Int)? {
    guard let end = bytes.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[bytes.startIndex + 1..<end], as: UTF8.self)
    let length = end - bytes.startIndex + 1
    switch name {
    case "amp": return ("&", length)
    case "lt": return ("<", length)
    case "gt": return (">", length)
    case "quot": return ("\"", length)
    case "apos": return ("'", length)
    case "nbsp": return ("\u{a0}", length)
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.dropFirst().first.map { "xX".contains($0) } ?? false
    let code = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
    return code.flatMap(Unicode.Scalar.init).map { (Character($0), length) }
  }
}
