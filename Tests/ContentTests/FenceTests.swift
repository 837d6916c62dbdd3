import SiteModel
import Testing

@testable import Content

/// Where front matter ends and the text begins, in all three languages.
struct FenceTests {
  @Test(arguments: [
    ("---\ntitle: T\ndate: 2026-01-02\n---\nText\n", 5, "Text\n"),
    ("\u{FEFF}---\r\ntitle: T\r\ndate: 2026-01-02\r\n---\r\nText\r\n", 5, "Text\r\n"),
    ("\n\n--- \ntitle: T\ndate: 2026-01-02\n---\t\nText\n", 7, "Text\n"),
    ("---\ntitle: a --- b\ndate: 2026-01-02\n---\n---\n", 5, "---\n"),
    ("---\ntitle: T\ndate: 2026-01-02\nsummary: |\n  ---\n---\nText", 7, "Text"),
    ("---\ntitle: T\ndate: 2026-01-02\n---", 5, ""),
    ("+++\ntitle = \"a +++ b\"\ndate = 2026-01-02\n+++\nText", 5, "Text"),
    ("{\n\"title\": \"}\",\n\"date\": \"2026-01-02\"}\n\nText", 4, "\nText"),
    ("{\"title\":\"T\",\"date\":\"2026-01-02\"}", 2, ""),
  ])
  func findsTheText(file: String, line: Int, text: String) throws {
    guard case .success(let source) = FrontMatterSource.read(Array(file.utf8), file: "a.md") else {
      Issue.record("the file was refused")
      return
    }
    #expect(source.bodyLine == line)
    #expect(String(decoding: source.body, as: UTF8.self) == text)
    #expect(source.entries.map(\.key).starts(with: ["title", "date"]))
  }
}
