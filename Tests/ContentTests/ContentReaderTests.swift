import Foundation
import SiteModel
import Testing

@testable import Content

/// Reading a project's folder, on real files.
struct ContentReaderTests {
  @Test func listsAProject() throws {
    let project = try Project(files: [
      "sitegen.yaml": "title: T", "Content/ai/b.md": "b", "Content/ai/a/index.md": "a",
      "Content/ai/a/cover.jpg": "x", "Content/ai/.hidden.md": "x", "Content/ai/.#b.md": "x",
      "Content/ai/b.md~": "x", "Content/ai/#b.md#": "x", "Content/.git/x.md": "x",
      "Content/Zoo.md": "x", "Content/é.md": "x", "Templates/article.mustache": "{{title}}",
      "Templates/partials/head.mustache": "h", "Templates/assets/css/site.css": "c",
      "Templates/assets/x.mustache": "x", "Templates/README.md": "x",
    ])
    let listing = project.reader.list()
    #expect(
      listing.documents == [
        "Content/Zoo.md", "Content/ai/a/index.md", "Content/ai/b.md", "Content/é.md",
      ])
    #expect(listing.files == ["Content/ai/a/cover.jpg"])
    #expect(
      listing.templates == ["Templates/article.mustache", "Templates/partials/head.mustache"])
    #expect(listing.assets == ["Templates/assets/css/site.css", "Templates/assets/x.mustache"])
    #expect(listing.diagnostics == [])
    #expect(!listing.hasAuthorProfiles)
    let (templates, diagnostics) = project.reader.readTemplates(listing)
    #expect(templates.map(\.name) == ["article", "partials/head"])
    #expect(templates[0].bytes == Array("{{title}}".utf8))
    #expect(diagnostics == [])
    #expect(try project.reader.read("Content/ai/b.md").get() == Array("b".utf8))
    #expect(try project.reader.readConfiguration().get() == Array("title: T".utf8))
  }

  @Test func followsLinksOnlyWithinTheProject() throws {
    let outside = try Project(files: ["secret.md": "s"])
    let project = try Project(files: ["Content/ai/a.md": "a", "Shared/b.md": "b"])
    try project.link("Content/ai/shared", to: "\(project.root)/Shared")
    try project.link("Content/ai/again.md", to: "a.md")
    try project.link("Content/ai/out", to: outside.root)
    try project.link("Content/ai/secret.md", to: "\(outside.root)/secret.md")
    try project.link("Content/ai/gone.md", to: "nowhere.md")
    try project.link("Content/ai/loop", to: "..")
    let listing = project.reader.list()
    #expect(
      listing.documents == ["Content/ai/a.md", "Content/ai/again.md", "Content/ai/shared/b.md"])
    #expect(
      Set(listing.diagnostics.compactMap(\.place?.file)) == [
        "Content/ai/out", "Content/ai/secret.md", "Content/ai/gone.md",
      ])
    #expect(listing.diagnostics.allSatisfy { $0.identifier == .contentFile })
  }

  @Test func reportsWhatIsNotThere() throws {
    let project = try Project(files: [:])
    #expect(project.reader.list() == SourceListing())
    guard case .failure(let failure) = project.reader.readConfiguration() else {
      Issue.record("a configuration was found")
      return
    }
    #expect(failure.diagnostic.identifier == .configurationMissing)
    guard case .failure(let missing) = project.reader.read("Content/x.md") else {
      Issue.record("a file was found")
      return
    }
    #expect(
      line(missing.diagnostic) == "0:1+1 error content/file: the file cannot be read")
  }
}

/// A folder of files that is deleted with this value.
private final class Project {
  let root: String
  var reader: ContentReader { ContentReader(root: root) }

  init(files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory.path + "/sitegen-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for (path, text) in files {
      let url = URL(fileURLWithPath: "\(root)/\(path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/\(path)", withDestinationPath: target)
  }

  deinit {
    // What remains lies in the system's folder for temporary files.
    try? FileManager.default.removeItem(atPath: root)
  }
}
