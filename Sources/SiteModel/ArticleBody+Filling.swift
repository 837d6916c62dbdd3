/// How links within the site are written.
package enum LinkStyle: Hashable, Sendable {
  /// From the root of the host, for pages.
  case path
  /// With scheme and host, for feeds and mail (M-30).
  case absolute(page: Permalink)
}

extension ArticleBody {
  /// Writes the HTML with every slot filled by the link at the same position.
  package func write(
    to output: inout [UInt8], links: [ResolvedLink], base: BaseURL, style: LinkStyle = .path
  ) {
    var copied = 0
    for (slot, link) in zip(slots, links) {
      output += html[copied..<slot.offset]
      copied = slot.offset
      let address = Self.address(of: link, base, style)
      Self.fill(slot.purpose, with: link, address, to: &output)
    }
    output += html[copied...]
  }

  /// The HTML with every slot filled by the link at the same position.
  package func html(
    links: [ResolvedLink], base: BaseURL, style: LinkStyle = .path
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + slots.count * 64)
    write(to: &result, links: links, base: base, style: style)
    return result
  }

  /// Writes what a slot is filled with.
  static func fill(
    _ purpose: LinkSlot.Purpose, with link: ResolvedLink, _ address: String,
    to output: inout [UInt8]
  ) {
    switch purpose {
    case .link: output.append(escaping: address)
    case .image:
      output += " src=\"".utf8
      output.append(escaping: address)
      output.append(UInt8(ascii: "\""))
      if case .picture(let picture) = link, let size = picture.size {
        output += " width=\"\(size.width)\" height=\"\(size.height)\"".utf8
      }
    }
  }

  static func address(of link: ResolvedLink, _ base: BaseURL, _ style: LinkStyle) -> String {
    switch (link, style) {
    case (.site(let permalink, let suffix), .path): base.href(permalink) + suffix
    case (.site(let permalink, let suffix), .absolute): base.absolute(permalink) + suffix
    case (.picture(let picture), _): picture.address(base: base, style: style)
    case (.fragment(let fragment), .path): fragment
    case (.fragment(let fragment), .absolute(let page)): base.absolute(page) + fragment
    case (.unresolved(let destination), _): destination.replacing(" ", with: "%20")
    }
  }
}

extension Picture {
  /// The address of the picture.
  package func address(base: BaseURL, style: LinkStyle = .path) -> String {
    switch (location, style) {
    case (.site(let permalink), .path): base.href(permalink)
    case (.site(let permalink), .absolute): base.absolute(permalink)
    case (.elsewhere(let address), _): address
    }
  }
}
