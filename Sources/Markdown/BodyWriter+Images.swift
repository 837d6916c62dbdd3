import SiteModel

/// A picture whose alternative text is being written.
struct OpenImage {
  var node: Node
  var place: Place
  var alternativeStart: Int
}

extension BodyWriter {
  mutating func openImage(_ node: Node) {
    let destination = LinkDestination(node.destination, for: .image)
    let place: Place
    switch destination {
    case .unsafe(let scheme, let address): return reportUnsafe(scheme, address, of: node)
    case .site(let address):
      html.write("<img")
      openSlot(.image, address, of: node)
      place = slots.last?.place ?? source.place(of: node, in: block)
    case .web(let address), .other(let address):
      html.write("<img src=\"")
      html.write(address: address.utf8)
      html.write("\"")
      place = source.place(ofDestination: address, of: node, in: block)
    }
    html.write(" alt=\"")
    openImage = OpenImage(node: node, place: place, alternativeStart: html.count)
  }

  /// Writes the part of an alternative text that a node within the picture makes.
  mutating func writeAlternative(_ node: Node, _ kind: Node.Kind) {
    switch kind {
    case .text, .code: html.write(escaping: node.literal)
    case .softBreak, .lineBreak: html.write(" ")
    default: break
    }
  }

  mutating func closeImage(_ node: Node) {
    guard let image = openImage, image.node == node else { return }
    openImage = nil
    if html.bytes[image.alternativeStart...].allSatisfy({ $0 == UInt8(ascii: " ") }) {
      diagnostics.append(.missingDescription(at: image.place))
    }
    html.write("\" loading=\"lazy\" decoding=\"async\"")
    if node != figure { writeTitle(of: node) }
    html.write(">")
  }
}

extension Diagnostic {
  fileprivate static func missingDescription(at place: Place) -> Diagnostic {
    .warning(
      .contentImage, "a picture needs a description",
      hint: "Say between the brackets what it shows: ![A robot arm sorts parcels](arm.jpg).",
      at: place)
  }
}
