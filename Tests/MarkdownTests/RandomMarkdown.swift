import TestSupport

/// Small documents in which everything stands beside everything.
enum RandomMarkdown {
  private static let prefixes = [
    "", "", "", "", "", "> ", ">", "- ", "* ", "1. ", "2) ", "  ", "    ", "\t", "# ", "## ",
    "###### ", ">> ", "- - ", "   ",
  ]
  private static let wholeLines = [
    "", "", "", "", "---", "***", "===", "```", "~~~", "```swift", "| a | b |", "|---|:-:|",
    "| 1 | 2 | 3 |", "|--:|", "[ref]: /url \"title\"", "[ref two]: <b c.md>", "<div>", "</div>",
    "<!-- note -->", "- [ ] open", "- [x] done", "    code", "<pre>", "</pre>", "+", "-",
  ]
  private static let inlines = [
    "word", "word", "two words", "ünïcode", "日本語", "*", "**", "***", "_", "__", "`", "``", "~~",
    "~", "[text](url.md)", "[text](<a b.md> \"title\")", "![alt](pic.png)", "[ref]", "[a][ref]",
    "[ref two][]", "[", "]", "(", ")", "!", "\\*", "\\", "&amp;", "&copy;", "&", "<b>", "</b>",
    "<br>", "<!-- c -->", "<https://a.example/?b&c>", "<me@a.example>", "https://b.example/x_y",
    "www.c.example", "d@e.example", "  \n", "\\\n", "\n", "|", "\"quoted\"", "'", "1.", "#", "-",
    "<", ">", "=", ":", "[*a*](b)", "**[a](b)**", "[![p](q.png)](r.md)", "\u{a0}", "`code`",
  ]

  static func document(using random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...7, using: &random))
      .map { _ in line(using: &random) }
      .joined(separator: "\n")
  }

  private static func line(using random: inout SeededGenerator) -> String {
    if Int.random(in: 0..<3, using: &random) == 0 { return pick(wholeLines, using: &random) }
    var line = pick(prefixes, using: &random)
    for _ in 0..<Int.random(in: 1...7, using: &random) {
      line += pick(inlines, using: &random)
      if Bool.random(using: &random) { line += " " }
    }
    return line
  }

  private static func pick(_ choices: [String], using random: inout SeededGenerator) -> String {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
