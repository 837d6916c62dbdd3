import SiteModel

/// Finds titles and descriptions that are missing, or that say the same of two pages (A-1, M-40).
struct HeadRules {
  /// How long a title may be, in characters; search engines show about sixty.
  static let titleLengths = 3...160
  /// The same of a description, of which they show about 160.
  static let descriptionLengths = 20...200

  private let addresses: SiteAddresses

  init(_ addresses: SiteAddresses) {
    self.addresses = addresses
  }

  func findings(in files: [PageContents]) -> [Finding] {
    var titles: [String: String] = [:]
    var descriptions: [String: String] = [:]
    var findings: [Finding] = []
    for page in files where page.isPage && !page.isRedirect {
      findings += title(of: page, &titles)
      if !page.isHidden { findings += description(of: page, &descriptions) }
    }
    return findings
  }
}

extension HeadRules {
  private func title(of page: PageContents, _ seen: inout [String: String]) -> [Finding] {
    guard let title = page.title, !title.isEmpty else {
      return [
        finding(
          .checkTitle, "the page has no title", "Write <title>{{page.title}}</title> in the head.",
          page)
      ]
    }
    var findings: [Finding] = []
    let length = title.count
    if !Self.titleLengths.contains(length) {
      findings.append(
        finding(
          .checkTitle, "the page's title has \(length) characters",
          "Readers of search results see about sixty.", page))
    }
    if !page.isHidden, let other = seen.updateValue(page.file, forKey: title) {
      seen[title] = other
      findings.append(
        finding(
          .checkTitle,
          "the page has the same title as \(SiteAddresses.address(of: other)): \"\(title)\"",
          "Say in the title what only this page is about.", page))
    }
    return findings
  }

  private func description(of page: PageContents, _ seen: inout [String: String]) -> [Finding] {
    guard let text = page.description, !text.isEmpty else {
      return [
        finding(
          .checkDescription, "the page has no description",
          "Write a summary in its front matter, or a description in sitegen.yaml.", page)
      ]
    }
    var findings: [Finding] = []
    let length = text.count
    if !Self.descriptionLengths.contains(length) {
      findings.append(
        finding(
          .checkDescription, "the page's description has \(length) characters",
          "Say in 50 to 160 what readers find there.", page))
    }
    // The pages of one list are about the same.
    let list = Self.list(of: page.file)
    if let other = seen[text], Self.list(of: other) != list {
      findings.append(
        finding(
          .checkDescription,
          "the page has the same description as \(SiteAddresses.address(of: other))",
          "Write a summary of its own.", page))
    } else if seen[text] == nil {
      seen[text] = page.file
    }
    return findings
  }

  private func finding(
    _ rule: Diagnostic.Identifier, _ summary: String, _ hint: String, _ page: PageContents
  ) -> Finding {
    let finding = Finding(rule, summary, hint: hint, in: page.file)
    if rule == .checkTitle, page.title == nil { return finding.because(of: .layout) }
    return rule == .checkTitle
      ? finding.because(of: .key("title"), in: page.titleElement)
      : finding.because(of: .key("summary"), in: page.descriptionElement)
  }

  /// `tags/web/page/2/index.html` is a page of `tags/web/`.
  private static func list(of file: String) -> Substring {
    file.firstRange(of: "page/").map { file[..<$0.lowerBound] }
      ?? file.dropLast("index.html".count)
  }
}
