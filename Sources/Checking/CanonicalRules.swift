import SiteModel

/// Finds pages whose address contradicts another page or a sitemap.
struct CanonicalRules {
  private let addresses: SiteAddresses
  private let listed: Set<NameHash>
  private let page: (String) -> PageContents?

  /// The element that names a page's address, as most themes write it.
  private static let element = "<link rel=\"canonical\" href=\"\">"

  /// - Parameters:
  ///   - addresses: what is found at which address.
  ///   - listed: the addresses that sitemaps list.
  ///   - page: gives the page in a file.
  init(
    _ addresses: SiteAddresses, listed: Set<NameHash>, page: @escaping (String) -> PageContents?
  ) {
    self.addresses = addresses
    self.listed = listed
    self.page = page
  }

  /// What is wrong with a page; with one that is shown and names itself, nothing is.
  func findings(of page: PageContents) -> [Finding] {
    let address = addresses.fullAddress(of: page.file)
    var findings: [Finding] = []
    if listed.contains(NameHash(address)), let reason = reasonAgainstListing(page) {
      findings.append(
        blame(
          "the sitemap lists \(address), a page that \(reason)",
          hint: "Let the page and the sitemap agree.", page))
    }
    if page.isHidden || page.isRedirect { return findings }
    switch page.canonical {
    case .own: break
    case .missing:
      findings.append(
        Finding(
          .checkCanonical, "the page does not say which address it has",
          hint: "Write <link rel=\"canonical\" href=\"{{page.canonical}}\"> in the head.",
          in: page.file
        ).because(of: .layout))
    case .other(let canonical):
      guard let (problem, hint) = problem(with: canonical, of: page) else { break }
      findings.append(
        blame("the page's canonical address \(canonical) \(problem)", hint: hint, page))
    }
    return findings
  }
}

extension CanonicalRules {
  /// A sitemap names pages that search engines shall keep, by the address that they shall keep (M-20).
  private func reasonAgainstListing(_ page: PageContents) -> String? {
    if page.isRedirect { return "only leads on" }
    if page.isHidden { return "search engines shall leave out" }
    if case .other(let address) = page.canonical { return "says that its address is \(address)" }
    return nil
  }

  /// A page names itself, or a page that is there and names itself (M-40).
  private func problem(
    with canonical: String, of page: PageContents
  ) -> (problem: String, hint: String)? {
    switch addresses.target(of: canonical, on: page.file) {
    case .elsewhere: return nil
    case .missing, .outside, .nowhere: return ("leads to nothing", "Correct the address.")
    case .file(let file, _):
      if !canonical.contains("://") { return ("is not a full one", "Begin it with https://.") }
      if file == page.file { return nil }
      let isOwn = self.page(file)?.canonical == .own && addresses.fullAddress(of: file) == canonical
      if isOwn || self.page(file)?.canonical == .other(canonical) { return nil }
      return (
        "is a page that names another one", "Name the page that search engines shall keep."
      )
    }
  }

  private func blame(_ summary: String, hint: String, _ page: PageContents) -> Finding {
    Finding(.checkCanonical, summary, hint: hint, in: page.file)
      .because(of: .key("canonical"), in: Self.element)
  }
}
