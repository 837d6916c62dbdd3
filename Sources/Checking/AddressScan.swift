import SiteModel

/// Finds full addresses of the publication in feeds, sitemaps, `llms.txt` and other files for
/// machines, whatever their format.
struct AddressScan {
  private let addresses: SiteAddresses
  private let file: String
  private let start: [UInt8]

  init(_ addresses: SiteAddresses, in file: String) {
    self.addresses = addresses
    self.file = file
    start = Array(addresses.base.origin.utf8)
  }

  /// The addresses that lead to nothing, each once, in their order.
  func missing(in bytes: ArraySlice<UInt8>) -> [String] {
    var missing: [String] = []
    for address in all(in: bytes) where !addresses.isUsual(address) {
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
    var position = bytes.startIndex
    while position + start.count <= bytes.endIndex {
      guard bytes[position] == start[0], isOrigin(bytes, position) else {
        position += 1
        continue
      }
      var end = position + start.count
      // After the name of the host only a path makes it an address of this site.
      let follower = end < bytes.endIndex ? bytes[end] : 0x20
      let isWhole = follower == UInt8(ascii: "/") || ends(follower)
      while end < bytes.endIndex, !ends(bytes[end]) { end += 1 }
      // The point after a sentence is no part of an address in it.
      while end > position, ".,;:!?".utf8.contains(bytes[end - 1]) { end -= 1 }
      if isWhole { found.append(bytes[position..<end]) }
      position = end
    }
    return found
  }

  private func isOrigin(_ bytes: ArraySlice<UInt8>, _ position: Int) -> Bool {
    for offset in start.indices where bytes[position + offset] != start[offset] { return false }
    return true
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
