import SiteModel

extension ConfigurationReader {
  /// Entries of a menu, each a section's name or a group of keys.
  mutating func menu(_ node: DataNode, _ name: String) -> [MenuEntry] {
    (reader.list(node, name) ?? []).compactMap { menuEntry($0, name) }
  }

  /// The footer's columns.
  mutating func footer(_ node: DataNode, _ name: String) -> [FooterColumn] {
    (reader.list(node, name) ?? []).compactMap { node in
      if node.isBlank { return nil }
      var column = FooterColumn(title: "", entries: [])
      readGroup(node, "each of \(name)", known: ["title", "links"]) { reader, key, value in
        if key == "title" {
          column.title = reader.reader.text(value, "footer.title") ?? ""
        } else {
          column.entries = reader.menu(value, "footer.links")
        }
      }
      guard node.entries != nil else { return nil }
      if column.title.isEmpty { reader.missing("a title", in: "each of footer", at: node.place) }
      return column
    }
  }
}

extension ConfigurationReader {
  private static let destinations = ["section", "page", "url"]

  private mutating func menuEntry(_ node: DataNode, _ name: String) -> MenuEntry? {
    if node.isBlank { return nil }
    guard node.entries != nil else {
      return reader.text(node, "each of \(name)").map {
        MenuEntry(title: nil, destination: .section($0), place: node.place)
      }
    }
    var title: String?
    var found: [(key: String, text: Located<String>)] = []
    readGroup(node, "each of \(name)", known: Self.destinations + ["title"]) {
      reader, key, value in
      if key == "title" {
        title = reader.reader.text(value, "\(name).title")
      } else if let text = reader.reader.located(value, "\(name).\(key)") {
        found.append((key, text))
      }
    }
    guard let (key, text) = found.first, found.count == 1 else {
      reader.report(
        .error, .configurationValue,
        "each of \(name) must have exactly one of section, page and url", at: node.place)
      return nil
    }
    switch key {
    case "section":
      return MenuEntry(title: title, destination: .section(text.value), place: text.place)
    case "page":
      return MenuEntry(title: title, destination: .page(text.value), place: text.place)
    default:
      if title == nil {
        reader.missing("a title", in: "an entry of \(name) with a url", at: text.place)
      }
      return MenuEntry(title: title, destination: .url(text.value), place: text.place)
    }
  }
}
