/// How links within the site are written.
package enum LinkStyle: Hashable, Sendable {
  /// From the root of the host, for pages.
  case path
  /// With scheme and host, for feeds and mail (M-30).
  case absolute(page: Permalink)
}

extension ArticleBody {
  /// The HTML with every slot filled by the link at the same position.
  package func html(
    links: [ResolvedLink], base: BaseURL, style: LinkStyle = .path
  ) -> [UInt8] {
    guard !slots.isEmpty else { return html }
    var result: [UInt8] = []
    result.reserveCapacity(html.count + slots.count * 64)
    var copied = 0
    for (slot, link) in zip(slots, links) {
      result += html[copied..<slot.offset]
      copied = slot.offset
      result += Self.text(for: slot, link, base, style).utf8
    }
    result += html[copied...]
    return result
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

extension ArticleBody {
  /// What a slot is filled with.
  static func text(
    for slot: LinkSlot, _ link: ResolvedLink, _ base: BaseURL, _ style: LinkStyle
  ) -> String {
    let address: String
    var size = ""
    switch link {
    case .site(let permalink, let suffix):
      address = (style == .path ? base.href(permalink) : base.absolute(permalink)) + suffix
    case .picture(let picture):
      address = picture.address(base: base, style: style)
      if let pixels = picture.size {
        size = " width=\"\(pixels.width)\" height=\"\(pixels.height)\""
      }
    case .fragment(let fragment):
      if case .absolute(let page) = style {
        address = base.absolute(page) + fragment
      } else {
        address = fragment
      }
    case .unresolved(let destination):
      address = destination.replacing(" ", with: "%20")
    }
    switch slot.purpose {
    case .link: return htmlEscaped(address)
    case .image: return " src=\"\(htmlEscaped(address))\"\(size)"
    }
  }
}

/// Text in which `&`, `<`, `>` and quotation marks are written as references.
package func htmlEscaped(_ text: String) -> String {
  guard text.utf8.contains(where: { isSpecialInHTML($0) }) else { return text }
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count + 16)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): result += "&amp;".utf8
    case UInt8(ascii: "<"): result += "&lt;".utf8
    case UInt8(ascii: ">"): result += "&gt;".utf8
    case UInt8(ascii: "\""): result += "&quot;".utf8
    case UInt8(ascii: "'"): result += "&#39;".utf8
    default: result.append(byte)
    }
  }
  return String(decoding: result, as: UTF8.self)
}

private func isSpecialInHTML(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
    UInt8(ascii: "'"):
    true
  default: false
  }
}
