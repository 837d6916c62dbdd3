/// Where a page or a file of the publication is found, below its base URL.
///
/// `path` begins with a slash and ends with one for a page (`/ai/deepseek-r1-release/`); a path
/// without a final slash names a file (`/feed.xml`).
package struct Permalink: Hashable, Sendable, Comparable {
  package let path: String
  /// `path` with everything but unreserved characters and slashes percent-encoded (RFC 3986).
  package let encodedPath: String

  package init(_ path: String) {
    self.path = path
    encodedPath =
      Self.isPlain(path) ? path : Self.percentEncoded(path, keeping: Self.isKept)
  }

  /// The file that holds it, relative to the output folder.
  package var outputPath: String {
    let relative = Substring(path.utf8.dropFirst())
    return path.utf8.last == UInt8(ascii: "/") ? "\(relative)index.html" : String(relative)
  }

  package static func < (left: Permalink, right: Permalink) -> Bool {
    left.path < right.path
  }

  /// A text in which everything but RFC 3986's unreserved characters is encoded, slashes too, as
  /// RFC 6068 asks of what an address for mail says beside the address.
  package static func componentEncoded(_ text: String) -> String {
    percentEncoded(text, keeping: isUnreserved)
  }

  /// An address in which everything is encoded that stands in none (RFC 3986), or means something in
  /// the settings of hosts; what is encoded already stays so.
  static func addressEncoded(_ text: String) -> String {
    percentEncoded(text) { isUnreserved($0) || ":/?#[]@!&'()*+,;=%".utf8.contains($0) }
  }

  private static func percentEncoded(
    _ text: String, keeping isKept: (UInt8) -> Bool
  ) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count * 2)
    for byte in text.utf8 {
      if isKept(byte) {
        result.append(byte)
      } else {
        result.append(0x25)
        result.append(hexDigits[Int(byte >> 4)])
        result.append(hexDigits[Int(byte & 15)])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A loop, since every page has several addresses and a call for every byte of them adds up.
  private static func isPlain(_ path: String) -> Bool {
    for byte in path.utf8 where !isKept(byte) { return false }
    return true
  }

  /// The slashes of a path are no part of its names.
  private static func isKept(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || isUnreserved(byte)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7a, 0x41...0x5a, 0x30...0x39, 0x2d, 0x2e, 0x5f, 0x7e: true
    default: false
    }
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}

/// The address under which the publication is served, for example `https://news.example/tech`.
package struct BaseURL: Hashable, Sendable {
  /// Scheme, host and port, without a final slash.
  package let origin: String
  /// The folder of the host that holds the publication: empty, or `/tech`, without a final slash.
  package let path: String

  /// Both together, without a final slash.
  package var address: String { origin + path }

  package init(origin: String, path: String) {
    self.origin = origin
    self.path = path
  }

  /// Parses `http(s)://host[:port][/path]`; nil for anything else.
  package init?(_ text: String) {
    guard let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) else {
      return nil
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    guard !host.isEmpty, !text.contains(where: { " ?#\"<>".contains($0) }) else { return nil }
    var path = String(rest.dropFirst(host.count))
    while path.hasSuffix("/") { path.removeLast() }
    self.init(origin: scheme + host.lowercased(), path: path)
  }

  /// What a link on a page of the site says: the path, from the root of the host.
  package func href(_ permalink: Permalink) -> String {
    path + permalink.encodedPath
  }

  /// The full address, for feeds, metadata and mail.
  package func absolute(_ permalink: Permalink) -> String {
    var address = ""
    address.reserveCapacity(
      origin.utf8.count + path.utf8.count + permalink.encodedPath.utf8.count)
    address += origin
    address += path
    address += permalink.encodedPath
    return address
  }

  /// The host name without scheme and port.
  package var host: String {
    let authority = origin.drop { $0 != "/" }.dropFirst(2)
    return String(authority.prefix { $0 != ":" })
  }
}
