import SiteModel

extension ConfigurationReader {
  private static let checkKeys =
    (["links", "urls", "metadata", "budget"] + CheckSettings.rules.keys).sorted()

  mutating func readCheck(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: Self.checkKeys) { reader, key, value in
      let path = "\(name).\(key)"
      if key == "budget" { return reader.readBudget(value, path) }
      guard let choice = reader.strictness(value, path) else { return }
      switch key {
      case "links": reader.configuration.check.links = choice.severity
      case "metadata": reader.configuration.check.metadata = choice.severity
      case "urls": reader.configuration.check.addresses = choice.severity
      default:
        guard let rule = CheckSettings.rules[key] else { return }
        reader.configuration.check[rule] = choice.severity
      }
    }
  }
}

extension ConfigurationReader {
  private enum Strictness: String, CaseIterable {
    case error
    case warning
    case off

    var severity: Diagnostic.Severity? {
      switch self {
      case .error: .error
      case .warning: .warning
      case .off: nil
      }
    }
  }

  private mutating func strictness(_ node: DataNode, _ name: String) -> Strictness? {
    // `off` is false in older YAML, and editors may have written that.
    if case .bool(false) = node.value { return .off }
    return reader.choice(node, name)
  }

  /// Kilobytes of a page and of what it loads.
  private mutating func readBudget(_ node: DataNode, _ name: String) {
    let parts: [String: WritableKeyPath<SiteConfiguration, Int>] = [
      "html": \.check.budget.html, "css": \.check.budget.styles, "js": \.check.budget.scripts,
    ]
    readGroup(node, name, known: parts.keys.sorted()) { reader, key, value in
      guard let part = parts[key] else { return }
      let kilobytes = reader.reader.wholeNumber(value, "\(name).\(key)", in: 0...1_000_000)
      reader.set(part, kilobytes.map { $0 * 1_000 })
    }
  }
}
