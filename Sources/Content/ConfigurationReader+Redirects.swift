import SiteModel

extension ConfigurationReader {
  /// The rows of `redirects:`, each with `from`, `to` and perhaps a status.
  mutating func redirects(_ node: DataNode, _ name: String) -> [RedirectSettings] {
    (reader.list(node, name) ?? []).compactMap { redirect($0, "each of \(name)") }
  }

  private mutating func redirect(_ node: DataNode, _ name: String) -> RedirectSettings? {
    if node.isBlank { return nil }
    var from: Located<String>?
    var settings = RedirectSettings(from: Located("", at: node.place), to: nil)
    var isGone = false
    readGroup(node, name, known: ["from", "to", "status", "reason"]) { reader, key, value in
      switch key {
      case "from": from = reader.reader.located(value, "redirects.from")
      case "to": settings.to = reader.reader.located(value, "redirects.to")
      case "reason": settings.reason = reader.reader.text(value, "redirects.reason")
      default:
        isGone = value.value == .number("410")
        if !isGone { settings.status = reader.redirectStatus(value) ?? .moved }
      }
    }
    guard node.entries != nil else { return nil }
    guard let from, (settings.to == nil) == isGone else {
      reader.missing(
        "from and to", in: name,
        hint: "Write {from: /old/, to: /new/}, or {from: /old/, status: 410} for what is gone.",
        at: node.place)
      return nil
    }
    settings.from = from
    return settings
  }

  private mutating func redirectStatus(_ node: DataNode) -> Redirect.Status? {
    if case .number(let digits) = node.value, let number = Int(digits),
      let status = Redirect.Status(rawValue: number)
    {
      return status
    }
    wrongValue(
      "redirects.status", "301, 302, 307, 308 or 410",
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
