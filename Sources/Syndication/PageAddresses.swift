import SiteModel

/// What has to stand before the addresses on a page so that they work anywhere.
struct PageAddresses {
  private let page: String
  private let folder: String
  private let origin: String

  /// Takes the full address of the page, and scheme and host of the site.
  init(page: String, origin: String) {
    self.page = htmlEscaped(page)
    folder = htmlEscaped(page.lastIndex(of: "/").map { String(page[...$0]) } ?? page)
    self.origin = htmlEscaped(origin)
  }

  /// The missing first part of an address; empty if it is complete.
  func prefix(for address: some Collection<UInt8>) -> String {
    if address.starts(with: "//".utf8) { return "https:" }
    switch address.first {
    case UInt8(ascii: "/"): return origin
    case nil, UInt8(ascii: "#"), UInt8(ascii: "?"): return page
    default: return hasScheme(address) ? "" : folder
    }
  }

  private func hasScheme(_ address: some Collection<UInt8>) -> Bool {
    let end = address.first { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        false
      default: true
      }
    }
    return end == UInt8(ascii: ":")
  }
}
