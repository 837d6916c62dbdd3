import SiteModel
import Testing

@testable import Publishing

@Suite("Style sheets") struct StyleSheetTests {
  @Test("A-23: what a sheet imports becomes part of it, in place and in order")
  func joined() {
    let sheets = StyleSheets([
      "css/main.css": "@import \"tokens.css\";\n@import \"parts/card.css\";\nmain {}",
      "css/tokens.css": ":root {}", "css/parts/card.css": "@import \"../rule.css\";\n.card {}",
      "css/rule.css": "hr {}", "print.css": "@import url(https://x.example/a.css);",
    ])
    #expect(sheets.complete.map(\.path) == ["css/main.css", "print.css"])
    #expect(sheets.complete[0].text == ":root {}\nhr {}\n.card {}\nmain {}")
    #expect(sheets.complete[1].text == "@import url(https://x.example/a.css);")
    #expect(sheets.diagnostics.isEmpty)
  }

  @Test(
    "a custom property that no sheet defines is named once, with the one that may be meant",
    arguments: [
      (["a.css": "a { color: var(--x) }", "b.css": ":root { --x: red }"], []),
      (["a.css": "a { color: var(--x, red) }"], []),
      (["a.css": "@property --x { syntax: '*' }\na { color: var( --x ) }"], []),
      (["a.css": "/* var(--x) */ .b--x { color: red }"], []),
      (["a.css": "@media print { :root { --x: red } a { color: var(--x) } }"], []),
      (
        ["a.css": "/* : */ @media print { :root { --x: red } }\na { color: var(--x) }"],
        ["a.css:2:16 --x"]
      ),
      (
        ["a.css": "a::before { content: \"} @media { --x: \" } b { color: var(--y) }"],
        [
          "a.css:1:58 --y"
        ]
      ),
      (["a.css": "a { color: var(--x) }\nb { color: var(--x) }"], ["a.css:1:16 --x"]),
      (
        ["a.css": "/* 1\n2 */ a { b: var(--y-1); c: var(--x, var(--y-2)) }"],
        [
          "a.css:2:17 --y-1", "a.css:2:41 --y-2",
        ]
      ),
    ] as [([String: String], [String])])
  func properties(texts: [String: String], expected: [String]) {
    let found = CustomProperties(texts).diagnostics.sortedByPlace().map { diagnostic in
      let place = diagnostic.place
      let file = place?.file.dropFirst("Templates/assets/".count) ?? ""
      let name = diagnostic.summary.split(separator: " ").first { $0.hasPrefix("--") } ?? ""
      return "\(file):\(place?.line ?? 0):\(place?.column ?? 0) \(name)"
    }
    #expect(found == expected)
  }

  @Test(
    "a sheet that is missing, or imports itself, is an error at its line",
    arguments: [
      (["a.css": "\n@import \"bb.css\";", "b.css": ""], "a.css", 2, "which is not there"),
      (["a.css": "@import \"a.css\";"], "a.css", 1, "which imports it in turn"),
      (
        ["a.css": "@import \"b.css\";", "b.css": "@import \"a.css\";"], "b.css", 1,
        "which imports it in turn"
      ),
    ] as [([String: String], String, Int, String)])
  func mistakes(texts: [String: String], file: String, line: Int, summary: String) {
    let found = StyleSheets(texts).diagnostics.filter {
      $0.place == Place(file: "Templates/assets/\(file)", line: line)
    }
    #expect(found.map(\.identifier) == [.templateAsset])
    #expect(found.first?.summary.hasSuffix(summary) == true)
  }
}
