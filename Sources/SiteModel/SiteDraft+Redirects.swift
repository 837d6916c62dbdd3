extension SiteDraft {
  /// Makes a redirect of every alias.
  mutating func makeRedirects() {
    for index in site.articles.indices where !site.articles[index].frontMatter.aliases.isEmpty {
      addRedirects(site.articles[index].frontMatter.aliases, site.articles[index].permalink)
    }
    for page in site.pages { addRedirects(page.frontMatter.aliases, page.permalink) }
    site.redirects.sort { $0.from < $1.from }
  }

  private mutating func addRedirects(_ aliases: [Located<String>], _ target: Permalink) {
    for alias in aliases {
      guard let from = oldAddress(alias, target), from != target else { continue }
      let description = "an alias"
      let entry = AddressBook.Entry(description: description, permalink: from)
      if let other = addresses.add(entry) {
        diagnostics.append(
          .error(
            .contentConflict,
            "the alias \(alias.value) is the address of \(other.description)",
            hint: "Remove the alias, or give the other one another address.", at: alias.place))
      } else {
        site.redirects.append(Redirect(from: from, to: target))
      }
    }
  }

  /// An alias is a path from the root, or, without a leading slash, one beside the article.
  private mutating func oldAddress(_ alias: Located<String>, _ target: Permalink) -> Permalink? {
    var path = alias.value
    if !path.hasPrefix("/") {
      let folder = target.path.dropLast()
      path = String(folder[...(folder.lastIndex(of: "/") ?? folder.startIndex)]) + path
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard !parts.isEmpty, !parts.contains(".."), !alias.value.contains("://") else {
      diagnostics.append(
        .error(
          .contentSlug, "the alias \"\(alias.value)\" is no path of this site",
          hint: "Write the old path from the root of the site, for example /2019/05/old-name/.",
          at: alias.place))
      return nil
    }
    let name = parts[parts.count - 1]
    let isFile = name.contains(".") && !path.hasSuffix("/")
    return Permalink("/" + parts.joined(separator: "/") + (isFile ? "" : "/"))
  }
}
