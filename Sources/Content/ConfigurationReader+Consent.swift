import SiteModel

extension ConfigurationReader {
  mutating func readConsent(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["notice", "categories"]) { reader, key, value in
      if key == "notice" {
        reader.set(\.consent.notice, reader.reader.text(value, "\(name).notice"))
      } else {
        let nodes = reader.reader.list(value, "\(name).categories") ?? []
        reader.configuration.consent.categories = nodes.compactMap {
          reader.consentCategory($0, "\(name).categories")
        }
      }
    }
  }

  private mutating func consentCategory(_ node: DataNode, _ name: String) -> ConsentCategory? {
    if node.isBlank { return nil }
    var category = ConsentCategory(id: "", title: "", description: "", services: [])
    let known = ["id", "title", "description", "services"]
    readGroup(node, "each of \(name)", known: known) { reader, key, value in
      switch key {
      case "id": category.id = reader.reader.text(value, "\(name).id") ?? ""
      case "title": category.title = reader.reader.text(value, "\(name).title") ?? ""
      case "description":
        category.description = reader.reader.text(value, "\(name).description") ?? ""
      default:
        let nodes = reader.reader.list(value, "\(name).services") ?? []
        category.services = nodes.compactMap { reader.consentService($0, "\(name).services") }
      }
    }
    guard node.entries != nil else { return nil }
    guard let id = Slug(category.id), id.text == category.id else {
      reader.missing(
        "an id of small letters, digits and hyphens", in: "each of \(name)",
        at: node.place)
      return nil
    }
    if category.title.isEmpty { category.title = titleCased(category.id) }
    return category
  }

  private mutating func consentService(_ node: DataNode, _ name: String) -> ConsentService? {
    if node.isBlank { return nil }
    var service = ConsentService(name: "", provider: "", purpose: "", duration: "")
    let known = ["name", "provider", "purpose", "duration"]
    readGroup(node, "each of \(name)", known: known) { reader, key, value in
      let text = reader.reader.text(value, "\(name).\(key)") ?? ""
      switch key {
      case "name": service.name = text
      case "provider": service.provider = text
      case "purpose": service.purpose = text
      default: service.duration = text
      }
    }
    guard node.entries != nil else { return nil }
    // Readers must be told all four before they choose (C-4).
    for (key, text) in zip(
      known, [service.name, service.provider, service.purpose, service.duration])
    where text.isEmpty {
      reader.missing("\(key):", in: "each of \(name)", at: node.place)
    }
    return service
  }
}
