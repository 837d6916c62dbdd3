import Publishing
import SiteModel
import Testing

@Suite struct DiagnosticTextTests {
  static let place = Place(file: "Content/ai/story.md", line: 3, column: 8, length: 4)

  @Test(
    "Colors change nothing but the colors",
    arguments: [Diagnostic.Severity.error, .warning, .note])
  func colors(severity: Diagnostic.Severity) {
    let diagnostic = Diagnostic(
      severity, .checkLink, "nothing is there", hint: "Correct it.", at: Self.place)
    let excerpts = [Self.place: "See [it](/here/)."]
    let plain = DiagnosticText(excerpts: excerpts).text(of: diagnostic)
    let colored = DiagnosticText(excerpts: excerpts, style: .colored).text(of: diagnostic)
    #expect(!plain.contains("\u{1b}"))
    #expect(colored.contains("\u{1b}[1;3"))
    #expect(colored.replacing(/\u{1b}\[[0-9;]*m/, with: "") == plain)
  }
}
