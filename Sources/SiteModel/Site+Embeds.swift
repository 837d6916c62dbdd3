/// What happens to shortcodes of which there is no template.
package struct ShortcodeSettings: Hashable, Sendable {
  /// Whether they are an error, or stay in the text as they are typed.
  package enum Unknown: String, Sendable, CaseIterable {
    case error
    case keep
  }

  package var unknown = Unknown.error

  package init() {}
}

/// Which other sites may appear in frames and bring scripts without a shortcode of their own.
package struct EmbedSettings: Hashable, Sendable {
  /// Hosts; `*.example.org` stands for all below it.
  package var allowedHosts: [String] = []

  package init() {}

  package func allows(_ host: String) -> Bool {
    allowedHosts.contains { allowed in
      allowed.hasPrefix("*.") ? host.hasSuffix(allowed.dropFirst()) : host == allowed
    }
  }
}

extension Site {
  /// Takes the theme's shortcodes over, and finds the services that the texts use of them.
  package mutating func adopt(_ shortcodes: ShortcodeCatalog) {
    self.shortcodes = shortcodes
    var names: Set<String> = []
    for index in articles.indices { names.formUnion(articles[index].body.shortcodeNames) }
    for page in pages { names.formUnion(page.body.shortcodeNames) }
    for page in sections.compactMap(\.page) { names.formUnion(page.body.shortcodeNames) }
    for page in authors.compactMap(\.page) { names.formUnion(page.body.shortcodeNames) }
    var services: [String: EmbedService] = [:]
    for name in names.sorted() {
      guard let embed = shortcodes[name]?.embed else { continue }
      if services[embed.id]?.hosts.append(contentsOf: embed.hosts) == nil {
        services[embed.id] = embed
      }
    }
    embedServices = services.values.sorted { $0.id < $1.id }
  }

  /// The hosts whose frames the publication's pages may show, for the `frame-src` of its
  /// Content-Security-Policy (C-60); sorted, without schemes.
  package var frameHosts: [String] {
    let hosts = embedServices.flatMap(\.hosts) + configuration.embeds.allowedHosts
    return Set(hosts).sorted()
  }
}

extension ContentSecurityPolicy {
  /// The policy of a publication's pages, with the frames of its embeds.
  package init(_ site: Site) {
    self.init(site.configuration, frames: site.frameHosts.map { "https://\($0)" })
  }
}
