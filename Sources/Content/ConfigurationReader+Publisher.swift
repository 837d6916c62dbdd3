import SiteModel

extension ConfigurationReader {
  mutating func readPublisher(_ node: DataNode, _ name: String) {
    let texts: [String: WritableKeyPath<Publisher, String?>] = [
      "name": \.name, "legalName": \.legalName, "email": \.email, "address": \.address,
    ]
    let known = texts.keys.sorted() + ["url", "logo", "founded", "profiles"]
    configuration.publisher.place = node.place
    readGroup(node, name, known: known) { reader, key, value in
      let path = "\(name).\(key)"
      switch key {
      case "url": reader.configuration.publisher.url = reader.address(value, path)
      case "logo": reader.configuration.publisher.logo = reader.reader.located(value, path)
      case "founded": reader.configuration.publisher.founded = reader.yearOrDay(value, path)
      case "profiles":
        reader.configuration.publisher.profiles =
          reader.reader.texts(value, path).compactMap { profile in
            reader.address(DataNode(.text(profile.value), at: profile.place), "each of \(path)")
          }
      default:
        guard let text = texts[key] else { return }
        reader.configuration.publisher[keyPath: text] = reader.reader.text(value, path)
      }
    }
  }

  mutating func readPolicies(_ node: DataNode, _ name: String) {
    let pages: [String: WritableKeyPath<Policies, String>] = [
      "submissionRules": \.submissionRules, "privacy": \.privacy, "terms": \.terms,
      "legalNotice": \.legalNotice, "cookies": \.cookies, "contact": \.contact,
      "about": \.about, "editorial": \.editorial, "corrections": \.corrections,
      "accessibility": \.accessibility, "newsletter": \.newsletter,
    ]
    readGroup(node, name, known: pages.keys.sorted() + ["copyrightEmail"]) { reader, key, value in
      let text = reader.reader.text(value, "\(name).\(key)")
      if let path = pages[key] {
        if let text { reader.configuration.policies[keyPath: path] = text }
      } else {
        reader.configuration.policies.copyrightEmail = text
      }
    }
  }

  mutating func readSocial(_ node: DataNode, _ name: String) {
    readGroup(node, name, known: ["account", "image"]) { reader, key, value in
      let path = "\(name).\(key)"
      if key == "image" {
        reader.configuration.shareImage =
          reader.reader.located(value, path).map { ShareImage(asset: $0) }
      } else {
        reader.configuration.socialAccount =
          reader.reader.text(value, path).map { $0.hasPrefix("@") ? $0 : "@\($0)" }
      }
    }
  }

  /// `2023` or `2023-05-01`, which search engines read as a date.
  private mutating func yearOrDay(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    let isYear = text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isYear { return text }
    if case .success(let day) = SiteTimeZone.utc.timestamp(parsing: text) {
      return day.civil.date.iso8601
    }
    wrongValue(name, "a year or a day", hint: "Write 2023 or 2023-05-01, for example.", at: node)
    return nil
  }

  /// A full web address.
  mutating func address(_ node: DataNode, _ name: String) -> String? {
    guard let text = reader.text(node, name) else { return nil }
    let isAddress = ["https://", "http://"].contains { scheme in
      text.lowercased().hasPrefix(scheme) && text.utf8.count > scheme.utf8.count
    }
    if isAddress, !text.contains(where: { " \"<>".contains($0) }) { return text }
    wrongValue(name, "a full address", hint: "Begin it with https://.", at: node)
    return nil
  }
}
