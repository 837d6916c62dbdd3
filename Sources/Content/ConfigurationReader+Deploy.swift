import SiteModel

/// Where the publication is brought, and who is told of news.
extension ConfigurationReader {
  mutating func readDeploy(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["targets", "maxDeletes"]) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "maxDeletes":
        reader.configuration.deploy.deletions = reader.reader.wholeNumber(
          value, path, in: 0...Int.max)
      default:
        reader.configuration.deploy.targets = reader.targets(value, path)
      }
    }
  }

  mutating func readIndexNow(_ node: DataNode, _ name: String) {
    var settings: IndexNowSettings?
    var endpoint: String?
    readGroup(node, name, known: ["key", "endpoint"]) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "key":
        guard let text = reader.reader.text(value, path) else { return }
        if IndexNowSettings.isKey(text) {
          settings = IndexNowSettings(key: text)
        } else {
          reader.wrongValue(
            path, "8 to 128 letters, digits and hyphens",
            hint: "Make one with: openssl rand -hex 16", at: value)
        }
      default: endpoint = reader.address(value, path)
      }
    }
    if let endpoint { settings?.endpoint = endpoint }
    configuration.indexNow = settings
  }
}

extension ConfigurationReader {
  private mutating func targets(_ node: DataNode, _ name: String) -> [DeployTarget] {
    var targets: [DeployTarget] = []
    for node in reader.list(node, name) ?? [] {
      guard let target = target(node, "each of \(name)") else { continue }
      if targets.contains(where: { $0.name.value == target.name.value }) {
        wrongValue(
          "\(name).name", "different for each target",
          at: DataNode(.text(target.name.value), at: target.name.place))
      } else {
        targets.append(target)
      }
    }
    return targets
  }

  private mutating func target(_ node: DataNode, _ name: String) -> DeployTarget? {
    if node.isBlank { return nil }
    var title: Located<String>?
    var places: [(DeployTarget.Program, String)] = []
    let mistakes = reader.diagnostics.count
    let programs = DeployTarget.Program.allCases
    readGroup(node, name, known: ["name"] + programs.map(\.rawValue)) { reader, key, value in
      guard let program = DeployTarget.Program(rawValue: key) else {
        title = reader.targetName(value)
        return
      }
      if let address = reader.targetAddress(value, "deploy.targets.\(key)") {
        places.append((program, address))
      }
    }
    guard node.entries != nil else { return nil }
    guard let title, places.count == 1 else {
      // What was wrong with a value has been said.
      if reader.diagnostics.count > mistakes { return nil }
      reader.missing(
        title == nil ? "a name" : "either rclone or rsync", in: name,
        hint: "Write {name: production, rclone: \"store:bucket\"}, for example.", at: node.place)
      return nil
    }
    return DeployTarget(name: title, program: places[0].0, address: places[0].1)
  }

  private mutating func targetName(_ node: DataNode) -> Located<String>? {
    guard let name = reader.located(node, "deploy.targets.name") else { return nil }
    // Files of sitegen's own are named after it.
    if name.value.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }) { return name }
    wrongValue(
      "deploy.targets.name", "made of letters, digits and hyphens",
      hint: "Write production, for example.", at: node)
    return nil
  }

  /// Nil for what a program would take for an option, and for what only the publisher may know.
  private mutating func targetAddress(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    guard !text.hasPrefix("-"), !text.contains(where: \.isNewline) else {
      wrongValue(name, "an address or a folder", at: node)
      return nil
    }
    guard !Self.holdsSecret(text) else {
      reader.report(
        .error, .configurationValue, "\(name) must not hold a password or a key",
        hint: "Keep it in the configuration of rclone (rclone config) or SSH, and name only the "
          + "remote here.", at: node.place)
      return nil
    }
    return text
  }

  /// Whether a target has a password in it: `user:password@host`, or a setting such as `pass=`.
  private static func holdsSecret(_ text: String) -> Bool {
    let lowered = text.lowercased()
    if ["pass=", "password=", "secret", "token=", "key="].contains(where: lowered.contains) {
      return true
    }
    guard let start = text.firstRange(of: "://")?.upperBound else { return false }
    let authority = text[start...].prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@") else { return false }
    return authority[..<at].contains(":")
  }
}
