/// What may stay in a drawing (SVG 1.1 and 2, without what runs, links or embeds).
enum SVGVocabulary {
  static let namespace = "http://www.w3.org/2000/svg"

  /// Whether an element may stay.
  static func allows(_ element: XMLElement) -> Bool {
    // Names with another prefix are another vocabulary's: an editor's notes, metadata.
    guard element.name == element.localName || element.name == "svg:\(element.localName)" else {
      return false
    }
    let isInAnother = element.attributes.contains {
      ($0.name == "xmlns" || $0.name == "xmlns:svg") && $0.value != namespace
    }
    return elements.contains(element.localName) && !isInAnother && !animatesWhatMayNot(element)
  }

  /// An attribute as it may stay; nil if it may not.
  static func allowed(
    _ attribute: XMLElement.Attribute, of element: XMLElement
  ) -> XMLElement.Attribute? {
    var attribute = attribute
    switch attribute.name {
    case "xmlns", "xmlns:svg": return attribute.value == namespace ? attribute : nil
    case "xmlns:xlink": return attribute.value == linkNamespace ? attribute : nil
    case "xml:space", "xml:lang": return attribute
    case "href", "xlink:href":
      return allowsLink(attribute.value, from: element.localName) ? attribute : nil
    case "style":
      attribute.value = StyleSanitizer.sanitize(attribute.value)
      return attribute.value.isEmpty ? nil : attribute
    default:
      // An attribute of another vocabulary draws nothing, and `on…` runs a script.
      let isAnother = attribute.name.contains(":")
      guard !isAnother, !attribute.name.lowercased().hasPrefix("on") else { return nil }
      return StyleSanitizer.sanitize(attribute.value) == attribute.value ? attribute : nil
    }
  }
}

extension SVGVocabulary {
  private static let linkNamespace = "http://www.w3.org/1999/xlink"

  /// Within the drawing a link may lead to a part of it, or carry the pixels of a picture.
  private static func allowsLink(_ target: String, from element: String) -> Bool {
    let target = target.drop { $0.isWhitespace }
    if target.hasPrefix("#") { return true }
    guard element == "image" || element == "feImage" else { return false }
    let kinds = ["png", "jpeg", "jpg", "gif", "webp", "avif"]
    return kinds.contains { target.lowercased().hasPrefix("data:image/\($0);base64,") }
  }

  /// An animation can set an attribute that could not have been written.
  private static func animatesWhatMayNot(_ element: XMLElement) -> Bool {
    guard animations.contains(element.localName) else { return false }
    let names = element.attributes.filter { $0.name == "attributeName" }.map {
      $0.value.lowercased()
    }
    return names.contains { name in
      name.hasSuffix("href") || name.hasPrefix("on") || name == "style" || name.hasPrefix("xml")
    }
  }

  private static let animations: Set<String> = [
    "animate", "animateMotion", "animateTransform", "set",
  ]

  private static let elements: Set<String> = animations.union([
    "svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "style", "path", "rect",
    "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "image",
    "marker", "clipPath", "mask", "pattern", "linearGradient", "radialGradient", "stop", "mpath",
    "view", "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap", "feDistantLight",
    "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight",
    "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
  ])
}
