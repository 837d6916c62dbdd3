import SiteModel

/// `vercel.json`: patterns of paths with their headers, and redirects.
///
/// Paths are percent-encoded, so that nothing in them means anything to a pattern.
struct VercelSettings {
  let rules: HostRules

  var json: JSONValue {
    let base = rules.base
    let feeds = HostRules.feedTypes.map { name, type in
      source("\(base)/(.*/)?\(name)", [HostRules.Header(name: "Content-Type", value: type)])
    }
    return [
      "trailingSlash": .truth(true),
      "headers": .list(
        [source("\(base)/(.*)", rules.headers), source("\(base)/assets/(.*)", [HostRules.kept])]
          + feeds),
      "redirects": .filled(rules.moves.map(redirect)),
    ]
  }

  private func source(_ pattern: String, _ headers: [HostRules.Header]) -> JSONValue {
    [
      "source": .text(pattern),
      "headers": .list(
        headers.map { ["key": .text($0.name), "value": .text($0.value)] }),
    ]
  }

  private func redirect(_ move: HostRules.Move) -> JSONValue {
    [
      "source": .text(move.from), "destination": .text(move.to),
      "statusCode": .number(move.status),
    ]
  }
}
