/// Takes out of a drawing whatever could run, or ask another host for something.
///
/// A list says what may stay; everything else goes, so that what is invented next goes too. What
/// comes out is written anew from what was understood: no parser can read it in another way.
package enum SVGSanitizer {
  /// The drawing without what is not drawn; nil if the bytes are no well-formed SVG in UTF-8.
  package static func sanitize(_ bytes: [UInt8]) -> [UInt8]? {
    var scanner = XMLScanner(bytes)
    var writer = SVGWriter()
    while let token = scanner.next() {
      guard writer.add(token) else { return nil }
    }
    return scanner.isMalformed ? nil : writer.finished
  }
}

/// Writes the pieces of a drawing that may stay.
private struct SVGWriter {
  private var output = ""
  /// The elements that are open.
  private var path: [String] = []
  /// How many of them were open when one began that is left out with all that is in it.
  private var depthOfOmission: Int?
  /// What was collected of a style sheet within the drawing.
  private var styleSheet: String?
  private var hasRoot = false

  /// False if the pieces make no drawing.
  mutating func add(_ token: XMLScanner.Token) -> Bool {
    switch token {
    case .start(let element): return start(element)
    case .end(let name): return end(name)
    case .text(let text):
      if path.isEmpty { return text.isWhitespace }
      if styleSheet != nil {
        styleSheet? += text
      } else if depthOfOmission == nil {
        output += text.escapedForXML
      }
      return true
    case .aside: return true
    }
  }

  /// All of it; nil if an element was not closed, or if there was none.
  var finished: [UInt8]? { hasRoot && path.isEmpty ? Array(output.utf8) : nil }
}

extension SVGWriter {
  /// Deeper drawings than people and programs make could exhaust whoever draws them.
  private static let deepest = 256

  private mutating func start(_ element: XMLElement) -> Bool {
    if path.isEmpty {
      guard !hasRoot, element.localName == "svg" else { return false }
      hasRoot = true
    }
    guard path.count < Self.deepest else { return false }
    if depthOfOmission == nil {
      if SVGVocabulary.allows(element) {
        write(element)
      } else if !element.isEmpty {
        depthOfOmission = path.count
      }
    }
    if !element.isEmpty { path.append(element.name) }
    return true
  }

  private mutating func end(_ name: String) -> Bool {
    guard path.popLast() == name else { return false }
    if let depth = depthOfOmission {
      if path.count == depth { depthOfOmission = nil }
      return true
    }
    if let styles = styleSheet {
      output += StyleSanitizer.sanitize(styles).escapedForXML
      styleSheet = nil
    }
    output += "</\(name)>"
    return true
  }

  private mutating func write(_ element: XMLElement) {
    output += "<\(element.name)"
    var attributes = element.attributes.compactMap { SVGVocabulary.allowed($0, of: element) }
    // Without it no program takes the file for a drawing.
    let namespace = XMLElement.Attribute(name: "xmlns", value: SVGVocabulary.namespace)
    if path.isEmpty, !element.name.contains(":"), !attributes.contains(namespace) {
      attributes.insert(namespace, at: 0)
    }
    var names: Set<String> = []
    for attribute in attributes where names.insert(attribute.name).inserted {
      output += " \(attribute.name)=\"\(attribute.value.escapedForXML)\""
    }
    output += element.isEmpty ? "/>" : ">"
    if element.localName == "style", !element.isEmpty { styleSheet = "" }
  }
}
