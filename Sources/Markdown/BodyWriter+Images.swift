import SiteModel

/// A picture whose alternative text is being written.
struct OpenImage {
  var node: Node
  var address: String
  /// Nil for a picture elsewhere, whose place is looked for only when needed.
  var place: Place?
  var alternativeStart = 0
  /// Its slot, as a position; nil for one whose whole element is written here.
  var slot: Int?
}

extension BodyWriter {
  mutating func openImage(_ node: Node) {
    var image: OpenImage
    switch LinkDestination(node.destination, for: .image) {
    case .unsafe(let scheme, let address): return reportUnsafe(scheme, address, of: node)
    case .site(let address):
      let count = slots.count
      openSlot(.image, address, of: node)
      let slot = slots.count > count ? count : nil
      if slot == nil { html.write("<img") }
      image = OpenImage(node: node, address: address, place: slots.last?.place, slot: slot)
    case .web(let address), .other(let address):
      html.write("<img src=\"")
      html.write(address: address.utf8)
      html.write("\"")
      image = OpenImage(node: node, address: address)
    }
    html.write(" alt=\"")
    image.alternativeStart = html.count
    openImage = image
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
      let place =
        image.place ?? source.place(ofDestination: image.address, of: node, in: block)
      diagnostics.append(.missingDescription(at: place))
    }
    html.write("\" loading=\"lazy\" decoding=\"async\"")
    if node != figure { writeTitle(of: node) }
    if let slot = image.slot {
      slots[slot].length = html.count - slots[slot].offset
    } else {
      html.write(">")
    }
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
