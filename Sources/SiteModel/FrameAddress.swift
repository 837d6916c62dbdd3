/// The address of a frame or script on another host, taken apart.
package struct FrameAddress: Hashable, Sendable {
  /// In lower case, with its port if one is given.
  package var host: String
  package var path: [String]
  package var query: [(name: String, value: String)]

  /// Nil for an address within the site, or one of another scheme than http and https.
  package init?(_ text: String) {
    var rest = text[...]
    let lowered = text.prefix(8).lowercased()
    if lowered.hasPrefix("https://") {
      rest = rest.dropFirst(8)
    } else if lowered.hasPrefix("http://") {
      rest = rest.dropFirst(7)
    } else if lowered.hasPrefix("//") {
      rest = rest.dropFirst(2)
    } else {
      return nil
    }
    rest = rest.prefix { $0 != "#" }
    let end = rest.firstIndex { "/?\\".contains($0) } ?? rest.endIndex
    // What stands before an @ only looks like the host.
    let authority = rest[..<end].split(separator: "@", omittingEmptySubsequences: false)
    host = (authority.last ?? "").lowercased()
    if host.isEmpty { return nil }
    let path = rest[end...].prefix { $0 != "?" }
    self.path = path.split(separator: "/").map(String.init)
    query = rest[end...].dropFirst(path.count + 1).split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
  }

  package static func == (left: FrameAddress, right: FrameAddress) -> Bool {
    left.host == right.host && left.path == right.path
      && left.query.elementsEqual(right.query) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(host)
    hasher.combine(path)
  }
}

/// The shape of a provider's addresses: `player.vimeo.com/video/{id}`.
///
/// A name in braces takes a part of the path or the value of a query's key. Keys of the query that
/// the pattern names may be absent, and others are left out.
package struct FramePattern: Hashable, Sendable {
  package var host: String
  private var path: [String]
  private var query: [String: String] = [:]

  /// Nil for a text that begins with no host.
  package init?(_ text: String) {
    guard let address = FrameAddress("//\(text)"), address.host.contains(".") else { return nil }
    host = address.host
    path = address.path
    for (name, value) in address.query { query[name] = Self.placeholder(value) }
  }

  /// The arguments that an address gives, or nil if it has another shape.
  package func arguments(of address: FrameAddress) -> [(name: String, value: String)]? {
    guard address.host == host, address.path.count == path.count else { return nil }
    var arguments: [(name: String, value: String)] = []
    for (wanted, found) in zip(path, address.path) {
      if let name = Self.placeholder(wanted) {
        arguments.append((name, found))
      } else if wanted != found {
        return nil
      }
    }
    for (key, value) in address.query {
      guard let name = query[key], !arguments.contains(where: { $0.name == name }) else { continue }
      arguments.append((name, LinkDestination.percentDecoded(value[...])))
    }
    return arguments
  }

  private static func placeholder(_ text: String) -> String? {
    text.hasPrefix("{") && text.hasSuffix("}") ? String(text.dropFirst().dropLast()) : nil
  }
}
