import SiteModel

/// `s3.json`: what an object store and the network before it have to be told.
///
/// A store keeps the headers of an object with the object, and a redirect is an object with the
/// header `x-amz-website-redirect-location`; the network (CloudFront, for example) adds the headers
/// of pages. Whoever uploads the publication reads here what goes where.
struct ObjectStoreSettings {
  let rules: HostRules

  var json: JSONValue {
    [
      "indexDocument": "index.html", "errorDocument": "404.html",
      "headers": headers(rules.headers),
      "objects": .list(
        [object("assets/*", [HostRules.kept]), object("*", [HostRules.askedAgain])]
          + HostRules.feedTypes.map { name, type in
            object("*\(name)", [HostRules.Header(name: "Content-Type", value: type)])
          } + (rules.isPrecompressed ? encodings : [])),
      "redirects": .filled(
        rules.moves.map { ["key": .text(key($0.path)), "location": .text($0.to)] }),
    ]
  }

  private var encodings: [JSONValue] {
    [("*.gz", "gzip"), ("*.br", "br")].map { pattern, encoding in
      object(pattern, [HostRules.Header(name: "Content-Encoding", value: encoding)])
    }
  }

  private func object(_ pattern: String, _ list: [HostRules.Header]) -> JSONValue {
    ["pattern": .text(pattern), "headers": headers(list)]
  }

  private func headers(_ list: [HostRules.Header]) -> JSONValue {
    .object(list.map { JSONMember(name: $0.name, value: .text($0.value)) })
  }

  private func key(_ path: String) -> String {
    let key = String(path.dropFirst())
    return key.hasSuffix("/") ? "\(key)index.html" : key
  }
}
