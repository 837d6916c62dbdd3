import Foundation
import SiteModel
import Syndication
import Testing

/// A parsed JSON value.
enum JSON: Decodable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case text(String)
  case number(Int)
  case truth(Bool)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Int.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSON].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSON].self))
    }
  }

  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .truth(value) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements) { first, _ in first })
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  subscript(index: Int) -> JSON? {
    if case .list(let values) = self, values.indices.contains(index) { values[index] } else { nil }
  }
}

/// What each script element of a page says, by its `@type`.
func structuredData(
  for page: SitePage, in site: Site, related: [[Int]] = [], assets: [String: Permalink] = [:]
) throws -> [String: JSON] {
  let script = String(
    decoding: StructuredData(site: site, related: related, assets: assets).script(for: page),
    as: UTF8.self)
  var found: [String: JSON] = [:]
  for element in script.split(separator: "\n") {
    let start = #"<script type="application/ld+json">"#
    try #require(element.hasPrefix(start) && element.hasSuffix("</script>"))
    let json = element.dropFirst(start.count).dropLast("</script>".count)
    try #require(!json.contains("<"))
    let value = try JSONDecoder().decode(JSON.self, from: Data(json.utf8))
    guard case .text(let type) = value["@type"] else {
      Issue.record("no @type in \(json)")
      continue
    }
    #expect(value["@context"] == "https://schema.org")
    found[type] = value
  }
  return found
}
