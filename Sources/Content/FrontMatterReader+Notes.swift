import SiteModel

extension FrontMatterReader {
  mutating func notes(_ node: DataNode, _ name: String) -> [DatedNote] {
    if case .table = node.value { return note(node, name).map { [$0] } ?? [] }
    guard let nodes = reader.list(node, name) else { return [] }
    return nodes.compactMap { note($0, name) }
  }

  private mutating func note(_ node: DataNode, _ name: String) -> DatedNote? {
    if node.isBlank { return nil }
    guard let entries = node.entries else {
      reader.wrongType(node, "each of \(name)", "a date and a text")
      return nil
    }
    for entry in entries where !["date", "text"].contains(entry.key) {
      reader.unknownKey(entry, in: name, known: ["date", "text"], hint: nil)
    }
    guard let dateNode = node["date"], !dateNode.isBlank else {
      reader.missing("date:", in: "each of \(name)", at: node.place)
      return nil
    }
    guard let textNode = node["text"], !textNode.isBlank else {
      reader.missing("text:", in: "each of \(name)", at: node.place)
      return nil
    }
    guard let date = date(dateNode, "\(name).date"),
      let text = reader.text(textNode, "\(name).text")
    else { return nil }
    return DatedNote(date: date, text: text)
  }

  mutating func related(_ node: DataNode, _ name: String) -> RelatedChoice {
    var choice = RelatedChoice()
    if case .bool(let bool) = node.value {
      choice.isListed = bool
    } else if let entries = node.entries {
      for entry in entries {
        switch entry.key {
        case "pins": choice.pins = reader.texts(entry.node, "related.pins")
        case "exclude": choice.excluded = reader.texts(entry.node, "related.exclude")
        default: reader.unknownKey(entry, in: name, known: ["pins", "exclude"], hint: nil)
        }
      }
    } else {
      choice.pins = reader.texts(node, name)
    }
    return choice
  }
}
