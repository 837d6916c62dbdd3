import SiteModel

extension ConfigurationReader {
  mutating func readPublisher(_ node: DataNode, _ name: String) {
    let texts: [String: WritableKeyPath<Publisher, String?>] = [
      "name": \.name, "legalName": \.legalName, "email": \.email, "address": \.address,
      "logo": \.logo, "founded": \.founded,
    ]
    readGroup(node, name, known: texts.keys.sorted() + ["url", "profiles"]) { reader, key, value in
      if let path = texts[key] {
        reader.configuration.publisher[keyPath: path] = reader.reader.text(value, "\(name).\(key)")
      } else if key == "url" {
        reader.configuration.publisher.url = reader.address(value, "\(name).url")
      } else {
        reader.configuration.publisher.profiles =
          reader.reader.texts(value, "\(name).profiles").map(\.value)
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
      let text = reader.reader.text(value, "\(name).\(key)")
      if key == "image" {
        reader.configuration.shareImage = text
      } else {
        reader.configuration.socialAccount = text.map { $0.hasPrefix("@") ? $0 : "@\($0)" }
      }
    }
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
