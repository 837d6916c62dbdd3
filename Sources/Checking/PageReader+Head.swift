import SiteModel

/// What the head of a page says about it.
struct PageHead {
  var title: String?
  var titleElement = ""
  var description: String?
  var descriptionElement = ""
}

/// What is asked of a title or a description (A-1, M-40).
private struct HeadTextRule {
  let rule: Diagnostic.Identifier
  let name: String
  /// The key of the front matter that gives it.
  let key: String
  /// In characters.
  let lengths: ClosedRange<Int>
  let missingHint: String
  let lengthHint: String

  /// Search engines show about sixty characters.
  static let title = HeadTextRule(
    rule: .checkTitle, name: "title", key: "title", lengths: 3...160,
    missingHint: "Write <title>{{page.title}}</title> in the head.",
    lengthHint: "Readers of search results see about sixty.")
  /// They show about 160.
  static let description = HeadTextRule(
    rule: .checkDescription, name: "description", key: "summary", lengths: 20...200,
    missingHint: "Write a summary in its front matter, or a description in sitegen.yaml.",
    lengthHint: "Say in 50 to 160 what readers find there.")
}

extension PageReader {
  /// There is a title and a description, of good length.
  mutating func checkHead() {
    if contents.isRedirect { return }
    // Without the element it is the template that has to be mended.
    let titleClue = head.title == nil ? Finding.Clue.layout : .key(HeadTextRule.title.key)
    contents.title = check(head.title, by: .title, titleClue, head.titleElement)
    if contents.isHidden { return }
    contents.description = check(
      head.description, by: .description, .key(HeadTextRule.description.key),
      head.descriptionElement)
  }

  /// The digest of a text, with what is wrong with it reported; nil if there is none.
  private mutating func check(
    _ text: String?, by rule: HeadTextRule, _ clue: Finding.Clue, _ element: String
  ) -> NameHash? {
    func report(_ problem: String, hint: String) {
      contents.findings.append(
        Finding(rule.rule, problem, hint: hint, in: contents.file).because(of: clue, in: element))
    }
    guard let text, !text.isEmpty else {
      report("the page has no \(rule.name)", hint: rule.missingHint)
      return nil
    }
    let length = text.count
    if !rule.lengths.contains(length) {
      report("the page's \(rule.name) has \(length) characters", hint: rule.lengthHint)
    }
    return NameHash(text)
  }
}
