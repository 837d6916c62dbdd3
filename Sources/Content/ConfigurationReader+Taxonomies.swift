import SiteModel

extension ConfigurationReader {
  /// Taxonomies, each a name or a group of keys.
  mutating func taxonomies(_ node: DataNode, _ name: String) -> [TaxonomySettings] {
    var taxonomies: [TaxonomySettings] = []
    for node in reader.list(node, name) ?? [] where !node.isBlank {
      guard let settings = taxonomy(node, name) else { continue }
      if let twin = taxonomies.first(where: { $0.name == settings.name || $0.path == settings.path }
      ) {
        let subject = twin.name == settings.name ? "name" : "path"
        reader.report(
          .error, .configurationValue, "two taxonomies must not have the same \(subject)",
          hint: "Remove or rename one of them.", at: node.place)
        continue
      }
      taxonomies.append(settings)
    }
    return taxonomies
  }

  private mutating func taxonomy(_ node: DataNode, _ name: String) -> TaxonomySettings? {
    var values: [String: String] = [:]
    var place = node.place
    if node.entries == nil {
      values["name"] = reader.text(node, "each of \(name)")
      if values.isEmpty { return nil }
    } else {
      let known = ["name", "title", "singular", "path"]
      readGroup(node, "each of \(name)", known: known) { reader, key, value in
        values[key] = reader.reader.text(value, "\(name).\(key)")
        if key == "name" { place = value.place }
      }
    }
    guard let key = values["name"] else {
      reader.missing("a name", in: "each of \(name)", at: node.place)
      return nil
    }
    let isTaken = key != "tags" && FrontMatterKey(name: key) != nil
    guard !isTaken, key.utf8.allSatisfy({ $0.isLetter || $0.isDigit || "-_".utf8.contains($0) })
    else {
      let rule = isTaken ? "another name than a front matter key" : "letters, digits and hyphens"
      reader.report(
        .error, .configurationValue,
        "a taxonomy's name must be \(rule), found the text \"\(abridged(key))\"", at: place)
      return nil
    }
    let title = values["title"] ?? titleCased(key)
    let path = values["path"].map { $0.split(separator: "/").joined(separator: "/") }
    return TaxonomySettings(
      name: key, title: title, singular: values["singular"] ?? Self.singular(of: title),
      path: path ?? key.lowercased())
  }

  /// A guess at one of many: `Categories` gives `Category`.
  private static func singular(of title: String) -> String {
    if title.hasSuffix("ies") { return "\(title.dropLast(3))y" }
    return title.hasSuffix("s") && !title.hasSuffix("ss") ? String(title.dropLast()) : title
  }
}
