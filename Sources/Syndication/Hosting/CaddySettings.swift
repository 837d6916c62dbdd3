/// `Caddyfile`: what belongs into the block of the publication's site.
struct CaddySettings {
  let rules: HostRules

  var text: String {
    """
    # Written by sitegen. Import it in the block of the publication's site:
    #
    #   news.example {
    #     root * /srv/www
    #     import /srv/www\(rules.base)/.hosting/Caddyfile
    #   }
    #
    # The publication lies in \(rules.base.isEmpty ? "the root" : "the folder \(rules.base) of the root").
    header {
    \(rules.headers.map { "\t\($0.name) \(quoted($0.value))\n" }.joined())}
    @kept path \(rules.base)/assets/*
    header @kept \(HostRules.kept.name) \(quoted(HostRules.kept.value))
    @asked not path \(rules.base)/assets/*
    header @asked \(HostRules.askedAgain.name) \(quoted(HostRules.askedAgain.value))
    \(feeds)\(moves)\(removals)file_server {
    \thide \(HostRules.hiddenFiles.joined(separator: " "))
    \(rules.isPrecompressed ? "\tprecompressed br gzip\n" : "")}
    handle_errors {
    \t@missing expression `{http.error.status_code} == 404`
    \trewrite @missing \(rules.base)/404.html
    \t@gone {
    \t\texpression `{http.error.status_code} == 410`
    \t\tpath */
    \t}
    \trewrite @gone {http.request.uri.path}index.html
    \tfile_server
    }

    """
  }
}

extension CaddySettings {
  private var feeds: String {
    HostRules.feedTypes.enumerated().map { number, feed in
      """
      @feed\(number) path \(rules.base)/\(feed.name) \(rules.base)/*/\(feed.name)
      header @feed\(number) Content-Type \(quoted(feed.type))

      """
    }.joined()
  }

  private var moves: String {
    rules.moves.map { "redir \(quoted($0.path)) \(quoted($0.to)) \($0.status)\n" }.joined()
  }

  private var removals: String {
    if rules.removals.isEmpty { return "" }
    let paths = rules.removals.map(quoted).joined(separator: " ")
    return "@removed path \(paths)\nerror @removed 410\n"
  }

  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
