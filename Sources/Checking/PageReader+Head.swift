import SiteModel

/// What the head of a page says about it.
struct PageHead {
  var title: String?
  var titleElement = ""
  var description: String?
  var descriptionElement = ""
}

extension PageReader {
  /// How long a title may be, in characters; search engines show about sixty.
  private static let titleLengths = 3...160
  /// The same of a description, of which they show about 160.
  private static let descriptionLengths = 20...200

  /// There is a title and a description, of good length (A-1, M-40).
  mutating func checkHead() {
    if contents.isRedirect { return }
    checkTitle()
    if !contents.isHidden { checkDescription() }
  }

  private mutating func checkTitle() {
    guard let title = head.title, !title.isEmpty else {
      let hint = "Write <title>{{page.title}}</title> in the head."
      let finding = Finding(.checkTitle, "the page has no title", hint: hint, in: contents.file)
      contents.findings.append(
        head.title == nil
          ? finding.because(of: .layout) : finding.because(of: .key("title"), in: head.titleElement)
      )
      return
    }
    contents.title = NameHash(title)
    let length = title.count
    if Self.titleLengths.contains(length) { return }
    contents.findings.append(
      Finding(
        .checkTitle, "the page's title has \(length) characters",
        hint: "Readers of search results see about sixty.", in: contents.file
      ).because(of: .key("title"), in: head.titleElement))
  }

  private mutating func checkDescription() {
    guard let text = head.description, !text.isEmpty else {
      contents.findings.append(
        Finding(
          .checkDescription, "the page has no description",
          hint: "Write a summary in its front matter, or a description in sitegen.yaml.",
          in: contents.file
        ).because(of: .key("summary"), in: head.descriptionElement))
      return
    }
    contents.description = NameHash(text)
    let length = text.count
    if Self.descriptionLengths.contains(length) { return }
    contents.findings.append(
      Finding(
        .checkDescription, "the page's description has \(length) characters",
        hint: "Say in 50 to 160 what readers find there.", in: contents.file
      ).because(of: .key("summary"), in: head.descriptionElement))
  }
}
