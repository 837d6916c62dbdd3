extension SiteDraft {
  /// Makes a redirect of every alias, and of every row of the configuration's table.
  mutating func makeRedirects() {
    for index in site.articles.indices where !site.articles[index].frontMatter.aliases.isEmpty {
      addRedirects(site.articles[index].frontMatter.aliases, site.articles[index].permalink)
    }
    for page in site.pages { addRedirects(page.frontMatter.aliases, page.permalink) }
    for removal in site.removals { addRedirects(removal.aliases, removal.permalink) }
    addConfiguredRedirects()
    site.redirects.sort { $0.from < $1.from }
  }

  private mutating func addRedirects(_ aliases: [Located<String>], _ target: Permalink) {
    for alias in aliases {
      guard let from = oldAddress(alias, target), from != target else { continue }
      let entry = AddressBook.Entry(description: "an alias", permalink: from)
      if let other = addresses.add(entry) {
        diagnostics.append(
          .error(
            .contentConflict,
            "the alias \(alias.value) is the address of \(other.description)",
            hint: "Remove the alias, or give the other one another address.", at: alias.place))
      } else {
        site.redirects.append(Redirect(from: from, to: .site(target, suffix: "")))
      }
    }
  }

  /// An alias is a path from the root, or, without a leading slash, one beside the article.
  private mutating func oldAddress(_ alias: Located<String>, _ target: Permalink) -> Permalink? {
    if let permalink = Permalink(alias: alias.value, of: target) { return permalink }
    diagnostics.append(
      .error(
        .contentSlug, "the alias \"\(alias.value)\" is no path of this site",
        hint: "Write the old path from the root of the site, for example /2019/05/old-name/.",
        at: alias.place))
    return nil
  }
}

extension Permalink {
  /// The old address of a page; nil if it is no path of this site.
  package init?(alias: String, of page: Permalink) {
    if alias.hasPrefix("/") {
      self.init(written: alias)
    } else {
      let folder = page.path.dropLast()
      self.init(
        written: String(folder[...(folder.lastIndex(of: "/") ?? folder.startIndex)]) + alias)
    }
  }
}

extension SiteDraft {
  /// Enters all old addresses first, so that a row may not lead to one that comes later.
  private mutating func addConfiguredRedirects() {
    var rules: [(from: Permalink, to: Located<String>, settings: RedirectSettings)] = []
    for settings in configuration.redirects {
      guard let from = Permalink(written: settings.from.value) else {
        diagnostics.append(RedirectMessage.noPath(settings.from))
        continue
      }
      let entry = AddressBook.Entry(description: "a redirect", permalink: from)
      if let other = addresses.add(entry) {
        diagnostics.append(RedirectMessage.isTaken(settings.from, by: other.description))
      } else if let to = settings.to {
        rules.append((from, to, settings))
      } else {
        site.removals.append(Removal(permalink: from, reason: settings.reason))
      }
    }
    if rules.isEmpty { return }
    let chain = RedirectChain(
      site.redirects.map { ($0.from, path(of: $0.to)) }
        + rules.map { ($0.from, pathOfThisSite($0.to.value) ?? $0.to.value) })
    for (from, to, settings) in rules {
      guard let target = target(to, of: settings, along: chain.end(from: from)) else { continue }
      site.redirects.append(Redirect(from: from, to: target, status: settings.status))
    }
  }

  private mutating func target(
    _ to: Located<String>, of settings: RedirectSettings, along end: RedirectChain.End
  ) -> Redirect.Target? {
    let written = to.value
    guard let path = pathOfThisSite(written) else {
      return .elsewhere(Permalink.addressEncoded(written))
    }
    switch end {
    case .here: break
    case .loop:
      diagnostics.append(RedirectMessage.loops(settings.from, to))
      return nil
    case .further(let end):
      diagnostics.append(RedirectMessage.leadsToRedirect(settings.from, to, whichLeadsTo: end))
      return nil
    }
    let source = String(path.drop { $0 == "/" })
    guard let entry = addresses.entry(at: path) ?? addresses.entry(from: source) else {
      diagnostics.append(RedirectMessage.leadsNowhere(settings.from, to, unpublished[source]))
      return nil
    }
    let suffix = written.firstIndex { "?#".contains($0) }.map { String(written[$0...]) } ?? ""
    return .site(entry.permalink, suffix: Permalink.addressEncoded(suffix))
  }

  private func path(of target: Redirect.Target) -> String {
    switch target {
    case .site(let permalink, _): permalink.path
    case .elsewhere(let address): address
    }
  }

  /// The path of a target without query and fragment; nil for an address elsewhere.
  private func pathOfThisSite(_ target: String) -> String? {
    let own = configuration.baseURL.absolute(Permalink("/"))
    let path = target.hasPrefix(own) ? "/" + target.dropFirst(own.count) : target
    if path.contains("://") || path.hasPrefix("//") { return nil }
    return String(path.prefix { !"?#".contains($0) })
  }
}

/// Where one comes to by following redirects.
private struct RedirectChain {
  /// What a redirect leads to.
  enum End: Equatable {
    /// Its own target, which is no redirect.
    case here
    /// Another redirect, and in the end this.
    case further(String)
    case loop
  }

  /// By the key of the old address.
  private var targets: [String: String] = [:]

  init(_ redirects: [(from: Permalink, to: String)]) {
    for (from, to) in redirects { targets[AddressBook.key(from.path)] = to }
  }

  func end(from: Permalink) -> End {
    var key = AddressBook.key(from.path)
    var seen: Set = [key]
    var steps: [String] = []
    while let target = targets[key] {
      steps.append(target)
      guard let next = Permalink(written: target) else { break }
      key = AddressBook.key(next.path)
      guard seen.insert(key).inserted else { return .loop }
    }
    return steps.count > 1 ? .further(steps[steps.count - 1]) : .here
  }
}

extension Permalink {
  /// An address of the site as people write it: the slash at the end may be missing.
  init?(written path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard path.hasPrefix("/"), !parts.isEmpty, !parts.contains(".."), !path.contains("://"),
      !path.contains(where: { "?#*".contains($0) })
    else { return nil }
    let isFile = parts[parts.count - 1].contains(".") && !path.hasSuffix("/")
    self.init("/" + parts.joined(separator: "/") + (isFile ? "" : "/"))
  }
}
