import SiteModel

extension FrontMatterReader {
  mutating func series(_ node: DataNode, _ name: String) -> SeriesPart? {
    if let entries = node.entries {
      var found: Located<String>?
      var part: Int?
      for entry in entries {
        switch entry.key {
        case "name", "title": found = reader.located(entry.node, "series.name")
        case "part": part = reader.wholeNumber(entry.node, "series.part", in: 1...10_000)
        default:
          reader.unknownKey(entry, in: name, known: ["name", "part"], hint: nil)
        }
      }
      guard let found else {
        reader.missing("a name", in: name, at: node.place)
        return nil
      }
      return SeriesPart(name: found, part: part)
    }
    // Other generators have series as a taxonomy, so as a list.
    if case .list(let nodes) = node.value, nodes.count <= 1 {
      return nodes.first.flatMap { series($0, name) }
    }
    guard node.isText else {
      reader.wrongType(node, name, "one text, or a name and a part")
      return nil
    }
    return reader.located(node, name).map { SeriesPart(name: $0) }
  }

  mutating func submission(_ node: DataNode, _ name: String) -> Submission? {
    switch node.value {
    case .bool(let bool):
      return bool ? Submission() : nil
    case .table(let entries):
      var submission = Submission()
      for entry in entries {
        if entry.key == "by" {
          submission.by = reader.text(entry.node, "submitted.by")
        } else {
          reader.unknownKey(entry, in: name, known: ["by"], hint: nil)
        }
      }
      return submission
    case .text, .number, .null:
      return Submission(by: reader.text(node, name))
    case .list:
      reader.wrongType(node, name, "true, or by: and a name")
      return nil
    }
  }

  mutating func cover(_ node: DataNode, _ name: String) -> Cover? {
    guard let entries = node.entries else {
      return reader.located(node, name).map { Cover(image: $0) }
    }
    var cover = Cover(image: Located("", at: node.place))
    for entry in entries {
      let path = "\(name).\(entry.key)"
      switch entry.key {
      case "image": cover.image = reader.located(entry.node, path) ?? cover.image
      case "alt": cover.alt = reader.text(entry.node, path)
      case "caption": cover.caption = reader.text(entry.node, path)
      case "credit": cover.credit = reader.text(entry.node, path)
      case "copyright": cover.copyright = reader.text(entry.node, path)
      case "license": cover.license = license(entry.node, path)
      case "aiGenerated": cover.isAIGenerated = reader.bool(entry.node, path) ?? false
      case "decorative": cover.isDecorative = reader.bool(entry.node, path) ?? false
      case "focus": cover.focus = focus(entry.node, path)
      default:
        reader.unknownKey(
          entry, in: name,
          known: [
            "image", "alt", "caption", "credit", "copyright", "license", "aiGenerated",
            "decorative", "focus",
          ],
          hint: nil)
      }
    }
    guard cover.image.value.isEmpty else { return cover }
    if entries.contains(where: { !$0.node.isBlank }) {
      reader.report(
        .warning, .frontMatterRequired, "cover names no image, so none is shown",
        hint: "Write cover: {image: …, alt: …}.", at: node.place)
    }
    return nil
  }
}
