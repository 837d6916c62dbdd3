import SiteModel

extension Picture {
  /// The address with scheme and host, fit for a feed or a sitemap.
  ///
  /// An address elsewhere is the author's own text: its scheme may be missing, and what may not
  /// stand in a URL is percent-encoded.
  func fullAddress(base: BaseURL) -> String {
    switch location {
    case .site(let permalink): base.absolute(permalink)
    case .elsewhere(let address):
      urlEncoded(address.hasPrefix("//") ? "https:\(address)" : address)
    }
  }
}

/// The media type that a picture's name tells.
func mediaType(ofPictureAt address: String) -> String? {
  let path = address.prefix { $0 != "?" && $0 != "#" }
  let name = path.lowercased()
  for (ending, type) in mediaTypes where name.hasSuffix(ending) { return type }
  return nil
}

private let mediaTypes = [
  (".jpg", "image/jpeg"), (".jpeg", "image/jpeg"), (".png", "image/png"),
  (".webp", "image/webp"), (".avif", "image/avif"), (".gif", "image/gif"),
  (".svg", "image/svg+xml"),
]

private func urlEncoded(_ address: String) -> String {
  guard address.utf8.contains(where: { !isURLByte($0) }) else { return address }
  var result = ""
  for byte in address.utf8 {
    if isURLByte(byte) {
      result.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      result += byte < 16 ? "%0" : "%"
      result += String(byte, radix: 16, uppercase: true)
    }
  }
  return result
}

private func isURLByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, 0x7f...0xff, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
    UInt8(ascii: "|"), UInt8(ascii: "}"):
    false
  default: true
  }
}
