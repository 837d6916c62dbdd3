/// Where a link or picture leads, as far as its address alone tells.
enum LinkDestination: Hashable {
  /// Within the site, for the site to resolve.
  case site(String)
  /// To another site, by `http`, `https` or `//host`.
  case web(String)
  /// By another scheme, `mailto:` for example.
  case other(String)
  /// By a scheme that can run code or read the reader's files.
  case unsafe(scheme: String, String)

  /// What an address is used for.
  enum Use {
    case link
    case image
  }

  init(_ address: UnsafeBufferPointer<UInt8>, for use: Use) {
    // Browsers skip control characters, so that `java\nscript:` is a scheme to them.
    let isPlain = address.allSatisfy { $0 > 0x20 && $0 != 0x7f }
    let bytes = isPlain ? Array(address) : Self.withoutControls(address)
    let text = String(decoding: bytes, as: UTF8.self)
    guard let scheme = Self.scheme(of: bytes) else {
      self = bytes.starts(with: "//".utf8) ? .web(text) : .site(text)
      return
    }
    switch scheme {
    case "http", "https": self = .web(text)
    case "data" where use == .image && Self.isPictureData(text): self = .other(text)
    case "javascript", "vbscript", "file", "data": self = .unsafe(scheme: scheme, text)
    default: self = .other(text)
    }
  }
}

extension LinkDestination {
  private static func withoutControls(_ address: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let kept = address.filter { $0 >= 0x20 && $0 != 0x7f }
    return Array(kept.drop { $0 == 0x20 })
  }

  /// In lower case; nil for an address without a scheme.
  private static func scheme(of address: [UInt8]) -> String? {
    guard let first = address.first, isLetter(first) else { return nil }
    for (index, byte) in address.enumerated() {
      switch byte {
      case UInt8(ascii: ":"): return String(decoding: address[..<index], as: UTF8.self).lowercased()
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        continue
      default:
        if !isLetter(byte) { return nil }
      }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }

  /// SVG can hold scripts, so only the formats of pixels are pictures.
  private static func isPictureData(_ text: String) -> Bool {
    let start = text.prefix(16).lowercased()
    return ["png", "gif", "jpeg", "webp"].contains { start.hasPrefix("data:image/\($0)") }
  }
}
