import SiteModel

/// Finds titles and descriptions that two pages share (A-1, M-40).
struct HeadRules {
  /// The first page by path that has each.
  private var titles: [NameHash: String] = [:]
  private var descriptions: [NameHash: String] = [:]

  /// Of pages that search engines show.
  init(_ files: [PageContents]) {
    titles.reserveCapacity(files.count)
    descriptions.reserveCapacity(files.count)
    // What is known of a page is large, so its parts are asked for one by one, and it is not copied.
    for index in files.indices where files[index].isShown {
      if let title = files[index].title { Self.note(files[index].file, for: title, in: &titles) }
      if let text = files[index].description {
        Self.note(files[index].file, for: text, in: &descriptions)
      }
    }
  }

  private static func note(
    _ file: String, for text: NameHash, in pages: inout [NameHash: String]
  ) {
    if let other = pages.updateValue(file, forKey: text), other < file { pages[text] = other }
  }

  /// What is wrong with the title and the description of a page that search engines show.
  func findings(of page: String, _ title: NameHash?, _ description: NameHash?) -> [Finding] {
    var findings: [Finding] = []
    if let other = title.flatMap({ titles[$0] }), other != page {
      findings.append(
        Finding(
          .checkTitle, "the page has the same title as \(SiteAddresses.address(of: other))",
          hint: "Say in the title what only this page is about.", in: page
        ).because(of: .key("title"), in: "<title>"))
    }
    // The pages of one list are about the same.
    if let other = description.flatMap({ descriptions[$0] }), other != page,
      !Self.isLaterPage(page, ofListAt: other)
    {
      findings.append(
        Finding(
          .checkDescription,
          "the page has the same description as \(SiteAddresses.address(of: other))",
          hint: "Write a summary of its own.", in: page
        ).because(of: .key("summary"), in: "<meta name=\"description\" content=\"\">"))
    }
    return findings
  }

  /// `tags/web/page/2/index.html` is a page of the list at `tags/web/index.html`.
  private static func isLaterPage(_ file: String, ofListAt first: String) -> Bool {
    let folder = first.utf8.dropLast("index.html".utf8.count)
    return file.utf8.starts(with: folder)
      && file.utf8.dropFirst(folder.count).starts(with: "page/".utf8)
  }
}

extension PageContents {
  /// Whether search engines show it.
  var isShown: Bool { isPage && !isHidden && !isRedirect }
}
