import SiteModel

extension BodyWriter {
  mutating func openLink(_ node: Node) {
    if openLink != nil || isCover(node.destination) { return }
    let destination = LinkDestination(node.destination, for: .link)
    if case .unsafe(let scheme, let address) = destination {
      return reportUnsafe(scheme, address, of: node)
    }
    html.write("<a href=\"")
    linkPlace = nil
    switch destination {
    case .site(let address):
      openSlot(.link, address, of: node)
      linkPlace = slots.last?.place
    case .web(let address):
      html.write(address: address.utf8)
      if let relation = options.externalLinkRelation {
        html.write("\" rel=\"")
        html.write(escaping: relation)
      }
    case .other(let address), .unsafe(_, let address): html.write(address: address.utf8)
    }
    html.write("\"")
    writeTitle(of: node)
    html.write(">")
    openLink = node
    linkTextStart = html.count
  }

  mutating func closeLink(_ node: Node) {
    guard node == openLink else { return }
    if WeakLinkText.isOne(html.bytes[linkTextStart...]) { reportWeakText(of: node) }
    html.write("</a>")
    openLink = nil
  }

  mutating func openSlot(_ purpose: LinkSlot.Purpose, _ address: String, of node: Node) {
    // A shortcode for an address is reported as one; what covers it leads nowhere.
    if ShortcodeMask.isCover(address) { return }
    let place = source.place(ofDestination: address, of: node, in: block)
    slots.append(
      LinkSlot(offset: html.count, purpose: purpose, destination: address, place: place))
  }

  mutating func writeTitle(of node: Node) {
    let title = node.title
    if title.isEmpty { return }
    html.write(" title=\"")
    html.write(escaping: title)
    html.write("\"")
  }

  mutating func reportUnsafe(_ scheme: String, _ address: String, of node: Node) {
    let place = source.place(ofDestination: address, of: node, in: block)
    diagnostics.append(.unsafeLink(scheme, at: place))
  }
}

extension BodyWriter {
  private mutating func reportWeakText(of node: Node) {
    let text = String(decoding: html.bytes[linkTextStart...], as: UTF8.self)
    let destination = String(decoding: node.destination, as: UTF8.self)
    let place = linkPlace ?? source.place(ofDestination: destination, of: node, in: block)
    diagnostics.append(
      .warning(
        .lintLinkText, "the link says \"\(text)\", which does not tell where it leads",
        hint: "Put the link on the words that name its target: some readers hear links alone.",
        at: place))
  }
}

extension Diagnostic {
  fileprivate static func unsafeLink(_ scheme: String, at place: Place) -> Diagnostic {
    .warning(
      .markdownUnsafeLink, "a link may not use \"\(scheme):\", so only its text is kept",
      hint: "Link to an https address, or to a page or file of the site.", at: place)
  }
}
