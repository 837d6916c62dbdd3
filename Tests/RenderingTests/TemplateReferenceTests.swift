import Rendering
import TestSupport
import Testing

/// `Documentation/templates.md` says what the contexts declare.
@Suite struct TemplateReferenceTests {
  @Test func documentationIsUpToDate() {
    let file = GoldenFile("\(ProjectFolder.path)/Documentation/templates.md")
    #expect(file.difference(from: TemplateReference.markdown) == nil)
  }

  @Test("A reference names every field once in its table, and links to contexts that are there")
  func linksLeadSomewhere() {
    let text = TemplateReference.markdown
    let headings = Set(
      text.split(separator: "\n").filter { $0.hasPrefix("### ") }
        .map { $0.dropFirst(4).lowercased() })
    let links = text.split(separator: "](#").dropFirst().map { $0.prefix { $0 != ")" } }
    #expect(!links.isEmpty)
    for link in links { #expect(headings.contains(String(link)), "#\(link)") }
    #expect(headings.count == text.split(separator: "\n").count { $0.hasPrefix("### ") })
  }
}
