package import SiteModel

/// Finds what is wrong with pages beside one another: parts that are linked and not there, titles
/// that two pages have, addresses that contradict one another.
package struct SiteRules: Sendable {
  private let addresses: SiteAddresses
  private let budget: PageBudget

  package init(_ addresses: SiteAddresses, budget: PageBudget) {
    self.addresses = addresses
    self.budget = budget
  }

  /// What is wrong with all files, which are sorted by path.
  package func findings(in files: [PageContents]) -> [Finding] {
    var byFile: [String: Int] = [:]
    byFile.reserveCapacity(files.count)
    for (index, contents) in files.enumerated() { byFile[contents.file] = index }
    var findings: [Finding] = []
    for contents in files {
      for link in contents.partLinks {
        guard let target = byFile[link.target].map({ files[$0] }), target.isPage,
          !has(target, link.fragment)
        else { continue }
        findings.append(missingPart(link, in: contents.file))
      }
      for address in contents.listed {
        guard case .file(let file, _) = addresses.target(of: address, on: contents.file),
          let page = byFile[file].map({ files[$0] })
        else { continue }
        findings += listing(address, of: page, in: contents.file)
      }
      if contents.isPage {
        findings += weight(of: contents) + canonical(of: contents, files, byFile)
      }
    }
    return findings + HeadRules(addresses).findings(in: files)
  }
}

extension SiteRules {
  private func has(_ page: PageContents, _ fragment: String) -> Bool {
    // A text directive is for the browser to find (URL Fragment Text Directives).
    if fragment.hasPrefix(":~:") || page.ids.contains(NameHash(fragment)) { return true }
    return SiteAddresses.percentDecoded(fragment).map { page.ids.contains(NameHash($0)) } ?? false
  }

  private func missingPart(_ link: PageContents.PartLink, in file: String) -> Finding {
    let page = link.target == file ? "the page" : SiteAddresses.address(of: link.target)
    return Finding(
      .checkFragment, "nothing on \(page) has the id \"\(link.fragment)\"",
      hint: "Link to a heading by its id, or leave #\(link.fragment) out.", in: file
    ).because(of: .address(link.address), in: link.element)
  }

  /// A sitemap names pages that search engines shall keep, by the address that they shall keep (M-20).
  private func listing(_ address: String, of page: PageContents, in file: String) -> [Finding] {
    let reason: String? =
      if page.isRedirect {
        "only leads on"
      } else if page.isHidden {
        "search engines shall leave out"
      } else if let canonical = page.canonical, canonical != address {
        "says that its address is \(canonical)"
      } else {
        nil
      }
    guard let reason else { return [] }
    return [
      Finding(
        .checkCanonical, "the sitemap lists \(address), a page that \(reason)",
        hint: "Let the page and the sitemap agree.", in: page.file
      ).because(of: .key("canonical"), in: page.canonicalElement)
    ]
  }

  /// A page names itself, or a page that is there and names itself (M-40).
  private func canonical(
    of page: PageContents, _ files: [PageContents], _ byFile: [String: Int]
  ) -> [Finding] {
    if page.isHidden || page.isRedirect { return [] }
    guard let canonical = page.canonical else {
      return [
        Finding(
          .checkCanonical, "the page does not say which address it has",
          hint: "Write <link rel=\"canonical\" href=\"{{page.canonical}}\"> in the head.",
          in: page.file
        ).because(of: .layout)
      ]
    }
    let found: (String, String)?
    switch addresses.target(of: canonical, on: page.file) {
    case .elsewhere: found = nil
    case .missing, .outside, .nowhere:
      found = ("the page's canonical address \(canonical) leads to nothing", "Correct the address.")
    case .file(let file, _):
      let target = byFile[file].map { files[$0] }
      if !canonical.contains("://") {
        found = (
          "the page's canonical address \(canonical) is not a full one", "Begin it with https://."
        )
      } else if file == page.file || target?.canonical == canonical {
        found = nil
      } else {
        found = (
          "the page's canonical address \(canonical) is a page that names another one",
          "Name the page that search engines shall keep."
        )
      }
    }
    return found.map { summary, hint in
      [
        Finding(.checkCanonical, summary, hint: hint, in: page.file)
          .because(of: .key("canonical"), in: page.canonicalElement)
      ]
    } ?? []
  }

  private func weight(of page: PageContents) -> [Finding] {
    let parts: [(name: String, bytes: Int, limit: Int, file: String)] = [
      ("HTML", addresses.size(of: page.file), budget.html, page.file),
      ("CSS", total(page.styles), budget.styles, page.styles.first ?? ""),
      ("JavaScript", total(page.scripts), budget.scripts, page.scripts.first ?? ""),
    ]
    return parts.filter { $0.bytes > $0.limit }.map { part in
      Finding(
        .checkBudget,
        "\(part.bytes) bytes of \(part.name) are more than the budget of \(part.limit)",
        hint: "Take something out, or raise check.budget in sitegen.yaml.", in: part.file)
    }
  }

  private func total(_ files: [String]) -> Int {
    Set(files).reduce(0) { $0 + addresses.size(of: $1) }
  }
}
