import SiteModel

/// Finds full addresses of the publication in feeds, sitemaps, `llms.txt` and other files for
/// machines, whatever their format.
struct AddressScan {
  private let addresses: SiteAddresses
  private let file: String
  private let origin: ByteSearch

  init(_ addresses: SiteAddresses, in file: String) {
    self.addresses = addresses
    self.file = file
    origin = ByteSearch(addresses.base.origin)
  }

  /// The addresses that lead to nothing, each once, in their order.
  func missing(in bytes: ArraySlice<UInt8>) -> [String] {
    var missing: [String] = []
    for address in all(in: bytes) {
      let page = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
      if addresses.isPlain(page) { continue }
      let text = HTMLText.decoded(address)
      guard case .missing = addresses.target(of: text, on: file), !missing.contains(text) else {
        continue
      }
      missing.append(text)
    }
    return missing
  }

  /// Every address of this site.
  func all(in bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var start = 0
    while let offset = origin.first(in: bytes.span, from: start) {
      let position = bytes.startIndex + offset
      var end = position + origin.text.count
      // After the name of the host only a path makes it an address of this site.
      let follower = end < bytes.endIndex ? bytes[end] : 0x20
      let isWhole = follower == UInt8(ascii: "/") || ends(follower)
      while end < bytes.endIndex, !ends(bytes[end]) { end += 1 }
      // The point after a sentence is no part of an address in it.
      while end > position, ".,;:!?".utf8.contains(bytes[end - 1]) { end -= 1 }
      if isWhole { found.append(bytes[position..<end]) }
      start = max(end, position + origin.text.count) - bytes.startIndex
    }
    return found
  }

  private func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "*"):
      true
    default: false
    }
  }
}
