import SiteModel

/// `_headers` and `_redirects`, which Netlify and Cloudflare read and `sitegen serve` follows.
struct HeaderLists {
  /// In what the two hosts differ.
  enum Dialect {
    /// Follows a redirect from the place of a file only if it has an exclamation mark.
    case netlify
    /// Always follows it, and knows no exclamation mark.
    case cloudflare
  }

  private let rules: HostRules
  private let dialect: Dialect

  init(_ rules: HostRules, dialect: Dialect) {
    self.rules = rules
    self.dialect = dialect
  }

  /// The second one only if there are redirects.
  var files: [MachineFile] {
    let lists = [("/_headers", headers), ("/_redirects", redirects)].filter { !$0.1.isEmpty }
    return lists.map { path, text in
      MachineFile(permalink: Permalink(path), bytes: Array(text.utf8), reader: .host)
    }
  }
}

extension HeaderLists {
  /// Both hosts join the values of a header that two rules give, so none gives one again; what they
  /// send without `Cache-Control` is asked for again each time.
  private var headers: String {
    let base = rules.base
    let feeds = HostRules.feedTypes.flatMap { name, type in
      let header = HostRules.Header(name: "Content-Type", value: type)
      return [rule("\(base)/\(name)", [header]), rule("\(base)/*/\(name)", [header])]
    }
    let all = [rule("\(base)/*", rules.headers), rule("\(base)/assets/*", [HostRules.kept])]
    return (all + feeds).joined(separator: "\n")
  }

  private func rule(_ path: String, _ headers: [HostRules.Header]) -> String {
    "\(path)\n" + headers.map { "  \($0.name): \($0.value)\n" }.joined()
  }

  private var redirects: String {
    let mark = dialect == .netlify ? "!" : ""
    return rules.moves.map { "\($0.from) \($0.to) \($0.status)\(mark)\n" }.joined()
  }
}
