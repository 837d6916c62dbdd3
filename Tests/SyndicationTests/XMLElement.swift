import Foundation
import FoundationXML
import Testing

/// An element of a parsed document.
struct XMLElement {
  var name: String
  var attributes: [String: String] = [:]
  var text = ""
  var children: [XMLElement] = []

  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
  func first(_ name: String) -> XMLElement? { children.first { $0.name == name } }
  func text(of name: String) -> String? { first(name)?.text }

  /// Every text and attribute value in it.
  var everything: [String] {
    [text] + attributes.values + children.flatMap(\.everything)
  }

  /// Parses a whole document, which must be well-formed.
  static func parse(_ document: String) throws -> XMLElement {
    let reader = XMLTreeReader()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    try #require(
      parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    return try #require(reader.open.first?.children.first)
  }
}

private final class XMLTreeReader: NSObject, XMLParserDelegate {
  var open = [XMLElement(name: "")]

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(XMLElement(name: name, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let closed = open.removeLast()
    open[open.count - 1].children.append(closed)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    open[open.count - 1].text += text
  }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    open[open.count - 1].text += String(decoding: block, as: UTF8.self)
  }
}
