import SiteModel

extension ConfigurationReader {
  /// The rows of `redirects:`, each with `from`, `to` and perhaps a status.
  mutating func redirects(_ node: DataNode, _ name: String) -> [RedirectSettings] {
    (reader.list(node, name) ?? []).compactMap { redirect($0, "each of \(name)") }
  }

  private mutating func redirect(_ node: DataNode, _ name: String) -> RedirectSettings? {
    if node.isBlank { return nil }
    var from: Located<String>?
    var to: Located<String>?
    var status = Redirect.Status.moved
    readGroup(node, name, known: ["from", "to", "status"]) { reader, key, value in
      switch key {
      case "from": from = reader.reader.located(value, "redirects.from")
      case "to": to = reader.reader.located(value, "redirects.to")
      default: status = reader.redirectStatus(value) ?? .moved
      }
    }
    guard node.entries != nil else { return nil }
    guard let from, let to else {
      reader.missing(
        "from and to", in: name, hint: "Write {from: /old/, to: /new/}, for example.",
        at: node.place)
      return nil
    }
    return RedirectSettings(from: from, to: to, status: status)
  }

  private mutating func redirectStatus(_ node: DataNode) -> Redirect.Status? {
    if case .number(let digits) = node.value, let number = Int(digits),
      let status = Redirect.Status(rawValue: number)
    {
      return status
    }
    wrongValue(
      "redirects.status", "301, 302, 307 or 308",
      hint: "301 says that the page has moved for good; leave the status out for that.", at: node)
    return nil
  }
}

extension ConfigurationReader {
  mutating func readHosting(_ node: DataNode, _ name: String) {
    configuration.hostingPlace = node.place
    set(\.hosting, reader.choice(node, name))
  }
}
