import Foundation
import Publishing
import SiteModel
import TestSupport
import Testing

/// A build over an older one gives what a build from nothing gives.
@Suite struct RebuildTests {
  static func site() throws -> TemporarySite {
    let site = try TemporarySite(layering: [Scenario.theme])
    try site.write("sitegen.yaml", "title: Times\npageSize: 3\nmenu: [ai, chips]\n")
    for number in 1...8 {
      let tag = number % 2 == 0 ? "Even" : "Odd"
      try site.write("Content/ai/story-\(number).md", article("Story \(number)", number, tag))
    }
    try site.write("Content/chips/bundle/index.md", article("A bundle", 9, "Odd"))
    try site.write("Content/chips/bundle/data.csv", "a,b\n")
    return site
  }

  /// Something that an editor does between two builds.
  enum Edit: String, CaseIterable {
    case body, title, add, delete, rename, template, asset, partial, configuration, file, tag
    case draft, bundleToFile

    func apply(to site: TemporarySite) throws {
      let third = "Content/ai/story-3.md"
      switch self {
      case .body: try site.write(third, article("Story 3", 3, "Odd", "Other *text*."))
      case .title: try site.write(third, article("A new title", 3, "Odd"))
      case .add: try site.write("Content/policy/new.md", article("New", 9, "New tag"))
      case .delete: try site.remove("Content/ai/story-8.md")
      case .rename:
        try site.write("Content/ai/renamed.md", site.text(of: third))
        try site.remove(third)
      case .template: try site.write("Templates/page.mustache", "changed")
      case .asset: try site.write("Templates/assets/style.css", "body { color: red }\n")
      case .partial: try site.write("Templates/partials/card.mustache", "<li>{{title}}")
      case .configuration: try site.write("sitegen.yaml", "title: Post\nmenu: [chips]\n")
      case .file: try site.write("Content/chips/bundle/data.csv", "c,d\n")
      case .tag: try site.write(third, article("Story 3", 3, "Even"))
      case .draft:
        try site.write(third, site.text(of: third).replacing("title:", with: "draft: true\ntitle:"))
      case .bundleToFile:
        try site.remove("Content/chips/bundle")
        try site.write("Content/chips/bundle.md", article("A bundle", 9, "Odd"))
      }
    }
  }

  @Test(
    "A rebuild writes what a build from nothing writes, and touches nothing else",
    arguments: Edit.allCases)
  func equalsFreshBuild(edit: Edit) async throws {
    let site = try Self.site()
    let first = await site.build()
    #expect(first.succeeded)
    let before = site.files()
    let datesBefore = try site.modificationDates()
    try edit.apply(to: site)
    let report = await site.build { $0.jobs = 2 }
    #expect(report.succeeded, "\(report.shownDiagnostics)")
    let rebuilt = site.files()
    let fresh = await site.build {
      $0.output = "\(site.path)/Fresh"
      $0.cache = nil
    }
    #expect(fresh.succeeded)
    expectSame(rebuilt, site.files(below: "Fresh"), "\(edit.rawValue)")
    for (file, date) in try site.modificationDates() where before[file] == rebuilt[file] {
      if file != ".sitegen-files" { #expect(date == datesBefore[file], "\(file) was written") }
    }
    #expect(Set(report.output.written) == Set(rebuilt.keys.filter { before[$0] != rebuilt[$0] }))
    #expect(Set(report.output.removed) == Set(before.keys).subtracting(rebuilt.keys))
  }

  @Test("A failing build leaves the output as it was")
  func failingBuild() async throws {
    let site = try Self.site()
    _ = await site.build()
    let before = site.files()
    let dates = try site.modificationDates()
    try site.write("Content/ai/story-1.md", "---\ntitle: Changed\ndate: never\n---\n")
    try site.write("Content/ai/new.md", article("New", 9, "Odd"))
    let report = await site.build()
    #expect(!report.succeeded)
    expectSame(site.files(), before, "after a failing build")
    #expect(try site.modificationDates() == dates)
  }

  @Test("Files that are no longer made are removed with their folders")
  func removesOldFiles() async throws {
    let site = try Self.site()
    _ = await site.build()
    try site.remove("Content/chips")
    let report = await site.build()
    #expect(report.output.removed.contains("chips/bundle/index.html"))
    #expect(report.output.removed.contains("chips/feed.xml"))
    #expect(!FileManager.default.fileExists(atPath: "\(site.output)/chips"))
  }

  @Test("Files that sitegen did not write stay, with a warning that names them")
  func foreignFilesStay() async throws {
    let site = try Self.site()
    _ = await site.build()
    try site.write("Site/CNAME", "times.example\n")
    try site.write("Site/chips/bundle/mine.txt", "mine\n")
    try site.remove("Content/chips")
    let report = await site.build()
    #expect(report.succeeded)
    #expect(
      report.diagnostics.map(\.identifier) == [
        .outputForeignFile, .outputForeignFile, .configurationMenu,
      ])
    #expect(report.shownDiagnostics.contains("CNAME"))
    #expect(site.page("CNAME") == "times.example\n")
    #expect(site.page("chips/bundle/mine.txt") == "mine\n")
    #expect(!site.files().keys.contains("chips/bundle/index.html"))
  }

  @Test("A page may take the place of a folder, and a folder that of a page")
  func fileAndFolderChangePlaces() async throws {
    let site = try Self.site()
    try site.write(
      "Content/ai/a.md",
      article("A", 1, "Odd").replacing("tags:", with: "aliases: [/old]\ntags:"))
    try site.write("Content/old.file", "a file\n")
    _ = await site.build()
    try site.remove("Content/old.file")
    try site.write("Content/old.file/deeper.txt", "a file in a folder\n")
    let report = await site.build()
    #expect(report.succeeded, "\(report.shownDiagnostics)")
    #expect(site.page("old.file/deeper.txt") == "a file in a folder\n")
    try site.remove("Content/old.file")
    try site.write("Content/old.file", "a file again\n")
    #expect(await site.build().succeeded)
    #expect(site.page("old.file") == "a file again\n")
  }
}

private func article(_ title: String, _ day: Int, _ tag: String, _ text: String = "Text.") -> String
{
  """
  ---
  title: \(title)
  date: 2025-06-0\(day)
  tags: [\(tag)]
  authors: [Ada]
  ---

  \(text)

  """
}
