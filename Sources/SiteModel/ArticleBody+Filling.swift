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
    let filling = SlotFilling(base: base, style: style)
    for (slot, link) in zip(slots, links) {
      output += html[copied..<slot.offset]
      copied = slot.offset + slot.length
      filling.fill(slot, with: link, covering: html[slot.offset..<copied], to: &output)
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
